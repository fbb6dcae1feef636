import type { ViewSpec } from '../../state/viewSpec';

/** The table takes the place of the charts, which must not be folded away for that. */
export const tableShown = ({ table, folded }: ViewSpec): Partial<ViewSpec> => ({
  table: !table,
  folded: folded.filter((panel) => table || panel !== 'charts'),
});
