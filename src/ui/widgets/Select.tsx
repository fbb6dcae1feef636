import { useId } from 'react';
import { Icon } from './Icon';
import styles from './Select.module.css';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface Props<V extends string> {
  readonly label: string;
  /** Where the name stands: above the field, beside it, or only for screen readers. */
  readonly labelled?: 'above' | 'beside' | 'hidden';
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  readonly strong?: boolean;
  readonly hint?: string;
}

/** The browser's own select, so that every keyboard, finger and screen reader knows it. */
export function Select<V extends string>({
  label,
  labelled = 'beside',
  value,
  options,
  onChange,
  strong = false,
  hint,
}: Props<V>) {
  const id = useId();
  return (
    <span className={`${styles.select} ${styles[labelled]}`}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span className={styles.field}>
        <select
          id={id}
          value={value}
          title={hint}
          className={strong ? styles.strong : undefined}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" size={12} />
      </span>
    </span>
  );
}
