import { useActions } from '../../state/actions';
import { Segmented } from '../../widgets/Segmented';
import { Select } from '../../widgets/Select';
import { columnOf, columnOptions, columnValue, type Asked } from './asked';
import { Choice } from './Choice';
import styles from './Preview.module.css';

const DIRECTIONS = [
  { value: 'undirected', label: 'in both directions' },
  { value: 'directed', label: 'in their own direction' },
] as const;

/** Which way messages go, and how much each counts. */
export function EdgeChoice({ preview, answers }: Asked) {
  const { setImportAnswers } = useActions();
  const weights = preview.edgeColumns.filter(
    ({ name, suggests }) => suggests === 'number' || name === answers.weight,
  );
  return (
    <Choice title="Edges">
      <div className={styles.fields}>
        <span className={styles.field}>
          <span className={styles.caption}>Carry messages</span>
          <Segmented
            label="Carry messages"
            value={answers.directions}
            segments={DIRECTIONS}
            onChange={(directions) => setImportAnswers({ directions })}
          />
        </span>
        {weights.length > 0 && (
          <Select
            label="Weight"
            labelled="above"
            value={columnValue(answers.weight)}
            options={columnOptions(weights, 'none: all 1')}
            onChange={(value) => setImportAnswers({ weight: columnOf(value) })}
          />
        )}
      </div>
    </Choice>
  );
}
