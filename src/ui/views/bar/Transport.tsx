import { useActions } from '../../state/actions';
import { waitingForReset } from '../../state/draft';
import { useAppState } from '../../state/hooks';
import { Icon } from '../../widgets/Icon';
import { IconButton } from '../../widgets/IconButton';
import { transportIn } from './transportIn';
import styles from './Transport.module.css';

/** Reset, play or pause, one step. */
export function Transport() {
  const { reset, toggle, step } = useActions();
  const phase = useAppState((state) => state.training.phase);
  const waiting = useAppState((state) => waitingForReset(state.run, state.draft).join(', '));
  const hasGraph = useAppState((state) => state.graph !== null);
  const { play, canPlay, canStep } = transportIn(phase);
  return (
    <fieldset className={styles.transport} aria-label="Training">
      <span className={waiting ? styles.waiting : undefined}>
        <IconButton
          icon="reset"
          label={waiting ? `Reset, to apply: ${waiting}` : 'Reset'}
          hint="R"
          disabled={!hasGraph}
          onClick={() => reset()}
        />
      </span>
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
      <IconButton icon="step" label="One epoch" hint="." disabled={!canStep} onClick={() => step()} />
    </fieldset>
  );
}
