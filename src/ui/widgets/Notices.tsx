import type { ReactNode } from 'react';
import type { Notice } from '../state/appState';
import { Icon, type IconName } from './Icon';
import { IconButton } from './IconButton';
import styles from './Notices.module.css';

const ICONS = { info: 'info', warning: 'warning', error: 'warning' } as const satisfies Record<
  Notice['tone'],
  IconName
>;

interface Props {
  readonly notices: readonly Notice[];
  readonly onDismiss: (id: number) => void;
  /** Offers, above the notices. */
  readonly children?: ReactNode;
}

/** What the page has to say unasked: a quiet stack, read aloud as it comes, gone when it is dismissed. */
export function Notices({ notices, onDismiss, children }: Props) {
  return (
    <section className={styles.stack} aria-live="polite" aria-label="Notices">
      {children}
      {notices.map((notice) => (
        <div
          key={notice.id}
          className={`${styles.notice} ${styles[notice.tone]}`}
          role={notice.tone === 'error' ? 'alert' : undefined}
        >
          <Icon name={ICONS[notice.tone]} />
          <p>{notice.text}</p>
          <IconButton icon="close" label="Dismiss" size={12} onClick={() => onDismiss(notice.id)} />
        </div>
      ))}
    </section>
  );
}
