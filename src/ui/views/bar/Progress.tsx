import { useAppState } from '../../state/hooks';
import { writeCount } from '../../widgets/numbers';
import styles from './Progress.module.css';

/** How far the run is. A bar, not a slider: an earlier epoch cannot be gone back to here. */
export function Progress() {
  const epoch = useAppState((state) => state.training.epoch);
  const epochs = useAppState((state) => state.run.training.epochs);
  return (
    <div className={styles.progress}>
      <progress className={styles.groove} aria-label="Epoch" max={epochs} value={Math.min(epoch, epochs)} />
      <span className={styles.count} title="epoch of epochs">
        <strong>{writeCount(epoch)}</strong> / {writeCount(epochs)}
      </span>
    </div>
  );
}
