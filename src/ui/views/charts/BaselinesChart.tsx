import { useMemo, type ReactNode } from 'react';
import { headlineOf, taskDescriptor } from '../../../data/run/tasks/tasks';
import { ChartFrame } from '../../charts/ChartFrame';
import { useActions } from '../../state/actions';
import { comparedRows, comparedText } from '../../state/baselines';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { writeShare } from '../../widgets/numbers';
import { Named } from '../../widgets/term/Named';
import { runTitle } from '../runs/runText';
import styles from './BaselinesChart.module.css';

/** Rules that learn nothing and this run, on the same held-out pairs, the best first. */
export default function BaselinesChart({ chooser }: { readonly chooser?: ReactNode }) {
  const { scoreBaselines } = useActions();
  const asked = useAppState((state) => state.baselines);
  const run = useAppState((state) => state.run);
  const hidden = useAppState((state) => state.view.hidden);
  const record = useAppState(({ training }) => training.records[training.epoch]);
  const isOpening = useAppState((state) => state.training.layers.length === 0);
  const { metrics } = taskDescriptor(run.task.id);
  const headline = headlineOf(run);
  const rules = asked?.kind === 'done' ? asked.rows : null;
  const rows = useMemo(
    () => comparedRows(rules ?? [], record, `this run: ${runTitle(run, hidden)}`, headline),
    [rules, record, run, hidden, headline],
  );
  return (
    <ChartFrame
      title="Baselines"
      chooser={chooser}
      values={
        asked?.kind === 'running' ? (
          <progress className={styles.progress} value={asked.share} aria-label="Baselines scored" />
        ) : (
          asked?.kind !== 'done' && (
            <Button look="link" disabled={isOpening} onClick={scoreBaselines}>
              {asked?.kind === 'failed' ? 'try again' : 'score the baselines'}
            </Button>
          )
        )
      }
      sentence={
        rules
          ? comparedText(rows, headline)
          : 'Rules that learn nothing, on the same held-out pairs: what a trained model has to beat.'
      }
    >
      {asked?.kind === 'failed' && <p role="alert">{asked.message}</p>}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">on the test pairs</th>
              {metrics.map(({ id, name }) => (
                <th key={id} scope="col">
                  <Named label={name} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, scores, isRun }) => (
              <tr key={id} data-run={isRun || undefined} aria-current={isRun || undefined}>
                <th scope="row" title={name}>
                  {name}
                </th>
                {metrics.map((metric) => (
                  <td key={metric.id}>{writeShare(scores[metric.id] ?? null)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  );
}
