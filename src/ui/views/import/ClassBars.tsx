import type { CSSProperties } from 'react';
import type { Estimate } from '../../../data/import/answers';
import { countOf, writeCount } from '../../widgets/numbers';
import { cut } from './asked';
import styles from './Preview.module.css';

const SHOWN = 6;

/** How many nodes each class has, the largest first. */
export function ClassBars({ classes }: { readonly classes: Estimate['classes'] }) {
  const most = Math.max(1, ...classes.map(({ nodes }) => nodes));
  const rest = classes.slice(SHOWN);
  return (
    <ul className={styles.classes} aria-label="Classes">
      {classes.slice(0, SHOWN).map(({ name, nodes }) => {
        const share: CSSProperties = { '--share': nodes / most };
        return (
          <li key={name}>
            <span className={styles.className} title={cut(name)}>
              {cut(name)}
            </span>
            <span className={styles.bar} style={share} />
            <span>{writeCount(nodes)}</span>
          </li>
        );
      })}
      {rest.length > 0 && (
        <li className={styles.quiet}>
          and {countOf(rest.length, 'class', 'classes')} more,{' '}
          {countOf(
            rest.reduce((sum, { nodes }) => sum + nodes, 0),
            'node',
          )}
        </li>
      )}
    </ul>
  );
}
