import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import styles from './TimeDetail.module.css';

const MEGABYTE = 2 ** 20;

const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0);

/** What going back costs: the keyframes of all runs, and their budget. */
export function MemoryNote() {
  const { keyframes } = useActions();
  // Keyframes come with epochs: this is when their number changes.
  useAppState((state) => state.training.records.length);
  const { epochs, bytes, budget } = keyframes();
  return (
    <p className={styles.words}>
      The weights of {epochs.length} epochs of this run are kept; those between are computed again. Kept of
      all runs: {megabytes(bytes)} of {megabytes(budget)} MB.
    </p>
  );
}
