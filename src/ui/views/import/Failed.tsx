import { useActions } from '../../state/actions';
import { Button } from '../../widgets/Button';
import { Icon } from '../../widgets/Icon';
import { ChooseFiles } from './ChooseFiles';
import styles from './OpenDialog.module.css';
import { useFirstFocus } from './useFirstFocus';

/** What is wrong with it, as the reader said it. The graph that was shown is still there. */
export function Failed({ what, message }: { readonly what: string; readonly message: string }) {
  const { cancelImport } = useActions();
  const inside = useFirstFocus<HTMLDivElement>('button');
  return (
    <div className={styles.message} ref={inside}>
      <h3 className={styles.trouble}>
        <Icon name="warning" size={15} />
        {what} could not be opened
      </h3>
      <p role="alert">{message}</p>
      <p className={styles.quiet}>The graph on the page is as it was.</p>
      <div className={styles.ways}>
        <ChooseFiles look="accent">Try another file</ChooseFiles>
        <Button onClick={cancelImport}>Close</Button>
      </div>
    </div>
  );
}
