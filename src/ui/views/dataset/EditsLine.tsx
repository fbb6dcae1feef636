import { hasEdits, NO_EDITS } from '../../../data/run/edits';
import { useActions } from '../../state/actions';
import { editsText, learnedOtherLabels } from '../../state/editing';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Guarded } from '../../widgets/Guarded';
import { countOf } from '../../widgets/numbers';
import { TrainAgain } from '../graph/TrainAgain';
import styles from './EditsLine.module.css';

/** What was done to the set by hand, with the way back; nothing where it is as it came. */
export function EditsLine() {
  const { editGraph } = useActions();
  const edits = useAppState((state) => state.graph?.edits ?? NO_EDITS);
  const labels = useAppState((state) => state.graph?.data.labelling.split.train.length ?? 0);
  const isStale = useAppState(learnedOtherLabels);
  if (!hasEdits(edits)) return null;
  return (
    <div className={styles.edits}>
      <output>
        Edited: {editsText(edits)}.
        {edits.labels.length > 0 && ` The model learns from ${countOf(labels, 'label')}.`}
      </output>
      {isStale && <TrainAgain />}
      <Guarded control="edit" look="line">
        <Button look="link" onClick={() => editGraph(NO_EDITS)}>
          Discard all edits
        </Button>
      </Guarded>
    </div>
  );
}
