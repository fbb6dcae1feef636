import { GlossaryButton } from '../glossary/GlossaryButton';
import { ShortcutList } from '../bar/ShortcutList';
import { Button } from '../../widgets/Button';
import { Icon } from '../../widgets/Icon';
import { SHORTCUTS_ID } from '../bar/shortcutTexts';
import styles from './NothingSelected.module.css';

export function NothingSelected() {
  return (
    <>
      <section className={styles.part}>
        <h2 tabIndex={-1}>Inspector</h2>
        <p>Click a node to see the messages it receives.</p>
        <ul className={styles.ways}>
          <li>
            <Icon name="move" size={14} /> drag moves the picture, the wheel zooms, a double-click fits it
          </li>
          <li>
            <Icon name="box" size={14} /> drag selects by a box
          </li>
          <li>
            <Icon name="lasso" size={14} /> drag selects by a free line
          </li>
          <li>
            <Icon name="connect" size={14} /> drag from node to node connects, a click selects an edge
          </li>
          <li>
            <Icon name="add" size={14} /> a click adds a node
          </li>
        </ul>
      </section>
      <section className={`${styles.part} ${styles.keys}`}>
        <h2>Keyboard</h2>
        <ShortcutList first={5} />
        <div className={styles.more}>
          <Button look="link" onClick={() => document.getElementById(SHORTCUTS_ID)?.showPopover()}>
            all keys
          </Button>
          <GlossaryButton />
        </div>
      </section>
    </>
  );
}
