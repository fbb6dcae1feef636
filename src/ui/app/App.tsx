/** The whole page. Its state and its actions come from the contexts around it. */
import { lazy, Suspense } from 'react';
import { FrameAcknowledger } from '../canvas/controllers/FrameAcknowledger';
import { Legend } from '../canvas/Legend';
import { useActions } from '../state/actions';
import { useAppState } from '../state/hooks';
import { Bar } from '../views/bar/Bar';
import { NarrowTools } from '../views/bar/NarrowTools';
import { ChartStrip } from '../views/charts/ChartStrip';
import { DatasetCard } from '../views/dataset/DatasetCard';
import { EmbeddingPanel } from '../views/embedding/EmbeddingPanel';
import { GraphPanel } from '../views/graph/GraphPanel';
import { Inspector } from '../views/inspector/Inspector';
import { ModelPanel } from '../views/model/ModelPanel';
import { UpdateOffer } from '../views/offers/UpdateOffer';
import { SelectionTable } from '../views/selection/SelectionTable';
import { TimeRow } from '../views/time/TimeRow';
import { TrainingPanel } from '../views/training/TrainingPanel';
import { Notices } from '../widgets/Notices';
import styles from './App.module.css';
import { DropHint } from './layout/DropHint';
import { FoldHandle } from './layout/FoldHandle';
import { Tabs } from './layout/Tabs';
import { useFileDrop } from './layout/useFileDrop';
import { useProjectorAttribute } from './layout/useProjectorAttribute';
import { useThemeAttribute } from './layout/useThemeAttribute';
import { useShortcuts } from './useShortcuts';
import './theme.css';

const ShareDialog = lazy(() => import('../views/share/ShareDialog'));
const CompareView = lazy(() => import('../views/compare/CompareView'));

export function App() {
  const { dismiss, dropFiles } = useActions();
  const tab = useAppState((state) => state.view.tab);
  const folded = useAppState((state) => state.view.folded);
  const table = useAppState((state) => state.view.table);
  const isComparing = useAppState((state) => state.comparison !== null);
  const isSharing = useAppState((state) => state.dialog === 'share');
  const notices = useAppState((state) => state.notices);
  useThemeAttribute();
  useProjectorAttribute();
  useShortcuts();
  const isDragging = useFileDrop(dropFiles);
  return (
    <div className={styles.app} data-tab={tab} data-folded={folded.join(' ')} data-table={table || undefined}>
      <Bar />
      <main className={styles.stage}>
        <section className={styles.build} aria-label="Build">
          <NarrowTools />
          <DatasetCard />
          <ModelPanel />
          <TrainingPanel />
        </section>
        <div className={styles.canvas}>
          <GraphPanel />
          <EmbeddingPanel />
          <div className={styles.legend}>
            <Legend />
          </div>
          <FoldHandle panel="build" />
          <FoldHandle panel="inspect" />
          <FoldHandle panel="charts" />
        </div>
        <section className={styles.inspect} aria-label="Inspect">
          <Inspector />
        </section>
        <section className={styles.charts} aria-label="Charts">
          <TimeRow />
          {table ? <SelectionTable /> : <ChartStrip />}
        </section>
      </main>
      <Tabs />
      <Notices notices={notices} onDismiss={dismiss}>
        <UpdateOffer />
      </Notices>
      {isComparing && (
        <Suspense>
          <CompareView />
        </Suspense>
      )}
      {isSharing && (
        <Suspense>
          <ShareDialog />
        </Suspense>
      )}
      {isDragging && <DropHint />}
      <FrameAcknowledger />
    </div>
  );
}
