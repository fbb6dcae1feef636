import { Button } from './Button';
import styles from './Lost.module.css';

/** In the place of a part whose code could not be fetched. */
export function Lost({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <p role="alert" className={styles.lost}>
      This part of the page could not be fetched from its server.{' '}
      <Button look="link" onClick={onAgain}>
        Try again
      </Button>
    </p>
  );
}
