import { useCallback, useDeferredValue, useMemo, useState, type Ref } from 'react';
import type { GraphData } from '../../../data/graph/graphData';
import type { ColumnFilter } from '../../state/columnFilter';
import { isFiltering, NO_FILTER, structureSliced, type Filter } from '../../state/filter';
import { useAppState } from '../../state/hooks';
import { useInTurns } from '../../state/inTurns';
import { predictsClasses } from '../../state/taskView';
import { Button } from '../../widgets/Button';
import { NumberField } from '../../widgets/NumberField';
import { Segmented } from '../../widgets/Segmented';
import { countOf } from '../../widgets/numbers';
import { ClassDot } from '../ClassDot';
import { ColumnChoice } from './ColumnChoice';
import styles from './GraphTools.module.css';
import { useMatching } from './useMatching';

const VERDICTS = [
  { value: 'any', label: 'any' },
  { value: 'right', label: 'right' },
  { value: 'wrong', label: 'wrong' },
] as const;

const COMPONENTS = [
  { value: 'all', label: 'all' },
  { value: 'largest', label: 'the largest' },
  { value: 'others', label: 'the others' },
] as const;

interface Props {
  readonly ref?: Ref<HTMLDivElement>;
  readonly graph: GraphData;
  /** That holds. */
  readonly filter: Filter;
  readonly onChange: (change: Partial<Filter>) => void;
  readonly onSelect: () => void;
}

/** What nodes are looked at; counts those that match at every key, before what is typed holds. */
export function FilterForm({ ref, graph, filter, onChange: onFinish, onSelect }: Props) {
  const [typed, setTyped] = useState<ColumnFilter | null>(null);
  const asked = useMemo(() => (typed ? { ...filter, column: typed } : filter), [filter, typed]);
  const { passed, there } = useMatching(graph, useDeferredValue(asked));
  const onChange = (change: Partial<Filter>): void => {
    setTyped(null);
    onFinish(change);
  };
  const { result: structure } = useInTurns(useCallback(() => structureSliced(graph), [graph]));
  // A graph is larger than any of its degrees.
  const { mostNeighbours: most = graph.numNodes, numComponents = 1 } = structure ?? {};
  const { classNames, y } = graph.labelling;
  const columns = graph.file?.nodeColumns ?? [];
  const all = [...classNames.keys()];
  const hasNone = useMemo(() => y.includes(-1), [y]);
  const isPredicted = useAppState(({ run }) => predictsClasses(run));
  const withNone = hasNone ? [...all, -1] : all;
  return (
    <div ref={ref} className={styles.filter}>
      {all.length > 0 && (
        <ClassBoxes
          title={isPredicted ? 'True class' : 'Class'}
          {...{ classNames }}
          among={withNone}
          chosen={filter.classes}
          onChange={(classes) => onChange({ classes })}
        />
      )}
      {all.length > 0 && isPredicted && (
        <>
          <ClassBoxes
            title="Predicted"
            {...{ classNames }}
            among={all}
            chosen={filter.predicted}
            onChange={(predicted) => onChange({ predicted })}
          />
          <fieldset>
            <legend>Prediction</legend>
            <Segmented
              label="Prediction"
              value={filter.verdict}
              segments={VERDICTS}
              onChange={(verdict) => onChange({ verdict })}
            />
          </fieldset>
        </>
      )}
      <div className={styles.degrees}>
        <NumberField
          label="degree from"
          value={filter.minDegree}
          min={0}
          max={most}
          onChange={(minDegree) => onChange({ minDegree })}
        />
        <NumberField
          label="degree to"
          value={filter.maxDegree ?? most}
          min={0}
          max={most}
          onChange={(to) => onChange({ maxDegree: to === most ? null : to })}
        />
      </div>
      {numComponents > 1 && (
        <fieldset>
          <legend>Of its {countOf(numComponents, 'component')}</legend>
          <Segmented
            label="Component"
            value={filter.component}
            segments={COMPONENTS}
            onChange={(component) => onChange({ component })}
          />
        </fieldset>
      )}
      {columns.length > 0 && (
        <ColumnChoice
          columns={columns}
          filter={asked.column}
          onType={setTyped}
          onChange={(column) => onChange({ column })}
        />
      )}
      <div className={styles.foot}>
        <output>
          {passed} of {countOf(there, 'node')} match
        </output>
        <Button onClick={onSelect} disabled={passed === 0}>
          Select what matches
        </Button>
        {isFiltering(filter) && (
          <Button look="link" onClick={() => onChange(NO_FILTER)}>
            No filter
          </Button>
        )}
      </div>
    </div>
  );
}

interface BoxesProps {
  readonly title: string;
  readonly classNames: readonly string[];
  readonly among: readonly number[];
  /** null: all of them. */
  readonly chosen: readonly number[] | null;
  readonly onChange: (chosen: readonly number[] | null) => void;
}

function ClassBoxes({ title, classNames, among, chosen, onChange }: BoxesProps) {
  const isOn = (index: number): boolean => chosen?.includes(index) ?? true;
  const toggle = (index: number): void => {
    const next = among.filter((each) => (each === index ? !isOn(each) : isOn(each)));
    onChange(next.length === among.length ? null : next);
  };
  return (
    <fieldset className={styles.boxes}>
      <legend>{title}</legend>
      {among.map((index) => (
        <label key={index} className={styles.box}>
          <input type="checkbox" checked={isOn(index)} onChange={() => toggle(index)} />
          <ClassDot index={index} numClasses={classNames.length} />
          {classNames[index] ?? 'no class'}
        </label>
      ))}
    </fieldset>
  );
}
