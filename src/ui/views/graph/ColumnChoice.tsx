import { useId } from 'react';
import type { Column } from '../../../data/graph/graphData';
import { isNumeric, whyUnread, type ColumnFilter } from '../../state/columnFilter';
import { Select } from '../../widgets/Select';
import { useCommit } from '../../widgets/useCommit';
import styles from './GraphTools.module.css';

interface Props {
  /** Of the file, at least one. */
  readonly columns: readonly Column[];
  readonly filter: ColumnFilter | null;
  /** At every key: what would be asked for. */
  readonly onType: (filter: ColumnFilter) => void;
  readonly onChange: (filter: ColumnFilter | null) => void;
}

/** What a column of the visitor's file must say: numbers within bounds, or a text that it contains. */
export function ColumnChoice({ columns, filter, onType, onChange }: Props) {
  const [id, noteId] = [useId(), useId()];
  const { name: column, values } = columns.find(({ name }) => name === filter?.column) ?? columns[0]!;
  const wanted = filter?.wanted ?? '';
  const input = useCommit((element) => {
    const next = element.value.trim();
    onChange(next === '' ? null : { column, wanted: next });
  }, wanted);
  const ofNumbers = isNumeric(values);
  const trouble = ofNumbers ? whyUnread(wanted) : null;
  return (
    <div className={styles.column}>
      <Select
        label="column"
        labelled="above"
        value={column}
        options={columns.map(({ name }) => ({ value: name, label: name }))}
        onChange={(next) => onChange({ column: next, wanted })}
      />
      <label htmlFor={id}>
        {ofNumbers ? 'is' : 'contains'}
        <input
          ref={input}
          id={id}
          type="text"
          maxLength={200}
          aria-describedby={noteId}
          aria-invalid={trouble !== null}
          placeholder={ofNumbers ? '25, >=25, 20..40' : 'text'}
          defaultValue={wanted}
          onInput={(event) => onType({ column, wanted: event.currentTarget.value })}
        />
      </label>
      <p id={noteId} className={trouble ? styles.trouble : styles.note} role={trouble ? 'alert' : undefined}>
        {trouble ??
          (ofNumbers
            ? 'A number, a bound (<25, >=25) or a range (20..40, 25.., ..25).'
            : 'Case and accents do not count; =oslo is the whole text.')}
      </p>
    </div>
  );
}
