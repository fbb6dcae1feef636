import { useActions } from '../../state/actions';
import { Icon } from '../../widgets/Icon';
import styles from './ShareButton.module.css';

/** Opens what leads out of the page: links, pictures, files. Its word is dropped where the bar is short. */
export function ShareButton() {
  const { showDialog } = useActions();
  return (
    <button
      type="button"
      className={styles.share}
      aria-label="Share"
      title="Share: a link, a frame, a picture (S)"
      aria-haspopup="dialog"
      onClick={() => showDialog('share')}
    >
      <Icon name="share" size={15} />
      <span className={styles.word}>Share</span>
    </button>
  );
}
