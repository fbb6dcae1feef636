import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Offer } from './Offer';

/** A newer page waits: taken when the visitor says so. */
export function NewVersion() {
  const update = useAppState((state) => state.update);
  const isPlaying = useAppState((state) => state.training.phase === 'playing');
  if (!update) return null;
  return (
    <Offer icon="info" label="New version" actions={<Button onClick={update}>Reload</Button>}>
      A newer version of this page is there.{isPlaying && ' The run goes on until you take it.'}
    </Offer>
  );
}
