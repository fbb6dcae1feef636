import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Icon } from '../../widgets/Icon';
import styles from './PlayButton.module.css';
import { transportIn } from './transportIn';

/** Plays the run, or pauses it. */
export function PlayButton() {
  const { toggle } = useActions();
  const { play, canPlay } = transportIn(useAppState((state) => state.training.phase));
  return (
    <button
      type="button"
      className={styles.play}
      aria-label={play}
      title={`${play} (space)`}
      disabled={!canPlay}
      onClick={() => toggle()}
    >
      <Icon name={play === 'Pause' ? 'pause' : 'play'} size={18} />
    </button>
  );
}
