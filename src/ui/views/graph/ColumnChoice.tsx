import { useId } from 'react';
import type { ColumnFilter } from '../../state/columnFilter';
import { Select } from '../../widgets/Select';
import { useCommit } from '../../widgets/useCommit';
import styles from './GraphTools.module.css';

interface Props {
  /** Names of the file's columns, at least one. */
  readonly columns: readonly string[];
  readonly filter: ColumnFilter | null;
  readonly onChange: (filter: ColumnFilter | null) => void;
}

const HINT = 'A text to be found in it, a number, a range as 20..40, or a bound as >= 5';

/** What a column of the visitor's file must say. */
export function ColumnChoice({ columns, filter, onChange }: Props) {
  const id = useId();
  const column = filter && columns.includes(filter.column) ? filter.column : columns[0]!;
  const wanted = filter?.wanted ?? '';
  const input = useCommit((element) => {
    const next = element.value.trim();
    if (next !== wanted) onChange(next === '' ? null : { column, wanted: next });
  }, wanted);
  return (
    <div className={styles.column}>
      <Select
        label="column"
        labelled="above"
        value={column}
        options={columns.map((value) => ({ value, label: value }))}
        onChange={(next) => onChange({ column: next, wanted })}
      />
      <label htmlFor={id}>
        is
        <input
          ref={input}
          id={id}
          type="text"
          maxLength={200}
          title={HINT}
          placeholder="text, or 20..40"
          defaultValue={wanted}
        />
      </label>
    </div>
  );
}
