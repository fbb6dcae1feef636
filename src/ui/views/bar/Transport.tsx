import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { IconButton } from '../../widgets/IconButton';
import { PlayButton } from './PlayButton';
import { transportIn } from './transportIn';
import styles from './Transport.module.css';

/** Reset, play or pause, one step. */
export function Transport() {
  const { reset, step } = useActions();
  const phase = useAppState((state) => state.training.phase);
  const hasGraph = useAppState((state) => state.graph !== null);
  const { canStep } = transportIn(phase);
  return (
    <fieldset className={styles.transport} aria-label="Training">
      <IconButton icon="reset" label="Reset" hint="R" disabled={!hasGraph} onClick={() => reset()} />
      <PlayButton />
      <IconButton icon="step" label="One epoch" hint="." disabled={!canStep} onClick={() => step()} />
    </fieldset>
  );
}
