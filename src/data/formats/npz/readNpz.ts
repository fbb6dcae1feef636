/**
 * NumPy archives (.npz) that hold a graph: the sparse layout of the gnn-benchmark sets (Shchur et al., *Pitfalls of
 * Graph Neural Network Evaluation*, 2018: `adj_data`, `adj_indices`, `adj_indptr`, `adj_shape`, `attr_*`, `labels`), a
 * matrix saved by scipy.sparse.save_npz, or PyTorch Geometric's arrays saved by numpy.savez (`edge_index`, `x`, `y`,
 * `train_mask`). Arrays of Python objects are pickles: they are left out and never read.
 */
import { fail } from '../../base/errors';
import { checkBytes, checkNodes, endsIn, stemOf } from '../guards';
import type { Column, FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { isZip } from '../zipDirectory';
import { readAdjacency, type Adjacency } from './adjacency';
import { LABEL_COLUMN, readFeatures, readLabels, readNames, readPositions, readSplit } from './nodeArrays';
import { NpzArrays } from './npzArrays';

export const npzReader: FormatReader = {
  id: 'npz',
  name: 'NumPy .npz',
  endings: ['.npz'],
  matches: ([file, ...others]) => file !== undefined && others.length === 0 && endsIn(file, ['.npz']),
  read: ([file, ...others], limits) => {
    if (!file || others.length > 0) throw fail('NumPy .npz', 'expected one file, got several or none');
    checkBytes([file], limits);
    if (!isZip(file))
      throw fail(file.name, 'expected a .npz archive, which is a zip file, got something else');
    return readGraph(file, limits);
  },
};

function readGraph(file: ImportFile, limits: ImportLimits): RawGraph {
  const arrays = new NpzArrays(file, limits);
  const adjacency = readAdjacency(arrays, limits);
  const numNodes = adjacency.numNodes ?? countNodes(arrays, adjacency);
  checkNodes(file.name, numNodes, limits);
  const labels = readLabels(arrays, numNodes, limits);
  const names = readNames(arrays, numNodes, limits);
  const split = readSplit(arrays, numNodes);
  const columns = [names, labels, split?.column ?? null];
  return {
    format: 'NumPy .npz',
    name: stemOf(file),
    nodeIds: Array.from({ length: numNodes }, (_, node) => String(node)),
    source: adjacency.source,
    target: adjacency.target,
    directed: null,
    nodeColumns: columns.filter((column) => column !== null),
    edgeColumns: edgeColumns(arrays, adjacency),
    features: readFeatures(arrays, numNodes),
    labelColumn: labels ? LABEL_COLUMN : null,
    splitColumn: split?.column.name ?? null,
    positions: readPositions(arrays, numNodes),
    // Last: by now everything that can be used has been asked for.
    remarks: [...(split?.remarks ?? []), ...arrays.remarks()],
  };
}

/** A list of edges alone does not tell of nodes without any: the other arrays do. */
function countNodes(arrays: NpzArrays, { source, target }: Adjacency): number {
  let numNodes = 0;
  for (const node of source) numNodes = Math.max(numNodes, node + 1);
  for (const node of target) numNodes = Math.max(numNodes, node + 1);
  if (arrays.has('num_nodes')) {
    const { area, values } = arrays.numbers('num_nodes');
    if (values.length !== 1 || !Number.isInteger(values[0]) || values[0] < numNodes)
      throw fail(area, `expected the number of nodes, at least ${numNodes}, got ${values[0]}`);
    return values[0];
  }
  const key = arrays.find(['x', 'node_features', 'y', 'labels', 'node_labels', 'train_mask', 'pos']);
  const rows = key === null ? undefined : arrays.shapeOf(key)?.[0];
  if (rows === undefined) return numNodes;
  if (rows < numNodes)
    throw fail(
      arrays.file.name,
      `expected edges between the ${rows} nodes of ${key}, got node ${numNodes - 1}`,
    );
  return rows;
}

function edgeColumns(arrays: NpzArrays, { source, weights }: Adjacency): Column[] {
  const columns: Column[] = weights ? [{ name: 'weight', values: weights }] : [];
  for (const key of weights ? ['edge_attr'] : ['edge_weight', 'edge_attr'])
    if (arrays.has(key)) columns.push(...columnsOf(arrays, key, source.length));
  return columns;
}

/** Each is a column that a person looks through. */
const MAX_EDGE_COLUMNS = 64;

/** Columns of an array with one row per edge. */
function columnsOf(arrays: NpzArrays, key: string, numEdges: number): Column[] {
  const { area, shape, values } = arrays.numbers(key);
  const [rows, numCols = 1] = shape;
  if (shape.length > 2 || rows !== numEdges)
    throw fail(area, `expected a row for each of ${numEdges} edges, got shape (${shape.join(', ')})`);
  if (numCols > MAX_EDGE_COLUMNS)
    throw fail(area, `expected at most ${MAX_EDGE_COLUMNS} numbers for each edge, got ${numCols}`);
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw fail(area, `expected finite numbers, got ${wrong}`);
  const name = key === 'edge_weight' ? 'weight' : key;
  return Array.from({ length: numCols }, (_, column) => ({
    name: numCols === 1 ? name : `${name} ${column + 1}`,
    values: Array.from(values).filter((_value, at) => at % numCols === column),
  }));
}
