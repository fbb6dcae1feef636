import { Guarded } from '../../widgets/Guarded';
import { TermStops } from '../../widgets/term/Term';
import { Toolbar } from '../../widgets/Toolbar';
import { BackendBadge } from './BackendBadge';
import styles from './Bar.module.css';
import { Brand } from './Brand';
import { DataSelect } from './DataSelect';
import { HistoryButtons } from './HistoryButtons';
import { KeptVisit } from './KeptVisit';
import { ModelSelect } from './ModelSelect';
import { NewVersion } from './NewVersion';
import { ProjectorButton } from './ProjectorButton';
import { SeedField } from './SeedField';
import { ShareButton } from './ShareButton';
import { ShortcutsHelp } from './ShortcutsHelp';
import { TaskSelect } from './TaskSelect';
import { ThemeButton } from './ThemeButton';

/** What is run and on what. Play, pace and how far it is stand in the time row; what has no room here, in NarrowTools. */
export function Bar() {
  return (
    <header className={styles.bar}>
      <Brand />
      <TermStops value={false}>
        <div className={styles.what}>
          <span className={styles.data}>
            <Guarded control="data" look="line">
              <DataSelect />
            </Guarded>
          </span>
          <span className={styles.roomy}>
            <Guarded control="task" look="line">
              <TaskSelect />
            </Guarded>
          </span>
          <span className={styles.roomy}>
            <Guarded control="model" look="line">
              <ModelSelect />
            </Guarded>
          </span>
          <span className={styles.roomy}>
            <Guarded control="seed" look="line">
              <SeedField />
            </Guarded>
          </span>
        </div>
      </TermStops>
      <Toolbar label="Page">
        <NewVersion />
        <KeptVisit />
        <span className={styles.roomy}>
          <HistoryButtons />
        </span>
        <BackendBadge />
        <span className={styles.roomy}>
          <ShortcutsHelp />
          <ProjectorButton />
          <ShareButton />
        </span>
        <ThemeButton />
      </Toolbar>
    </header>
  );
}
