import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Offer } from '../../widgets/Offer';

/** What this browser kept of an earlier visit. */
export function SessionOffer() {
  const { restoreSession, dismissSession } = useActions();
  const session = useAppState((state) => state.session);
  if (!session) return null;
  return (
    <Offer actions={<Button onClick={restoreSession}>Bring it back</Button>} onDismiss={dismissSession}>
      Kept from {session.when}: {session.sentence}.
    </Offer>
  );
}
