import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { IconButton } from '../../widgets/IconButton';
import { isMac, shortcutTexts } from './shortcutTexts';
import styles from './HistoryButtons.module.css';

const keys = (what: string) => shortcutTexts(isMac()).find(({ does }) => does === what)?.keys;

export function HistoryButtons() {
  const { undo, redo } = useActions();
  const canUndo = useAppState((state) => state.canUndo);
  const canRedo = useAppState((state) => state.canRedo);
  return (
    <fieldset className={styles.history} aria-label="History">
      <IconButton icon="undo" label="Undo" hint={keys('undo')} disabled={!canUndo} onClick={() => undo()} />
      <IconButton icon="redo" label="Redo" hint={keys('redo')} disabled={!canRedo} onClick={() => redo()} />
    </fieldset>
  );
}
