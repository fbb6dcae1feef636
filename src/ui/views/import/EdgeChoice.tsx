import { repeatedFor, type Estimate, type Repeated } from '../../../data/import/answers';
import { useActions } from '../../state/actions';
import { countOf } from '../../widgets/numbers';
import { Segmented } from '../../widgets/Segmented';
import { Select, type Option } from '../../widgets/Select';
import { columnOf, columnOptions, columnValue, type Asked } from './asked';
import { Choice } from './Choice';
import { CountBars } from './CountBars';
import styles from './Preview.module.css';

const DIRECTIONS = [
  { value: 'undirected', label: 'in both directions' },
  { value: 'directed', label: 'in their own direction' },
] as const;

const SELF_LOOP_CHOICES = [
  { value: 'remove', label: 'remove' },
  { value: 'keep', label: 'keep' },
] as const;

const KEPT_LOOPS =
  'GCN, SGC and APPNP use their weights, and add a self-loop where a node has none; GAT replaces them with its own; ' +
  'in all other layers such a node is one of its own neighbours.';

/** Without weights, adding up is counting. */
const repeatedOptions = (weight: string | null): readonly Option<Repeated>[] => [
  ...(weight === null ? [] : [{ value: 'sum' as const, label: 'add up their weights' }]),
  { value: 'count', label: 'count them: the weight' },
  { value: 'one', label: 'keep the first' },
];

interface Props extends Asked {
  /** null while they are counted. */
  readonly types: Estimate['types'] | null;
}

/** Which way messages go, how much each counts, and of which kinds they are. */
export function EdgeChoice({ preview, answers, types }: Props) {
  const { setImportAnswers } = useActions();
  const loops = preview.counts.selfLoops;
  const weights = preview.edgeColumns.filter(
    ({ name, suggests }) => suggests === 'number' || name === answers.weight,
  );
  return (
    <Choice title="Edges">
      <div className={styles.fields}>
        <span className={`${styles.field} ${styles.row}`}>
          <span className={styles.caption}>Carry messages</span>
          <Segmented
            label="Carry messages"
            value={answers.directions}
            segments={DIRECTIONS}
            onChange={(directions) => setImportAnswers({ directions })}
          />
        </span>
        {loops > 0 && (
          <span className={`${styles.field} ${styles.row}`}>
            <span className={styles.caption}>{countOf(loops, 'self-loop')}</span>
            <Segmented
              label="Self-loops"
              value={answers.selfLoops}
              segments={SELF_LOOP_CHOICES}
              onChange={(selfLoops) => setImportAnswers({ selfLoops })}
            />
          </span>
        )}
        {loops > 0 && answers.selfLoops === 'keep' && (
          <p className={`${styles.quiet} ${styles.row}`}>{KEPT_LOOPS}</p>
        )}
        {weights.length > 0 && (
          <Select
            label="Weight"
            labelled="above"
            value={columnValue(answers.weight)}
            options={columnOptions(weights, 'none: all 1')}
            onChange={(value) => {
              const weight = columnOf(value);
              setImportAnswers({ weight, repeated: repeatedFor(weight) });
            }}
          />
        )}
        {preview.edgeColumns.length > 0 && (
          <Select
            label="Type"
            labelled="above"
            value={columnValue(answers.type)}
            options={columnOptions(preview.edgeColumns, 'none: all of one type')}
            hint="What kind each edge is. Types are kept; models here treat them alike."
            onChange={(value) => setImportAnswers({ type: columnOf(value) })}
          />
        )}
        {preview.counts.duplicates > 0 && (
          <Select
            label="Repeated edges"
            labelled="above"
            value={answers.weight === null && answers.repeated === 'sum' ? 'count' : answers.repeated}
            options={repeatedOptions(answers.weight)}
            onChange={(repeated) => setImportAnswers({ repeated })}
          />
        )}
      </div>
      {answers.type !== null && types && (
        <CountBars
          label="Types"
          counts={types.map(({ name, edges }) => ({ name, count: edges }))}
          of="edge"
          by={['type', 'types']}
        />
      )}
    </Choice>
  );
}
