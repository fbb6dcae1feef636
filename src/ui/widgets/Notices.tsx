import type { Notice } from '../state/appState';
import { Icon, type IconName } from './Icon';
import { IconButton } from './IconButton';
import styles from './Notices.module.css';

const ICONS = { info: 'info', warning: 'warning', error: 'warning' } as const satisfies Record<
  Notice['tone'],
  IconName
>;
const WEIGHTS: Readonly<Record<Notice['tone'], number>> = { info: 0, warning: 1, error: 2 };

interface Props {
  readonly notices: readonly Notice[];
  readonly onDismiss: (id: number) => void;
}

/** The gravest, and of those the newest. */
const first = (notices: readonly Notice[]): Notice | null =>
  notices.reduce<Notice | null>(
    (best, notice) => (best && WEIGHTS[best.tone] > WEIGHTS[notice.tone] ? best : notice),
    null,
  );

/** What the page has to say unasked: one sentence at a time, read aloud as it comes, gone when it is dismissed. */
export function Notices({ notices, onDismiss }: Props) {
  const notice = first(notices);
  return (
    <section className={styles.line} aria-live="polite" aria-label="Notices">
      {notice && (
        <div
          key={notice.id}
          className={`${styles.notice} ${styles[notice.tone]}`}
          role={notice.tone === 'error' ? 'alert' : undefined}
        >
          <Icon name={ICONS[notice.tone]} />
          <p>{notice.text}</p>
          {notices.length > 1 && <span className={styles.more}>1 of {notices.length}</span>}
          <IconButton icon="close" label="Dismiss" size={12} onClick={() => onDismiss(notice.id)} />
        </div>
      )}
    </section>
  );
}
