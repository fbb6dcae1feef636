/** A graph with a person's edits: a new graph, the given one stays. */
import { fail } from '../base/errors';
import { hasEdits, type GraphEdits } from '../run/edits';
import type {
  Cell,
  EdgeIndex,
  Features,
  FileFacts,
  GraphData,
  Labelling,
  SparseMatrix,
  Split,
} from './graphData';
import { reachOf, spreadOf } from './layout/spread';

/**
 * Added nodes have a row of zeros for features, no class and no part in the split; deleted ones keep their id and lose
 * edges, class and part. A label given makes its node a training node of that class, whatever its true class; a label
 * taken makes it none. Neither is then judged on: not in validation, not in test.
 *
 * @throws PlaygroundError where an edit names a node or a class that there is not
 */
export function applyEdits(graph: GraphData, edits: GraphEdits): GraphData {
  if (!hasEdits(edits)) return graph;
  const added = edits.addedNodes.length;
  const numNodes = graph.numNodes + added;
  const removed = new Set(edits.removedNodes);
  const numClasses = graph.labelling.classNames.length;
  for (const node of removed) check('node', node, numNodes);
  for (const [node, label] of edits.labels) {
    check('node', node, numNodes);
    if (label !== null) check('class', label, numClasses);
  }
  const { wasEdge, ...edited } = edgesOf(graph, numNodes, edits, removed);
  const names = edits.addedNodes.map((_, i) => `new ${graph.numNodes + i}`);
  return {
    ...graph,
    numNodes,
    ...edited,
    features: added > 0 ? withRows(graph.features, added) : graph.features,
    labelling: labellingOf(graph.labelling, numNodes, edits, removed),
    nodeNames: graph.nodeNames && withMore(graph.nodeNames, names),
    ...(graph.file && { file: editedFile(graph.file, names, wasEdge) }),
    positions: graph.positions && withPlaces(graph.positions, edits.addedNodes),
    tombstones: [...removed],
  };
}

function check(what: string, index: number, count: number): void {
  if (!(Number.isInteger(index) && index >= 0 && index < count))
    throw fail('edits', `expected a ${what} from 0 to ${count - 1}, got ${index}`);
}

/** Added nodes and edges have nothing in the file's columns. */
const editedFile = (
  { nodeIds, nodeColumns, edgeColumns }: FileFacts,
  added: readonly string[],
  wasEdge: Int32Array,
): FileFacts => ({
  nodeIds: withMore(nodeIds, added),
  nodeColumns: nodeColumns.map(({ name, values }) => ({
    name,
    values: withMore<Cell>(
      values,
      added.map(() => null),
    ),
  })),
  edgeColumns: edgeColumns.map(({ name, values }) => ({
    name,
    values: Array.from(wasEdge, (e) => values[e] ?? null),
  })),
});

interface EditedEdges extends Pick<GraphData, 'edgeIndex' | 'edgeWeight'> {
  /** The place that each edge had before; -1 of an added one. */
  readonly wasEdge: Int32Array;
}

/**
 * Edges stand by target, then source: what stays between two changes, few, is copied in one piece, as millions of edges
 * are edited while the page waits.
 */
