import type { ColumnFacts, ImportAnswers, Preview } from '../../../data/import/answers';
import type { Option } from '../../widgets/Select';

/** What every question of the preview is given. */
export interface Asked {
  readonly preview: Preview;
  readonly answers: ImportAnswers;
}

/** Stands for no column; a column may have any name, so the others carry a mark. */
const NO_COLUMN = 'none';
const MARK = 'column:';

export const columnValue = (name: string | null): string => (name === null ? NO_COLUMN : MARK + name);
export const columnOf = (value: string): string | null =>
  value.startsWith(MARK) ? value.slice(MARK.length) : null;

/** Longer names are cut in the list: a file may call its columns anything. */
const MAX_NAME = 60;
export const cut = (text: string): string =>
  text.length > MAX_NAME ? `${text.slice(0, MAX_NAME - 1)}…` : text;

/** `none` and one option per column. */
export const columnOptions = (
  columns: readonly ColumnFacts[],
  none: string | null,
): readonly Option<string>[] => [
  ...(none === null ? [] : [{ value: NO_COLUMN, label: none }]),
  ...columns.map(({ name, distinct }) => ({
    value: columnValue(name),
    label: `${cut(name)} · ${distinct.toLocaleString('en')} ${distinct === 1 ? 'value' : 'values'}`,
  })),
];
