import { useActions } from '../../state/actions';
import { Button } from '../../widgets/Button';
import styles from './OpenDialog.module.css';
import { useFirstFocus } from './useFirstFocus';

/** How far it is, and the way out. */
export function Working({ sentence }: { readonly sentence: string }) {
  const { cancelImport } = useActions();
  const inside = useFirstFocus<HTMLDivElement>('button');
  return (
    <div className={styles.message} ref={inside}>
      <output className={styles.sentence}>{sentence}</output>
      <progress aria-label="Progress" className={styles.progress} />
      <div className={styles.ways}>
        <Button onClick={cancelImport}>Cancel</Button>
      </div>
    </div>
  );
}
