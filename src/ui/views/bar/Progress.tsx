import { useAppState } from '../../state/hooks';
import { writeCount } from '../../widgets/numbers';
import styles from './Progress.module.css';

/** How far the run is, inside a long epoch too. A bar, not a slider: an earlier epoch cannot be gone back to here. */
export function Progress() {
  const epoch = useAppState((state) => state.training.epoch);
  const share = useAppState(({ training: { underWay } }) => underWay?.share ?? null);
  const epochs = useAppState((state) => state.run.training.epochs);
  return (
    <div className={styles.progress}>
      <progress
        className={styles.groove}
        aria-label="Epoch"
        max={epochs}
        value={Math.min(epoch + (share ?? 0), epochs)}
      />
      <span className={styles.count} title="epoch of epochs">
        <strong>{writeCount(epoch)}</strong> / {writeCount(epochs)}
        {share !== null && (
          <span className={styles.share} title={`epoch ${writeCount(epoch + 1)} is under way`}>
            {Math.floor(100 * share)} %
          </span>
        )}
      </span>
    </div>
  );
}
