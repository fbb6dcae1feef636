import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { listed } from '../../state/sceneText';
import { differences, settingsNow } from '../../state/settings';
import { Button } from '../../widgets/Button';
import { Icon } from '../../widgets/Icon';
import { IconButton } from '../../widgets/IconButton';
import { runTitle } from '../runs/runText';
import styles from './ArrivalStrip.module.css';

/** An opened link holds another run beside the one that is shown: which is which, and the button that opens it. */
export function RunOffer() {
  const { openPending, dismissPending } = useActions();
  const pending = useAppState((state) => state.pending);
  const now = useAppState(settingsNow);
  const hidden = useAppState((state) => state.view.hidden);
  if (!pending) return null;
  return (
    <section className={styles.strip} aria-label="Another run" data-asks>
      <Icon name="share" size={14} />
      <output className={styles.words}>
        Shown is {runTitle(now, hidden)}. The link also holds {runTitle(pending, hidden)}, with another{' '}
        {listed(differences(now, pending))}.
      </output>
      <div className={styles.ways}>
        <Button onClick={() => openPending()}>Open it at epoch 0</Button>
        <IconButton icon="close" label="Dismiss" size={12} onClick={dismissPending} />
      </div>
    </section>
  );
}
