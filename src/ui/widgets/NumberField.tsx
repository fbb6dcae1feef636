import { useId } from 'react';
import styles from './NumberField.module.css';
import { parseWithin } from './numbers';
import { FieldLabel, namedBy } from './term/FieldLabel';
import { useCommit } from './useCommit';

interface Props {
  readonly label: string;
  readonly labelled?: 'above' | 'beside' | 'hidden';
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly hint?: string;
  readonly onChange: (value: number) => void;
}

/** A whole number, taken when typing is finished. Out of range goes to the nearer end, no number goes back. */
export function NumberField({ label, labelled = 'above', value, min, max, hint, onChange }: Props) {
  const id = useId();
  const input = useCommit((element) => {
    const next = parseWithin(element.value, min, max) ?? value;
    element.value = String(next);
    if (next !== value) onChange(next);
  }, String(value));
  return (
    <span data-field className={`${styles.number} ${styles[labelled]}`}>
      <FieldLabel {...{ id, label, hint }} className={styles.label} isHidden={labelled === 'hidden'} />
      <input
        ref={input}
        id={id}
        aria-label={namedBy(label, labelled === 'hidden')}
        type="number"
        inputMode="numeric"
        step={1}
        min={min}
        max={max}
        title={hint}
        defaultValue={value}
      />
    </span>
  );
}
