/** Ids and columns of the file that a packed graph came from. Of an undirected graph's two edges one row is kept where both say the same. */
import type { Column, EdgeIndex, FileFacts, GraphData } from '../../graph/graphData';
import { broken, type ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import { mirrors } from './edges';

/** Columns of nodes or of edges. */
const MAX_COLUMNS = 10_000;

/** Ids that are the names take no room. */
const KIND = { ownIds: 1, halfOfEdges: 2 } as const;

export function writeFileFacts(
  out: ByteWriter,
  graph: GraphData,
  { nodeIds, nodeColumns, edgeColumns }: FileFacts,
): void {
  const names = namesOf(graph.numNodes, graph.nodeNames);
  const isNamed = nodeIds.every((id, node) => id === names[node]);
  const mirror = lowerEdges(graph.numNodes, graph.edgeIndex);
  const isHalf =
    edgeColumns.length > 0 &&
    edgeColumns.every(({ values }) => values.every((value, e) => value === values[mirror[e]]));
  out.varint((isNamed ? 0 : KIND.ownIds) | (isHalf ? KIND.halfOfEdges : 0));
  if (!isNamed) out.json(nodeIds);
  writeColumns(out, nodeColumns);
  writeColumns(
    out,
    isHalf
      ? edgeColumns.map(({ name, values }) => ({ name, values: values.filter((_, e) => mirror[e] === e) }))
      : edgeColumns,
  );
}

export function readFileFacts(
  bytes: ByteReader,
  numNodes: number,
  edgeIndex: EdgeIndex,
  nodeNames: readonly string[] | null,
): FileFacts {
  const kind = bytes.varint('the kind of columns', 3);
  const nodeIds = kind & KIND.ownIds ? bytes.strings('the ids of nodes') : namesOf(numNodes, nodeNames);
  if (nodeIds.length !== numNodes) throw broken(`expected ${numNodes} ids of nodes, got ${nodeIds.length}`);
  const nodeColumns = readColumns(bytes, numNodes, 'nodes');
  const isHalf = (kind & KIND.halfOfEdges) !== 0;
  const mirror = lowerEdges(numNodes, edgeIndex);
  // The place among the rows that are kept, of those edges that have one.
  const row = new Int32Array(mirror.length);
  let count = 0;
  mirror.forEach((lower, e) => {
    if (!isHalf || lower === e) row[e] = count++;
  });
  const edgeColumns = readColumns(bytes, count, 'edges').map(({ name, values }): Column => ({
    name,
    values: Array.from(mirror, (lower, e) => values[row[isHalf ? lower : e]] ?? null),
  }));
  return { nodeIds, nodeColumns, edgeColumns };
}

const namesOf = (numNodes: number, names: readonly string[] | null): readonly string[] =>
  names ?? Array.from({ length: numNodes }, (_, node) => String(node));

/** For each edge of an undirected graph the one of its two that goes to the higher index; of others each edge itself. */
function lowerEdges(numNodes: number, edgeIndex: EdgeIndex): Int32Array {
  const mirror = mirrors(numNodes, edgeIndex);
  const isUndirected = mirror.every((other) => other >= 0);
  return mirror.map((other, e) => (isUndirected && edgeIndex.source[e] > edgeIndex.target[e] ? other : e));
}

function writeColumns(out: ByteWriter, columns: readonly Column[]): void {
  out.varint(columns.length);
  for (const { name, values } of columns) {
    out.json(name);
    out.text(JSON.stringify(values));
  }
}

function readColumns(bytes: ByteReader, length: number, what: string): readonly Column[] {
  const count = bytes.count(`columns of ${what}`, MAX_COLUMNS);
  return Array.from({ length: count }, () => {
    const name = bytes.string(`the name of a column of ${what}`);
    const values = bytes.cells(`a column of ${what}`);
    if (values.length !== length)
      throw broken(`expected ${length} values in a column of ${what}, got ${values.length}`);
    return { name, values };
  });
}
