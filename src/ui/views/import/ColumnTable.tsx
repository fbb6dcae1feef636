import { COLUMN_USES, type ColumnUse } from '../../../data/import/answers';
import { useActions } from '../../state/actions';
import { Select, type Option } from '../../widgets/Select';
import { writeCount } from '../../widgets/numbers';
import { featureColumns, withColumn } from './answerChanges';
import { cut, type Asked } from './asked';
import styles from './Preview.module.css';

const UNUSED = 'not used';
const OPTIONS: readonly Option<ColumnUse | typeof UNUSED>[] = [
  { value: UNUSED, label: UNUSED },
  ...COLUMN_USES.map((value) => ({ value, label: value })),
];

/** More columns than anybody would look through are left as suggested. */
const SHOWN = 60;

/** Each column of the nodes, what it holds, and how it is used. */
export function ColumnTable({ preview, answers }: Asked) {
  const { setImportAnswers } = useActions();
  const used = new Map(
    answers.features.kind === 'columns' ? answers.features.columns.map(({ name, as }) => [name, as]) : [],
  );
  const columns = featureColumns(preview, answers);
  return (
    <section className={styles.columns} aria-label="Columns">
      <table>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Values</th>
            <th scope="col">Used as</th>
          </tr>
        </thead>
        <tbody>
          {columns.slice(0, SHOWN).map(({ name, distinct, missing, examples }) => (
            <tr key={name}>
              <th scope="row" title={cut(name)}>
                {cut(name)}
              </th>
              <td>
                <span className={styles.examples}>{examples.join(', ')}</span>
                <span className={styles.quiet}>
                  {writeCount(distinct)} different{missing > 0 && `, ${writeCount(missing)} missing`}
                </span>
              </td>
              <td>
                <Select
                  label={`Use of ${cut(name)}`}
                  labelled="hidden"
                  value={used.get(name) ?? UNUSED}
                  options={OPTIONS}
                  onChange={(use) =>
                    setImportAnswers(withColumn(preview, answers, name, use === UNUSED ? null : use))
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {columns.length > SHOWN && (
        <p className={styles.quiet}>
          {writeCount(columns.length - SHOWN)} more columns are used as suggested.
        </p>
      )}
    </section>
  );
}
