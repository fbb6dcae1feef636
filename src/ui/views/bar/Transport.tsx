import { useActions } from '../../state/actions';
import { waitingForReset } from '../../state/draft';
import { useAppState } from '../../state/hooks';
import { IconButton } from '../../widgets/IconButton';
import { PlayButton } from './PlayButton';
import { transportIn } from './transportIn';
import styles from './Transport.module.css';

/** Reset, play or pause, one step. */
export function Transport() {
  const { reset, step } = useActions();
  const phase = useAppState((state) => state.training.phase);
  const waiting = useAppState((state) => waitingForReset(state.run, state.draft).join(', '));
  const hasGraph = useAppState((state) => state.graph !== null);
  const { canStep } = transportIn(phase);
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
      <PlayButton />
      <IconButton icon="step" label="One epoch" hint="." disabled={!canStep} onClick={() => step()} />
    </fieldset>
  );
}
