import type { Estimate } from '../../../data/import/answers';
import { useActions } from '../../state/actions';
import { Select } from '../../widgets/Select';
import { withLabel } from './answerChanges';
import { columnOf, columnOptions, columnValue, type Asked } from './asked';
import { Choice } from './Choice';
import { CountBars } from './CountBars';
import styles from './Preview.module.css';

interface Props extends Asked {
  readonly classes: Estimate['classes'] | null;
}

/** Which column is to be learned, and how its classes are spread. */
export function LabelChoice({ preview, answers, classes }: Props) {
  const { setImportAnswers } = useActions();
  if (preview.nodeColumns.length === 0)
    return (
      <Choice title="Label">
        <p className={styles.quiet}>
          The file has no columns of its nodes, and so no label. Models that need none can be trained; labels
          can be given by hand on the page.
        </p>
      </Choice>
    );
  return (
    <Choice title="Label">
      <Select
        label="Column of the classes"
        labelled="above"
        value={columnValue(answers.label)}
        options={columnOptions(preview.nodeColumns, 'none: only models that need no labels')}
        onChange={(value) => setImportAnswers(withLabel(answers, columnOf(value)))}
      />
      {answers.label !== null && classes && (
        <CountBars
          label="Classes"
          counts={classes.map(({ name, nodes }) => ({ name, count: nodes }))}
          of="node"
          by={['class', 'classes']}
        />
      )}
    </Choice>
  );
}
