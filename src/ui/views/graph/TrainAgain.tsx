import { useActions } from '../../state/actions';
import { Button } from '../../widgets/Button';

/** The run from the beginning, with the labels as they are now. */
export function TrainAgain() {
  const { trainAgain } = useActions();
  return (
    <Button icon="play" title="From epoch 0, with the labels as they are now" onClick={trainAgain}>
      Train again
    </Button>
  );
}
