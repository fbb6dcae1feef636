import { Button } from './Button';
import styles from './Lost.module.css';

/**
 * In the place of a part whose code could not be fetched. Browsers remember a module that failed for as long as the page
 * lives (whatwg/html#6768), so another try begins with a reload; the address has what was shown.
 */
export function Lost() {
  return (
    <p role="alert" className={styles.lost}>
      This part of the page could not be fetched from its server.{' '}
      <Button look="link" onClick={() => location.reload()}>
        Reload the page
      </Button>
    </p>
  );
}
