import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { listed } from '../../state/sceneText';
import { differences, settingsNow } from '../../state/settings';
import { Button } from '../../widgets/Button';
import { Offer } from '../../widgets/Offer';
import { runTitle } from '../runs/runText';

/** An opened link holds another run beside the one that is shown: which is which, and the button that opens it. */
export function RunOffer() {
  const { openPending, dismissPending } = useActions();
  const pending = useAppState((state) => state.pending);
  const now = useAppState(settingsNow);
  if (!pending) return null;
  return (
    <Offer actions={<Button onClick={openPending}>Open it at epoch 0</Button>} onDismiss={dismissPending}>
      Shown is {runTitle(now)}. The link also holds {runTitle(pending)}, with another{' '}
      {listed(differences(now, pending))}.
    </Offer>
  );
}
