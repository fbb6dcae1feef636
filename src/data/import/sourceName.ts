/** What files are called together: `nodes.csv, edges.csv`, `ind.mine.x and 7 more`. */
export const sourceName = (names: readonly string[]): string =>
  names.length > 3 ? `${names[0]} and ${names.length - 1} more` : names.join(', ');
