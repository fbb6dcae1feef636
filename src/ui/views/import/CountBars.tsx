import type { CSSProperties } from 'react';
import { countOf, writeCount } from '../../widgets/numbers';
import { cut } from './asked';
import styles from './Preview.module.css';

const SHOWN = 6;

interface Props {
  readonly label: string;
  /** The largest first. */
  readonly counts: readonly { readonly name: string; readonly count: number }[];
  /** What is counted: `node`. */
  readonly of: string;
  /** What it is counted by, one and several. */
  readonly by: readonly [string, string];
}

/** How many of each kind there are, the largest first. */
export function CountBars({ label, counts, of, by: [one, several] }: Props) {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const rest = counts.slice(SHOWN);
  return (
    <ul className={styles.classes} aria-label={label}>
      {counts.slice(0, SHOWN).map(({ name, count }) => {
        const share: CSSProperties = { '--share': count / most };
        return (
          <li key={name}>
            <span className={styles.className} title={cut(name)}>
              {cut(name)}
            </span>
            <span className={styles.bar} style={share} />
            <span>{writeCount(count)}</span>
          </li>
        );
      })}
      {rest.length > 0 && (
        <li className={styles.quiet}>
          and {countOf(rest.length, one, several)} more,{' '}
          {countOf(
            rest.reduce((sum, { count }) => sum + count, 0),
            of,
          )}
        </li>
      )}
    </ul>
  );
}
