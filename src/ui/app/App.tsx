/** The whole page. Its state and its actions come from the contexts around it. */
import { FrameAcknowledger } from '../canvas/controllers/FrameAcknowledger';
import { useActions } from '../state/actions';
import { guardOf } from '../state/guards';
import { useAppState } from '../state/hooks';
import { Bar } from '../views/bar/Bar';
import { NarrowTools } from '../views/bar/NarrowTools';
import { ChartStrip } from '../views/charts/ChartStrip';
import { DatasetCard } from '../views/dataset/DatasetCard';
import { EmbeddingPanel } from '../views/embedding/EmbeddingPanel';
import { GraphPanel } from '../views/graph/GraphPanel';
import { Inspector } from '../views/inspector/Inspector';
import { ModelPanel } from '../views/model/ModelPanel';
import { TaskPanel } from '../views/task/TaskPanel';
import { TimeRow } from '../views/time/TimeRow';
import { TrainingPanel } from '../views/training/TrainingPanel';
import { Fetched } from '../widgets/Fetched';
import { Guarded } from '../widgets/Guarded';
import { later } from '../widgets/later';
import { Notices } from '../widgets/Notices';
import styles from './App.module.css';
import { Caption } from './layout/Caption';
import { DropHint } from './layout/DropHint';
import { FoldHandle } from './layout/FoldHandle';
import { Line } from './layout/Line';
import { LostDialog } from './layout/LostDialog';
import { isDataNeeded, isTableShown, panelsMissing, tabShown } from './layout/panels';
import { SkipLinks } from './layout/SkipLinks';
import { Tabs } from './layout/Tabs';
import { useFileDrop } from './layout/useFileDrop';
import { usePaste } from './layout/usePaste';
import { useProjectorAttribute } from './layout/useProjectorAttribute';
import { useRoom } from './layout/useRoom';
import { useThemeAttribute } from './layout/useThemeAttribute';
import { useShortcuts } from './useShortcuts';
import './theme.css';

const embedView = later(() => import('../views/embed/EmbedView'));
const narration = later(() => import('../views/narration/Narration'));
const selectionTable = later(() => import('../views/selection/SelectionTable'));
const openDialog = later(() => import('../views/import/OpenDialog'));
const shareDialog = later(() => import('../views/share/ShareDialog'));
const glossaryDialog = later(() => import('../views/glossary/GlossaryDialog'));
const compareView = later(() => import('../views/compare/CompareView'));

export function App() {
  const { dismiss, openFiles, openText, offerUrl, showDialog, closeComparison } = useActions();
  const tab = useAppState(tabShown);
  const missing = useAppState((state) => panelsMissing(state).join(' ')).split(' ');
  const isDataFree = useAppState(isDataNeeded);
  const isEmbedded = useAppState((state) => state.view.embed);
  const isProjecting = useAppState((state) => state.view.projector);
  const table = useAppState((state) => isTableShown(state.view));
  const isComparing = useAppState((state) => state.comparison !== null);
  const isTold = useAppState((state) => state.narration !== null);
  const hasStrip = useAppState(
    ({ view }) => guardOf(view, 'charts') !== 'hidden' || guardOf(view, 'runs') !== 'hidden',
  );
  const isSharing = useAppState((state) => state.dialog === 'share');
  const notices = useAppState((state) => state.notices);
  const room = useRoom();
  useThemeAttribute();
  useProjectorAttribute();
  useShortcuts();
  // A frame of another page has no room to ask what is in a file.
  const isDragging = useFileDrop(openFiles, isEmbedded);
  usePaste({ onFiles: openFiles, onText: openText, onAddress: offerUrl }, isEmbedded);
  const isOpening = useAppState((state) => state.dialog === 'open');
  const isExplaining = useAppState((state) => state.dialog === 'glossary');
  if (isEmbedded)
    return (
      <>
        <Fetched part={embedView}>{({ default: EmbedView }) => <EmbedView />}</Fetched>
        <Notices notices={notices} onDismiss={dismiss} />
        <FrameAcknowledger />
      </>
    );
  const handleOf = (panel: 'build' | 'inspect' | 'charts') =>
    room.isWide &&
    !isProjecting &&
    !missing.includes(panel) && <FoldHandle panel={panel} isOpen={room.open.includes(panel)} />;
  return (
    <div
      className={styles.app}
      data-tab={tab}
      data-open={room.open.join(' ')}
      data-pictures={room.pictures}
      data-table={table || undefined}
    >
      <div>
        <SkipLinks />
        {!isProjecting && (
          <div className={styles.bar}>
            <Bar />
          </div>
        )}
        <Line />
      </div>
      <main className={styles.stage}>
        <div className={styles.canvas}>
          <GraphPanel before={handleOf('build')} />
          <EmbeddingPanel after={handleOf('inspect')} />
        </div>
        <section className={styles.build} aria-label="Build">
          <NarrowTools />
          {isDataFree ? (
            <DatasetCard />
          ) : (
            <Guarded control="data">
              <DatasetCard />
            </Guarded>
          )}
          <Guarded control="task">
            <TaskPanel />
          </Guarded>
          <Guarded control="model">
            <ModelPanel />
          </Guarded>
          <Guarded control="training">
            <TrainingPanel />
          </Guarded>
        </section>
        <section className={styles.inspect} aria-label="Inspect">
          <Guarded control="inspector">
            <Inspector />
          </Guarded>
        </section>
        <section className={styles.charts} aria-label="Charts">
          {table ? (
            <Guarded control="inspector">
              <Fetched part={selectionTable}>{({ SelectionTable }) => <SelectionTable />}</Fetched>
            </Guarded>
          ) : (
            hasStrip && <ChartStrip />
          )}
        </section>
      </main>
      <div className={styles.dock}>
        {isTold ? (
          <div className={styles.told}>
            <Fetched part={narration}>{({ Narration }) => <Narration />}</Fetched>
          </div>
        ) : (
          isProjecting && <Caption />
        )}
        <TimeRow isWide={room.isWide} after={handleOf('charts')} />
        <Tabs isOne={room.pictures === 'one'} />
      </div>
      {isComparing && (
        <Fetched part={compareView} lost={<LostDialog onClose={closeComparison} />}>
          {({ default: CompareView }) => <CompareView />}
        </Fetched>
      )}
      {isSharing && (
        <Fetched part={shareDialog} lost={<LostDialog onClose={() => showDialog(null)} />}>
          {({ default: ShareDialog }) => <ShareDialog />}
        </Fetched>
      )}
      {isOpening && (
        <Fetched part={openDialog} lost={<LostDialog onClose={() => showDialog(null)} />}>
          {({ default: OpenDialog }) => <OpenDialog />}
        </Fetched>
      )}
      {isExplaining && (
        <Fetched part={glossaryDialog} lost={<LostDialog onClose={() => showDialog(null)} />}>
          {({ default: GlossaryDialog }) => <GlossaryDialog />}
        </Fetched>
      )}
      {isDragging && <DropHint />}
      <FrameAcknowledger />
    </div>
  );
}
