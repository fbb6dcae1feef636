import type { ReactNode } from 'react';
import styles from './Fold.module.css';
import { Icon } from './Icon';

interface Props {
  /** What of it is not as usual, said while it is folded. */
  readonly changed: string;
  /** At the other end of the line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** "more": what is set once in a while. */
export function Fold({ changed, aside, children }: Props) {
  return (
    <details className={styles.fold}>
      <summary>
        <Icon name="down" size={10} />
        <span>more</span>
        {changed && <span className={styles.changed}>{changed}</span>}
        {aside}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
