import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { chosenRun } from '../../state/settings';
import { NumberField } from '../../widgets/NumberField';
import styles from './SeedField.module.css';

/** Seeds are unsigned 32-bit numbers. */
const MAX_SEED = 2 ** 32 - 1;

export function SeedField() {
  const { setSeed } = useActions();
  const seed = useAppState((state) => chosenRun(state).seed);
  return (
    <span className={styles.seed}>
      <NumberField
        label="seed"
        labelled="beside"
        hint="Decides the first weights and every draw of dropout. Another seed is another run."
        value={seed}
        min={0}
        max={MAX_SEED}
        onChange={setSeed}
      />
    </span>
  );
}
