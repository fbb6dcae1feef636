import { useActions } from '../../state/actions';
import { Button } from '../../widgets/Button';
import styles from './OpenDialog.module.css';
import { useFirstFocus } from './useFirstFocus';

interface Asking {
  readonly address: string;
  readonly host: string;
  readonly passesOn?: true | undefined;
}

/** An address that somebody else wrote, or that its host passes on from: nothing is asked before the visitor says so. */
export function ConsentQuestion({ address, host, passesOn }: Asking) {
  const { acceptImport, cancelImport } = useActions();
  const open = useFirstFocus<HTMLDivElement>('button');
  return (
    <div className={styles.message} ref={open}>
      {passesOn ? (
        <p>
          <strong>{host}</strong> passes on to another address, perhaps of another host: the browser says
          which only once it has been asked. Follow? Whoever answers will see your network address.
        </p>
      ) : (
        <p>
          Fetch a graph from <strong>{host}</strong>? That host will see your network address, as with any
          page that you visit.
        </p>
      )}
      <p className={styles.address}>
        <code>{address}</code>
      </p>
      <div className={styles.ways}>
        <Button look="accent" onClick={acceptImport}>
          {passesOn ? 'Follow' : 'Fetch it'}
        </Button>
        <Button onClick={cancelImport}>Cancel</Button>
      </div>
    </div>
  );
}
