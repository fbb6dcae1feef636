import { useId } from 'react';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { parseWithin } from '../../widgets/numbers';
import { FieldLabel, namedBy } from '../../widgets/term/FieldLabel';
import { useCommit } from '../../widgets/useCommit';
import styles from './TimeRow.module.css';

const LABEL = 'pause at epoch';

/** The epoch at which training halts on its way; empty: it goes to the end. */
export function StopField() {
  const { setView } = useActions();
  const id = useId();
  const stopAt = useAppState((state) => state.view.stopAt);
  const epochs = useAppState((state) => state.run.training.epochs);
  const input = useCommit(
    (element) => {
      const next = parseWithin(element.value, 1, epochs);
      element.value = next === null ? '' : String(next);
      if (next !== stopAt) setView({ stopAt: next });
    },
    stopAt === null ? '' : String(stopAt),
  );
  return (
    <span className={styles.stop}>
      <FieldLabel id={id} label={LABEL} />
      <input
        ref={input}
        id={id}
        aria-label={namedBy(LABEL)}
        type="number"
        inputMode="numeric"
        min={1}
        max={epochs}
        placeholder="end"
        title="Training pauses at this epoch; play goes on from there"
        defaultValue={stopAt ?? ''}
      />
    </span>
  );
}
