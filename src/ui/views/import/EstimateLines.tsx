import type { Estimate } from '../../../data/import/answers';
import { countOf, writeCount, writeMs } from '../../widgets/numbers';
import { Facts } from '../Facts';
import styles from './Preview.module.css';
import { writeBytes } from './previewFacts';

interface Props {
  readonly estimate: Estimate | null;
  readonly problem: string | null;
}

const writeDuration = (ms: number): string => (ms < 1000 ? writeMs(ms) : `${(ms / 1000).toFixed(1)} s`);

/** What these answers lead to, before anything heavy is done. */
export function EstimateLines({ estimate, problem }: Props) {
  if (!estimate) return <output className={styles.quiet}>{problem ? '' : 'Estimating…'}</output>;
  const { nodes, edges, messages, features, entries, classes, split, model, runBytes, epochMs, warnings } =
    estimate;
  return (
    <>
      <h3>As it will be opened</h3>
      <Facts
        facts={[
          { name: 'nodes', value: writeCount(nodes) },
          {
            name: 'edges',
            value: writeCount(edges),
            hint: 'Without directions, a pair that goes both ways is one.',
          },
          {
            name: 'messages',
            value: writeCount(messages),
            hint: 'Of one layer: an edge without direction carries two, one each way; a self-loop carries one.',
          },
          { name: 'features', value: writeCount(features), hint: countOf(entries, 'non-zero', 'non-zeros') },
          ...(classes.length === 0
            ? []
            : [
                {
                  name: 'train / val / test',
                  value: [split.train, split.val, split.test].map(writeCount).join(' / '),
                },
              ]),
        ]}
      />
      <output className={styles.estimate}>
        {model} takes about {writeBytes(runBytes)} of memory and {writeDuration(epochMs)} an epoch.
      </output>
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label="Warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </>
  );
}
