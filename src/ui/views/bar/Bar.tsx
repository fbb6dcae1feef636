import { BackendBadge } from './BackendBadge';
import styles from './Bar.module.css';
import { Brand } from './Brand';
import { DataSelect } from './DataSelect';
import { HistoryButtons } from './HistoryButtons';
import { ModelSelect } from './ModelSelect';
import { PaceSelect } from './PaceSelect';
import { Progress } from './Progress';
import { SeedField } from './SeedField';
import { ShortcutsHelp } from './ShortcutsHelp';
import { ThemeButton } from './ThemeButton';
import { Transport } from './Transport';

/** What is run, how fast, how far it is, and on what. */
export function Bar() {
  return (
    <header className={styles.bar}>
      <div className={styles.what}>
        <Brand />
        <DataSelect />
        <ModelSelect />
        <PaceSelect />
      </div>
      <div className={styles.run}>
        <Transport />
        <Progress />
      </div>
      <div className={styles.on}>
        <HistoryButtons />
        <BackendBadge />
        <SeedField />
        <ShortcutsHelp />
        <ThemeButton />
      </div>
    </header>
  );
}
