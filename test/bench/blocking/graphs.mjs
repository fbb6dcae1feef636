/** Graphs up to what an import accepts (IMPORT_LIMITS), as files that a visitor would open. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const GROUPS = ['red', 'green', 'blue', 'grey', 'black'];

/** By name: nodes, and edges as a function that calls `add` for each. */
export const SIZES = {
  citations: { nodes: 20_000, edges: (add, any) => times(40_000, () => add(any(20_000), any(20_000))) },
  star: { nodes: 60_001, edges: (add) => times(60_000, (i) => add(0, i + 1)) },
  million: { nodes: 100_000, edges: (add, any) => times(1_000_000, () => add(any(100_000), any(100_000))) },
  isolated: { nodes: 400_000, edges: (add) => add(0, 1) },
  most: { nodes: 500_000, edges: (add, any) => times(1_000_000, () => add(any(500_000), any(500_000))) },
};

function times(count, call) {
  for (let i = 0; i < count; i++) call(i);
}

/** Whole numbers below a bound, always the same. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((below * state) / 2 ** 32);
  };
}

/** @returns paths of a list of edges and a table of nodes with a class, a number and a name each */
export function writeGraph(name, folder) {
  const { nodes, edges } = SIZES[name];
  const any = numbers(1);
  const lines = ['source,target'];
  edges((a, b) => lines.push(`n${a},n${b}`), any);
  const rows = ['id,group,year,town'];
  for (let i = 0; i < nodes; i++) rows.push(`n${i},${GROUPS[any(5)]},${1950 + any(70)},town ${any(9000)}`);
  const paths = [join(folder, `${name}.csv`), join(folder, `${name}-nodes.csv`)];
  writeFileSync(paths[0], lines.join('\n'));
  writeFileSync(paths[1], rows.join('\n'));
  return paths;
}
