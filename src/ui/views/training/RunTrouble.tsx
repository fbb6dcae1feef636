import { useAppState } from '../../state/hooks';
import styles from './RunTrouble.module.css';

/** What went wrong with the run, and what helps. */
export function RunTrouble() {
  const phase = useAppState((state) => state.training.phase);
  const error = useAppState((state) => state.training.error);
  switch (phase) {
    case 'failed':
    case 'diverged':
      return (
        <p className={styles.trouble} role="alert">
          {error ??
            (phase === 'diverged'
              ? 'The loss is no longer a number. With a lower learning rate the run begins again at epoch 0.'
              : 'The run could not start. Reset it, or choose another backend.')}
        </p>
      );
    case 'recovering':
      return (
        <output className={styles.note}>
          The graphics device was lost. The run is being replayed from its last keyframe.
        </output>
      );
    default:
      return null;
  }
}
