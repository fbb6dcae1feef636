import { useActions } from '../state/actions';
import { waitingForReset } from '../state/draft';
import { useAppState } from '../state/hooks';
import { Button } from '../widgets/Button';
import styles from './ResetHint.module.css';

/** Says that a change waits for the next reset, and offers one. Shown where the changed control is. */
export function ResetHint({ about }: { readonly about: readonly string[] }) {
  const { reset } = useActions();
  const run = useAppState((state) => state.run);
  const draft = useAppState((state) => state.draft);
  const waiting = waitingForReset(run, draft).filter((subject) => about.includes(subject));
  if (waiting.length === 0) return null;
  return (
    <output className={styles.hint}>
      <span>Applies at the next reset: {waiting.join(', ')}.</span>
      <Button look="link" onClick={() => reset()}>
        Reset now
      </Button>
    </output>
  );
}