function edgesOf(
  { edgeIndex, edgeWeight }: GraphData,
  numNodes: number,
  { addedEdges, removedEdges }: GraphEdits,
  removed: ReadonlySet<number>,
): EditedEdges {
  const { source, target } = edgeIndex;
  for (const node of addedEdges.flat()) check('node', node, numNodes);
  const keyOf = (from: number, to: number) => to * numNodes + from;
  const keys = (edges: GraphEdits['addedEdges']): readonly number[] =>
    edges.flatMap(([a, b]) => [keyOf(a, b), keyOf(b, a)]);
  /** The first place whose edge does not stand before `key`. */
  const placeOf = (key: number): number => {
    let [low, high] = [0, source.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keyOf(source[middle], target[middle]) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const isAt = (place: number, key: number): boolean =>
    place < source.length && keyOf(source[place], target[place]) === key;
  const gone = new Set(edgesAt(edgeIndex, removed, numNodes));
  for (const key of keys(removedEdges)) if (isAt(placeOf(key), key)) gone.add(placeOf(key));
  const added = [...new Set(keys(addedEdges.filter(([a, b]) => !removed.has(a) && !removed.has(b))))]
    .map((key) => ({ key, place: placeOf(key) }))
    // Listed already, it is one edge.
    .filter(({ key, place }) => gone.has(place) || !isAt(place, key))
    .sort((a, b) => a.key - b.key);
  const count = source.length - gone.size + added.length;
  const edited = { source: new Int32Array(count), target: new Int32Array(count) };
  const wasEdge = new Int32Array(count);
  let [from, at] = [0, 0];
  const copyUntil = (to: number): void => {
    edited.source.set(source.subarray(from, to), at);
    edited.target.set(target.subarray(from, to), at);
    while (from < to) wasEdge[at++] = from++;
  };
  let next = 0;
  const addBefore = (place: number): void => {
    for (; next < added.length && added[next]!.place <= place; next++) {
      const { key } = added[next]!;
      copyUntil(added[next]!.place);
      edited.source[at] = key % numNodes;
      edited.target[at] = Math.floor(key / numNodes);
      wasEdge[at++] = -1;
    }
  };
  for (const place of Int32Array.from(gone).sort()) {
    addBefore(place);
    copyUntil(place);
    from = place + 1;
  }
  addBefore(Infinity);
  copyUntil(source.length);
  return {
    edgeIndex: edited,
    // An added edge counts as one of weight 1.
    edgeWeight: edgeWeight && Float32Array.from(wasEdge, (e) => (e < 0 ? 1 : edgeWeight[e])),
    wasEdge,
  };
}

/** Places of the edges of these nodes, ascending. */
function edgesAt({ source, target }: EdgeIndex, nodes: ReadonlySet<number>, numNodes: number): number[] {
  if (nodes.size === 0) return [];
  const isOne = new Uint8Array(numNodes);
  for (const node of nodes) isOne[node] = 1;
  const places: number[] = [];
  for (let e = 0; e < source.length; e++) if (isOne[source[e]] + isOne[target[e]] > 0) places.push(e);
  return places;
}

/** The list itself where nothing comes to it: one of half a million texts is not copied for nothing. */
const withMore = <T>(values: readonly T[], more: readonly T[]): readonly T[] =>
  more.length === 0 ? values : [...values, ...more];

/**
 * x, y per node, interleaved, with those of added nodes behind. What a link puts beyond the reach of the layout stands at
 * its border.
 */
export function withPlaces(positions: Float32Array, added: GraphEdits['addedNodes']): Float32Array {
  const all = new Float32Array(positions.length + 2 * added.length);
  all.set(positions);
  if (added.length === 0) return all;
  const [xs, ys] = spreadOf(positions).map(reachOf);
  const within = ([least, most]: readonly [number, number], at: number) =>
    Math.min(most, Math.max(least, at));
  for (const [i, { x, y }] of added.entries())
    all.set([within(xs, x), within(ys, y)], positions.length + 2 * i);
  return all;
}

/** Zero rows below. The one-hot matrix of the set's own nodes has none for the new ones. */
function withRows(features: Features, added: number): Features {
  switch (features.kind) {
    case 'identity': {
      const size = features.numCols;
      const one = Int32Array.from({ length: size }, (_, i) => i);
      const identity: SparseMatrix = {
        numRows: size,
        numCols: size,
        rowPtr: Int32Array.from({ length: size + 1 }, (_, i) => i),
        colIndex: one,
        values: new Float32Array(size).fill(1),
      };
      return { kind: 'sparse', matrix: withEmptyRows(identity, added) };
    }
    case 'sparse':
      return { kind: 'sparse', matrix: withEmptyRows(features.matrix, added) };
    case 'dense': {
      const { numRows, numCols, values } = features.matrix;
      const longer = new Float32Array((numRows + added) * numCols);
      longer.set(values);
      return { kind: 'dense', matrix: { numRows: numRows + added, numCols, values: longer } };
    }
    default:
      return features satisfies never;
  }
}

function withEmptyRows(matrix: SparseMatrix, added: number): SparseMatrix {
  const rowPtr = new Int32Array(matrix.numRows + added + 1).fill(matrix.colIndex.length);
  rowPtr.set(matrix.rowPtr);
  return { ...matrix, numRows: matrix.numRows + added, rowPtr };
}

function labellingOf(
  labelling: Labelling,
  numNodes: number,
  { labels }: GraphEdits,
  removed: ReadonlySet<number>,
): Labelling {
  const y = new Int32Array(numNodes).fill(-1);
  y.set(labelling.y);
  for (const node of removed) y[node] = -1;
  const given = new Int32Array(numNodes).fill(-1);
  const touched = new Set(removed);
  const taught = labels.filter(([node, label]) => label !== null && !removed.has(node));
  for (const [node, label] of labels) {
    touched.add(node);
    if (label !== null && !removed.has(node)) given[node] = label;
  }
  const rest = (nodes: Int32Array) => nodes.filter((node) => !touched.has(node));
  const { split } = labelling;
  const partOf = (nodes: Int32Array | null) => nodes && rest(nodes);
  const train = Int32Array.from([...rest(split.train), ...taught.map(([node]) => node)]).sort();
  const edited: Split = { train, val: partOf(split.val), test: partOf(split.test) };
  return { ...labelling, y, split: edited, given };
}
