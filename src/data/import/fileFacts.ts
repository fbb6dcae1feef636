/** What of a file goes along with the graph that is made of it: ids, and every column as it stands there. */
import type { RawGraph } from '../formats/rawGraph';
import type { Column, EdgeIndex, FileFacts } from '../graph/graphData';
import { edgeOrder } from '../graph/mergeEdges';

/** Cells of nodes, and of edges, that are kept: they are sent from thread to thread, and to those who open a link. */
export const MAX_KEPT_CELLS = 1_000_000;

/** The first columns, as many as there is room for. */
const kept = (columns: readonly Column[], length: number): readonly Column[] =>
  columns.slice(0, Math.floor(MAX_KEPT_CELLS / Math.max(1, length)));

/** A sentence on columns that are too many to go along; none where all of them do. */
export function unkeptColumns({ nodeColumns, edgeColumns, nodeIds, source }: RawGraph): readonly string[] {
  const left = [
    ...nodeColumns.slice(kept(nodeColumns, nodeIds.length).length),
    ...edgeColumns.slice(kept(edgeColumns, source.length).length),
  ];
  return left.length === 0
    ? []
    : [
        `${left.length === 1 ? `Column '${left[0]!.name}' is` : `${left.length} columns are`} too long for the table and for exports: more than ${MAX_KEPT_CELLS.toLocaleString('en')} values in all. Choose what you need as label, names or features.`,
      ];
}

export function fileFactsOf(raw: RawGraph, edgeIndex: EdgeIndex): FileFacts {
  const edgeColumns = kept(raw.edgeColumns, raw.source.length);
  const first = edgeColumns.length > 0 ? firstSaid(raw, edgeIndex) : new Int32Array(0);
  return {
    nodeIds: raw.nodeIds,
    nodeColumns: kept(raw.nodeColumns, raw.nodeIds.length),
    edgeColumns: edgeColumns.map(({ name, values }) => ({
      name,
      values: Array.from(first, (e) => (e < 0 ? null : (values[e] ?? null))),
    })),
  };
}

/** For each directed edge the first of the file that says it, else the first that says it the other way round; else -1. */
function firstSaid({ nodeIds, source, target }: RawGraph, edgeIndex: EdgeIndex): Int32Array {
  const numNodes = nodeIds.length;
  const first = new Int32Array(edgeIndex.source.length).fill(-1);
  for (const [from, to] of [
    [source, target],
    [target, source],
  ] as const) {
    // Both lists are sorted by target, then source: one walk over them.
    let e = 0;
    for (const said of edgeOrder(numNodes, from, to)) {
      const isBefore = () =>
        edgeIndex.target[e]! < to[said]! ||
        (edgeIndex.target[e] === to[said] && edgeIndex.source[e]! < from[said]!);
      while (e < first.length && isBefore()) e++;
      const isSame = edgeIndex.target[e] === to[said] && edgeIndex.source[e] === from[said];
      if (isSame && first[e]! < 0) first[e] = said;
    }
  }
  return first;
}
