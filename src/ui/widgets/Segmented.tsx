import { useId, type ReactNode } from 'react';
import { LOCKED } from './locked';
import styles from './Segmented.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  /** Its accessible name; shown where there is no `face`. */
  readonly label: string;
  readonly face?: ReactNode;
  /** Seen, but not to be chosen. */
  readonly locked?: boolean;
}

interface Props<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly segments: readonly Segment<V>[];
  readonly onChange: (value: V) => void;
}

/** One of a few, side by side: radio buttons, so that arrow keys move between them. */
export function Segmented<V extends string>({ label, value, segments, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset className={styles.segmented} aria-label={label}>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={styles.segment}
          title={segment.locked ? LOCKED : segment.face ? segment.label : undefined}
        >
          <input
            type="radio"
            name={name}
            aria-label={segment.label}
            checked={segment.value === value}
            disabled={segment.locked}
            onChange={() => onChange(segment.value)}
          />
          <span className={styles.face}>{segment.face ?? segment.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
