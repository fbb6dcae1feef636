import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../widgets/Icon';
import { Popover } from '../../widgets/Popover';
import styles from './Offer.module.css';

interface Props {
  readonly icon: IconName;
  readonly label: string;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly actions: ReactNode;
}

/** Something that the page offers and never forces: a quiet button of the bar, which opens what it is about. */
export function Offer({ icon, label, children, actions }: Props) {
  return (
    <Popover
      label={label}
      button={{
        className: styles.button,
        title: label,
        'aria-label': label,
        children: (
          <>
            <Icon name={icon} size={14} />
            <span className={styles.word}>{label}</span>
          </>
        ),
      }}
    >
      <div className={styles.sheet}>
        <p>{children}</p>
        <div className={styles.actions}>{actions}</div>
      </div>
    </Popover>
  );
}
