/** Raw graphs for tests, as a reader would make them. */
import type { Cell, Column, RawGraph } from '../../../src/data/formats/rawGraph';

export const columnsOf = (columns: Readonly<Record<string, readonly Cell[]>>): Column[] =>
  Object.entries(columns).map(([name, values]) => ({ name, values }));

/** @param pairs edges by the places of their nodes */
export function rawGraph(
  numNodes: number,
  pairs: readonly (readonly [number, number])[],
  rest: Partial<RawGraph> = {},
): RawGraph {
  return {
    format: 'test',
    name: 'a graph',
    nodeIds: Array.from({ length: numNodes }, (_, node) => `n${node}`),
    source: Int32Array.from(pairs, ([from]) => from),
    target: Int32Array.from(pairs, ([, to]) => to),
    directed: null,
    nodeColumns: [],
    edgeColumns: [],
    features: null,
    labelColumn: null,
    splitColumn: null,
    positions: null,
    remarks: [],
    ...rest,
  };
}
