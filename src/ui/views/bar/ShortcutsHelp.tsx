import { Icon } from '../../widgets/Icon';
import { Popover } from '../../widgets/Popover';
import { GlossaryButton } from '../glossary/GlossaryButton';
import { ShortcutList } from './ShortcutList';
import { SHORTCUTS_ID } from './shortcutTexts';
import styles from './ShortcutsHelp.module.css';

/** The keys, as a popover; `?` opens it too. */
export function ShortcutsHelp() {
  return (
    <Popover
      id={SHORTCUTS_ID}
      label="Keyboard shortcuts"
      button={{
        className: styles.button,
        title: 'Keyboard shortcuts (?)',
        'aria-label': 'Keyboard shortcuts',
        children: <Icon name="keyboard" />,
      }}
    >
      <h2 className={styles.title}>Keyboard</h2>
      <ShortcutList />
      <GlossaryButton />
    </Popover>
  );
}
