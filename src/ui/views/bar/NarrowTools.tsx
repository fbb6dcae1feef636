import { HistoryButtons } from './HistoryButtons';
import { ModelSelect } from './ModelSelect';
import styles from './NarrowTools.module.css';
import { SeedField } from './SeedField';
import { ShareButton } from './ShareButton';

/** What the bar has no room for on a narrow screen. */
export function NarrowTools() {
  return (
    <div className={styles.tools}>
      <span className={styles.model}>
        <ModelSelect />
      </span>
      <SeedField />
      <HistoryButtons />
      <ShareButton />
    </div>
  );
}
