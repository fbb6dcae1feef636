import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Offer } from './Offer';

/** What this browser kept of an earlier visit. */
export function KeptVisit() {
  const { restoreSession, dismissSession } = useActions();
  const session = useAppState((state) => state.session);
  if (!session) return null;
  return (
    <Offer
      icon="replay"
      label="Last visit"
      actions={
        <>
          <Button look="accent" onClick={restoreSession}>
            Bring it back
          </Button>
          <Button onClick={dismissSession}>No, thanks</Button>
        </>
      }
    >
      Kept from {session.when}: {session.sentence}.
    </Offer>
  );
}
