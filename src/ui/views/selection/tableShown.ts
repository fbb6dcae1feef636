import type { ViewSpec } from '../../state/viewSpec';

/** The table takes the place of the charts, which must not be folded away for that; with it their place closes again. */
export const tableShown = ({ table, folded, opened }: ViewSpec): Partial<ViewSpec> => {
  const others = opened.filter((panel) => panel !== 'charts');
  return table
    ? { table: false, opened: others }
    : { table: true, folded: folded.filter((panel) => panel !== 'charts'), opened: [...others, 'charts'] };
};
