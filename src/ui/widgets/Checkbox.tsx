import { useId } from 'react';
import { termOf } from '../texts/terms';
import styles from './Checkbox.module.css';
import { FieldLabel, namedBy } from './term/FieldLabel';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly labelled?: 'above' | 'beside';
  readonly hint?: string;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ label, labelled = 'beside', checked, hint, onChange }: Props) {
  const id = useId();
  // Beside a box the name is pressed to tick it; above it, for what it means.
  if (labelled === 'above' && termOf(label))
    return (
      <span className={`${styles.checkbox} ${styles.above}`} title={hint}>
        <input
          id={id}
          aria-label={namedBy(label)}
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
        <FieldLabel {...{ id, label, hint }} />
      </span>
    );
  return (
    <label className={`${styles.checkbox} ${styles[labelled]}`} title={hint}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
