import { Guarded } from '../../widgets/Guarded';
import { HistoryButtons } from './HistoryButtons';
import { ModelSelect } from './ModelSelect';
import styles from './NarrowTools.module.css';
import { SeedField } from './SeedField';
import { ShareButton } from './ShareButton';
import { TaskSelect } from './TaskSelect';

/** What the bar has no room for on a narrow screen. */
export function NarrowTools() {
  return (
    <div className={styles.tools}>
      <span className={styles.task}>
        <Guarded control="task" look="line">
          <TaskSelect />
        </Guarded>
      </span>
      <span className={styles.model}>
        <Guarded control="model" look="line">
          <ModelSelect />
        </Guarded>
      </span>
      <Guarded control="seed" look="line">
        <SeedField />
      </Guarded>
      <HistoryButtons />
      <ShareButton />
    </div>
  );
}
