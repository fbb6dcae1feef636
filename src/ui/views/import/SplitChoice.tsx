import type { SplitAnswer } from '../../../data/import/answers';
import { useActions } from '../../state/actions';
import { NumberField } from '../../widgets/NumberField';
import { Select, type Option } from '../../widgets/Select';
import { splitColumns, withSplit } from './answerChanges';
import { columnOf, columnOptions, columnValue, type Asked } from './asked';
import { Choice } from './Choice';
import styles from './Preview.module.css';

const MAX_SEED = 2 ** 32 - 1;
const percent = (share: number): number => Math.round(share * 100);

/** Which nodes a model learns from, is chosen on and is judged on. */
export function SplitChoice({ preview, answers }: Asked) {
  const { setImportAnswers } = useActions();
  const { split, seed } = answers;
  const columns = splitColumns(preview, answers);
  const options: readonly Option<SplitAnswer['kind']>[] = [
    { value: 'shares', label: 'a percentage of each class' },
    { value: 'perClass', label: 'a number of each class' },
    ...(columns.length > 0 ? [{ value: 'column' as const, label: 'from a column' }] : []),
  ];
  const set = (next: SplitAnswer) => setImportAnswers({ split: next });
  const { nodes } = preview.counts;
  return (
    <Choice title="Split">
      <div className={styles.fields}>
        <Select
          label="Drawn by"
          labelled="above"
          value={split.kind}
          options={options}
          onChange={(kind) => setImportAnswers(withSplit(preview, answers, kind))}
        />
        {split.kind === 'shares' && (
          <>
            <NumberField
              label="Train, %"
              value={percent(split.train)}
              min={1}
              max={100 - percent(split.val)}
              onChange={(value) => set({ ...split, train: value / 100 })}
            />
            <NumberField
              label="Validation, %"
              value={percent(split.val)}
              min={0}
              max={100 - percent(split.train)}
              onChange={(value) => set({ ...split, val: value / 100 })}
            />
          </>
        )}
        {split.kind === 'perClass' && (
          <>
            <NumberField
              label="Train, each class"
              value={split.train}
              min={1}
              max={nodes}
              onChange={(train) => set({ ...split, train })}
            />
            <NumberField
              label="Validation"
              value={split.val}
              min={0}
              max={nodes}
              onChange={(val) => set({ ...split, val })}
            />
            <NumberField
              label="Test"
              value={split.test}
              min={0}
              max={nodes}
              onChange={(test) => set({ ...split, test })}
            />
          </>
        )}
        {split.kind === 'column' ? (
          <Select
            label="Column"
            labelled="above"
            value={columnValue(split.column)}
            options={columnOptions(columns, null)}
            onChange={(value) => set({ kind: 'column', column: columnOf(value) ?? split.column })}
          />
        ) : (
          <NumberField
            label="Seed"
            value={seed}
            min={0}
            max={MAX_SEED}
            onChange={(next) => setImportAnswers({ seed: next })}
          />
        )}
      </div>
    </Choice>
  );
}
