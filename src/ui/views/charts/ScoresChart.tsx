import { useMemo, type CSSProperties, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/ChartFrame';
import { scoreBins } from '../../charts/scoreBins';
import { scoredPairs } from '../../state/heldOut';
import { useAppState } from '../../state/hooks';
import { countOf } from '../../widgets/numbers';
import styles from './ScoresChart.module.css';

/** How the pairs of the test are scored: those with an edge upwards, those without downwards, and where the threshold lies. */
export default function ScoresChart({ chooser }: { readonly chooser?: ReactNode }) {
  const heldOut = useAppState((state) => state.heldOut);
  const training = useAppState((state) => state.training);
  const threshold = useAppState((state) => state.view.threshold);
  const scored = useMemo(() => scoredPairs({ heldOut, training }), [heldOut, training]);
  const bins = useMemo(() => scored && scoreBins(scored), [scored]);
  if (!bins)
    return (
      <ChartFrame title="Scores" chooser={chooser}>
        <p className={styles.none}>The held-out pairs have no scores yet.</p>
      </ChartFrame>
    );
  const { positives, negatives, most } = bins;
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  const line: CSSProperties = { '--at': threshold };
  return (
    <ChartFrame
      title="Scores"
      chooser={chooser}
      values={
        <>
          <span className={styles.key} data-row="positives">
            edges <b>{sum(positives)}</b>
          </span>
          <span className={styles.key} data-row="negatives">
            no edge <b>{sum(negatives)}</b>
          </span>
        </>
      }
      sentence="Pairs of the test by probability: the less both overlap, the better edges are told from the rest."
    >
      <div className={styles.picture} style={line}>
        <ol className={styles.bins}>
          {positives.map((count, bin) => {
            const style: CSSProperties = {
              '--up': count / most,
              '--down': negatives[bin]! / most,
            };
            const range = `${(bin / positives.length).toFixed(2)} to ${((bin + 1) / positives.length).toFixed(2)}`;
            const told = `${range}: ${countOf(count, 'edge')}, ${countOf(negatives[bin]!, 'pair')} without`;
            return (
              <li key={bin} style={style} title={told}>
                <span className={styles.up} />
                <span className={styles.down} />
                <span className={styles.spoken}>{told}</span>
              </li>
            );
          })}
        </ol>
        <span className={styles.threshold} title={`threshold ${threshold.toFixed(2)}`} />
      </div>
      <div className={styles.axis} aria-hidden="true">
        <span>0</span>
        <span>probability</span>
        <span>1</span>
      </div>
    </ChartFrame>
  );
}
