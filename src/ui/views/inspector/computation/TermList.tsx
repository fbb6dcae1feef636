import type { Term } from '../terms/term';
import styles from './TermList.module.css';

interface Props {
  readonly terms: readonly Term[];
  readonly active: string | null;
  readonly pinned: string | null;
  readonly onPoint: (term: string) => void;
  readonly onPress: (term: string) => void;
}

/** The terms of a formula by name: what the pointer finds in the formula, keys and fingers find here. */
export function TermList({ terms, active, pinned, onPoint, onPress }: Props) {
  return (
    <ul className={styles.terms} aria-label="Terms of the formula">
      {terms.map(({ id, name, sentence }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.term}
            aria-label={`${name}: ${sentence}`}
            aria-pressed={id === pinned}
            data-active={id === active || undefined}
            onPointerEnter={() => onPoint(id)}
            onFocus={() => onPoint(id)}
            onClick={() => onPress(id)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
