import styles from './ShortcutList.module.css';
import { isMac, shortcutTexts } from './shortcutTexts';

/** @param first how many; all where it is missing */
export function ShortcutList({ first }: { readonly first?: number }) {
  return (
    <dl className={styles.list}>
      {shortcutTexts(isMac())
        .slice(0, first)
        .map(({ keys, does }) => (
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
