import { Guarded } from '../../widgets/Guarded';
import { BackendBadge } from './BackendBadge';
import styles from './Bar.module.css';
import { Brand } from './Brand';
import { DataSelect } from './DataSelect';
import { HistoryButtons } from './HistoryButtons';
import { ModelSelect } from './ModelSelect';
import { PaceSelect } from './PaceSelect';
import { Progress } from './Progress';
import { ProjectorButton } from './ProjectorButton';
import { SeedField } from './SeedField';
import { ShareButton } from './ShareButton';
import { ShortcutsHelp } from './ShortcutsHelp';
import { ThemeButton } from './ThemeButton';
import { Transport } from './Transport';

/** What is run, how fast, how far it is, and on what. What has no room on a narrow screen is in NarrowTools. */
export function Bar() {
  return (
    <header className={styles.bar}>
      <div className={styles.what}>
        <Brand />
        <span className={styles.data}>
          <Guarded control="data" look="line">
            <DataSelect />
          </Guarded>
        </span>
        <span className={styles.roomy}>
          <Guarded control="model" look="line">
            <ModelSelect />
          </Guarded>
        </span>
        <span className={styles.pace}>
          <Guarded control="pace" look="line">
            <PaceSelect />
          </Guarded>
        </span>
      </div>
      <div className={styles.run}>
        <Transport />
        <Progress />
      </div>
      <div className={styles.on}>
        <span className={styles.roomy}>
          <HistoryButtons />
        </span>
        <BackendBadge />
        <span className={styles.roomy}>
          <Guarded control="seed" look="line">
            <SeedField />
          </Guarded>
          <ShortcutsHelp />
          <ProjectorButton />
        </span>
        <span className={styles.roomy}>
          <ShareButton />
        </span>
        <ThemeButton />
      </div>
    </header>
  );
}
