import { useId } from 'react';
import { Icon } from './Icon';
import styles from './Select.module.css';
import { FieldLabel, namedBy } from './term/FieldLabel';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Under which heading; those without one come first. */
  readonly group?: string;
  /** A sentence about it. */
  readonly hint?: string;
}

/** Options by heading, in the order in which the headings first appear. */
function grouped<V extends string>(options: readonly Option<V>[]) {
  const groups = new Map<string, Option<V>[]>();
  for (const option of options) {
    const { group = '' } = option;
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  return [...groups];
}

const drawn = ({ value, label, hint }: Option<string>) => (
  <option key={value} value={value} title={hint}>
    {label}
  </option>
);

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
    <span data-field className={`${styles.select} ${styles[labelled]}`}>
      <FieldLabel {...{ id, label, hint }} className={styles.label} isHidden={labelled === 'hidden'} />
      <span className={styles.field}>
        <select
          id={id}
          aria-label={namedBy(label, labelled === 'hidden')}
          value={value}
          title={hint}
          className={strong ? styles.strong : undefined}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {grouped(options).map(([group, members]) =>
            group ? (
              <optgroup key={group} label={group}>
                {members.map(drawn)}
              </optgroup>
            ) : (
              members.map(drawn)
            ),
          )}
        </select>
        <Icon name="down" size={12} />
      </span>
    </span>
  );
}
