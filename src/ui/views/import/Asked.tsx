import { useActions } from '../../state/actions';
import { Button } from '../../widgets/Button';
import styles from './OpenDialog.module.css';
import { useFirstFocus } from './useFirstFocus';

/** An address that somebody else wrote: nothing is asked of that host before the visitor says so. */
export function Asked({ address, host }: { readonly address: string; readonly host: string }) {
  const { acceptImport, cancelImport } = useActions();
  const open = useFirstFocus<HTMLDivElement>('button');
  return (
    <div className={styles.message} ref={open}>
      <p>
        Fetch a graph from <strong>{host}</strong>? That host will see your network address, as with any page
        that you visit.
      </p>
      <p className={styles.address}>
        <code>{address}</code>
      </p>
      <div className={styles.ways}>
        <Button look="accent" onClick={acceptImport}>
          Fetch it
        </Button>
        <Button onClick={cancelImport}>Cancel</Button>
      </div>
    </div>
  );
}
