import { useActions } from '../../state/actions';
import { Button } from '../../widgets/Button';
import styles from './OpenDialog.module.css';
import { useFirstFocus } from './useFirstFocus';

/** A few characters of a link can hold a graph that takes this computer minutes: nothing of it is unpacked unasked. */
export function LargeLink({ nodes }: { readonly nodes: number }) {
  const { acceptImport, cancelImport } = useActions();
  const open = useFirstFocus<HTMLDivElement>('button');
  return (
    <div className={styles.message} ref={open}>
      <p>
        The link holds a graph of <strong>{nodes.toLocaleString('en')} nodes</strong>. Unpacking and drawing
        it may take this computer a while. Open it?
      </p>
      <div className={styles.ways}>
        <Button look="accent" onClick={acceptImport}>
          Open it
        </Button>
        <Button onClick={cancelImport}>Cancel</Button>
      </div>
    </div>
  );
}
