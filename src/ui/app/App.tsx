/** The whole page. Its state and its actions come from the contexts around it. */
import { FrameAcknowledger } from '../canvas/controllers/FrameAcknowledger';
import { Legend } from '../canvas/Legend';
import { useActions } from '../state/actions';
import { guardOf } from '../state/guards';
import { useAppState } from '../state/hooks';
import { PANELS } from '../state/viewSpec';
import { ArrivalStrip } from '../views/arrival/ArrivalStrip';
import { Bar } from '../views/bar/Bar';
import { NarrowTools } from '../views/bar/NarrowTools';
import { ChartStrip } from '../views/charts/ChartStrip';
import { DatasetCard } from '../views/dataset/DatasetCard';
import { EmbeddingPanel } from '../views/embedding/EmbeddingPanel';
import { GraphPanel } from '../views/graph/GraphPanel';
import { Inspector } from '../views/inspector/Inspector';
import { ModelPanel } from '../views/model/ModelPanel';
import { RunOffer } from '../views/offers/RunOffer';
import { SessionOffer } from '../views/offers/SessionOffer';
import { UpdateOffer } from '../views/offers/UpdateOffer';
import { TimeRow } from '../views/time/TimeRow';
import { TrainingPanel } from '../views/training/TrainingPanel';
import { Fetched } from '../widgets/Fetched';
import { Guarded } from '../widgets/Guarded';
import { later } from '../widgets/later';
import { Notices } from '../widgets/Notices';
import styles from './App.module.css';
import { DropHint } from './layout/DropHint';
import { FoldHandle } from './layout/FoldHandle';
import { LostDialog } from './layout/LostDialog';
import { isDataNeeded, isTableShown, panelsMissing, tabShown } from './layout/panels';
import { Tabs } from './layout/Tabs';
import { useFileDrop } from './layout/useFileDrop';
import { usePaste } from './layout/usePaste';
import { useProjectorAttribute } from './layout/useProjectorAttribute';
import { useThemeAttribute } from './layout/useThemeAttribute';
import { useShortcuts } from './useShortcuts';
import './theme.css';

const embedView = later(() => import('../views/embed/EmbedView'));
const narration = later(() => import('../views/narration/Narration'));
const selectionTable = later(() => import('../views/selection/SelectionTable'));
const openDialog = later(() => import('../views/import/OpenDialog'));
const shareDialog = later(() => import('../views/share/ShareDialog'));
const compareView = later(() => import('../views/compare/CompareView'));

export function App() {
  const { dismiss, openFiles, openText, offerUrl, showDialog, closeComparison } = useActions();
  const tab = useAppState(tabShown);
  const missing = useAppState((state) => panelsMissing(state).join(' '));
  const isDataFree = useAppState(isDataNeeded);
  const isEmbedded = useAppState((state) => state.view.embed);
  const folded = useAppState((state) => state.view.folded);
  const table = useAppState((state) => isTableShown(state.view));
  const isComparing = useAppState((state) => state.comparison !== null);
  const isTold = useAppState((state) => state.narration !== null);
  const hasStrip = useAppState(
    ({ view }) => guardOf(view, 'charts') !== 'hidden' || guardOf(view, 'runs') !== 'hidden',
  );
  const isSharing = useAppState((state) => state.dialog === 'share');
  const notices = useAppState((state) => state.notices);
  useThemeAttribute();
  useProjectorAttribute();
  useShortcuts();
  // A frame of another page has no room to ask what is in a file.
  const isDragging = useFileDrop(openFiles, isEmbedded);
  usePaste({ onFiles: openFiles, onText: openText, onAddress: offerUrl }, isEmbedded);
  const isOpening = useAppState((state) => state.dialog === 'open');
  if (isEmbedded)
    return (
      <>
        <Fetched part={embedView}>{({ default: EmbedView }) => <EmbedView />}</Fetched>
        <Notices notices={notices} onDismiss={dismiss} />
        <FrameAcknowledger />
      </>
    );
  return (
    <div
      className={styles.app}
      data-tab={tab}
      data-folded={`${folded.join(' ')} ${missing}`}
      data-table={table || undefined}
      data-low={(!table && !hasStrip) || undefined}
    >
      <div>
        <Bar />
        <ArrivalStrip />
      </div>
      <main className={styles.stage}>
        <section className={styles.build} aria-label="Build">
          <NarrowTools />
          {isDataFree ? (
            <DatasetCard />
          ) : (
            <Guarded control="data">
              <DatasetCard />
            </Guarded>
          )}
          <Guarded control="model">
            <ModelPanel />
          </Guarded>
          <Guarded control="training">
            <TrainingPanel />
          </Guarded>
        </section>
        <div className={styles.canvas}>
          <GraphPanel />
          <EmbeddingPanel />
          <div className={styles.legend}>
            {isTold ? <Fetched part={narration}>{({ Narration }) => <Narration />}</Fetched> : <Legend />}
          </div>
          {PANELS.map(
            (panel) => !missing.split(' ').includes(panel) && <FoldHandle key={panel} panel={panel} />,
          )}
        </div>
        <section className={styles.inspect} aria-label="Inspect">
          <Guarded control="inspector">
            <Inspector />
          </Guarded>
        </section>
        <section className={styles.charts} aria-label="Charts">
          <Guarded control="time" look="line">
            <TimeRow />
          </Guarded>
          {table ? (
            <Guarded control="inspector">
              <Fetched part={selectionTable}>{({ SelectionTable }) => <SelectionTable />}</Fetched>
            </Guarded>
          ) : (
            hasStrip && <ChartStrip />
          )}
        </section>
      </main>
      <Tabs />
      <Notices notices={notices} onDismiss={dismiss}>
        <UpdateOffer />
        <SessionOffer />
        <RunOffer />
      </Notices>
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
      {isDragging && <DropHint />}
      <FrameAcknowledger />
    </div>
  );
}
