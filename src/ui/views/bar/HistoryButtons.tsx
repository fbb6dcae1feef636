import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { IconButton } from '../../widgets/IconButton';
import styles from './HistoryButtons.module.css';

export function HistoryButtons() {
  const { undo, redo } = useActions();
  const canUndo = useAppState((state) => state.canUndo);
  const canRedo = useAppState((state) => state.canRedo);
  return (
    <fieldset className={styles.history} aria-label="History">
      <IconButton icon="undo" label="Undo" hint="Ctrl or ⌘ Z" disabled={!canUndo} onClick={undo} />
      <IconButton icon="redo" label="Redo" hint="Shift Ctrl or ⌘ Z" disabled={!canRedo} onClick={redo} />
    </fieldset>
  );
}
