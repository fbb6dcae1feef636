import type { ReactNode } from 'react';
import { IconButton } from './IconButton';
import styles from './Offer.module.css';

interface Props {
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly actions: ReactNode;
  readonly onDismiss?: () => void;
}

/** Something that the page offers and never forces: stands with the notices until it is taken or sent away. */
export function Offer({ children, actions, onDismiss }: Props) {
  return (
    <div className={styles.offer}>
      <p>{children}</p>
      <div className={styles.actions}>{actions}</div>
      {onDismiss && <IconButton icon="close" label="Dismiss" size={12} onClick={onDismiss} />}
    </div>
  );
}
