import { useState } from 'react';
import { useAppState } from '../../state/hooks';
import { Fetched } from '../../widgets/Fetched';
import { later } from '../../widgets/later';
import { Segmented } from '../../widgets/Segmented';
import styles from './RunColumn.module.css';
import { ThisRun } from './ThisRun';

const runsTable = later(() => import('./RunsTable'));
const seedsPanel = later(() => import('./SeedsPanel'));

const PAGES = ['this run', 'runs', 'seeds'] as const;
type Page = (typeof PAGES)[number];

/** The run in numbers, the earlier ones, and the same settings with other seeds. */
export function RunColumn() {
  const [page, setPage] = useState<Page>('this run');
  const numRuns = useAppState((state) => state.runs.length + (state.training.records.length > 1 ? 1 : 0));
  const segments = PAGES.map((value) => ({
    value,
    label: value === 'runs' && numRuns > 1 ? `runs (${numRuns})` : value,
  }));
  return (
    <section className={styles.column} aria-label="Runs">
      <div className={styles.pages}>
        <Segmented label="Show" value={page} segments={segments} onChange={setPage} />
      </div>
      <div className={styles.page}>
        {page === 'this run' && <ThisRun />}
        {page === 'runs' && <Fetched part={runsTable}>{({ RunsTable }) => <RunsTable />}</Fetched>}
        {page === 'seeds' && <Fetched part={seedsPanel}>{({ SeedsPanel }) => <SeedsPanel />}</Fetched>}
      </div>
    </section>
  );
}
