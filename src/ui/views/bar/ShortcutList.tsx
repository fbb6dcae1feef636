import styles from './ShortcutList.module.css';
import { isMac, shortcutTexts } from './shortcutTexts';

export function ShortcutList() {
  return (
    <dl className={styles.list}>
      {shortcutTexts(isMac()).map(({ keys, does }) => (
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
