import { IconPopover } from '../../widgets/IconPopover';
import { GlossaryButton } from '../glossary/GlossaryButton';
import { ShortcutList } from './ShortcutList';
import { SHORTCUTS_ID } from './shortcutTexts';
import styles from './ShortcutsHelp.module.css';

/** The keys, as a popover; `?` opens it too. */
export function ShortcutsHelp() {
  return (
    <span className={styles.help}>
      <IconPopover icon="keyboard" id={SHORTCUTS_ID} label="Keyboard shortcuts" hint="Keyboard shortcuts (?)">
        <h2 className={styles.title}>Keyboard</h2>
        <ShortcutList />
        <GlossaryButton />
      </IconPopover>
    </span>
  );
}
