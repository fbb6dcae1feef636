import styles from './ShortcutList.module.css';
import { SHORTCUT_TEXTS } from './shortcutTexts';

export function ShortcutList() {
  return (
    <dl className={styles.list}>
      {SHORTCUT_TEXTS.map(({ keys, does }) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
