import { useActions } from '../../state/actions';
import { Checkbox } from '../../widgets/Checkbox';
import { NumberField } from '../../widgets/NumberField';
import type { Asked } from './asked';
import { Choice } from './Choice';
import styles from './Preview.module.css';

/** Graphs with more nodes are offered in part; none is cut unasked. */
const OFFERED_FROM = 5_000;
const SUGGESTED = 5_000;

/** A part of a large graph in place of the whole. */
export function SampleChoice({ preview, answers }: Asked) {
  const { setImportAnswers } = useActions();
  const { nodes } = preview.counts;
  const { sample } = answers;
  if (nodes <= OFFERED_FROM && sample === null) return null;
  return (
    <Choice title="Size">
      <div className={styles.line}>
        <Checkbox
          label="Take a part, grown along the edges"
          checked={sample !== null}
          onChange={(isPart) => setImportAnswers({ sample: isPart ? SUGGESTED : null })}
        />
        {sample !== null && (
          <NumberField
            label="Nodes"
            labelled="beside"
            value={sample}
            min={2}
            max={nodes}
            onChange={(next) => setImportAnswers({ sample: next })}
          />
        )}
      </div>
    </Choice>
  );
}
