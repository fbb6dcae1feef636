/** The edges of an .npz file: a sparse matrix as scipy keeps it, a dense one, or a list of pairs. */
import { fail } from '../../base/errors';
import { csrMatrix } from '../csr';
import { EdgeCollector } from '../edgeCollector';
import { checkEdges, checkNodes, quoted } from '../guards';
import type { ImportLimits } from '../rawGraph';
import type { NpzArrays, Numbers } from './npzArrays';

export interface Adjacency {
  /** null: a list of edges does not tell. */
  readonly numNodes: number | null;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Value of each edge in the matrix; null: all 1, or there is no matrix. */
  readonly weights: readonly number[] | null;
}

/** What the three arrays of a matrix begin with: the gnn-benchmark sets', and those of tools that grew out of them. */
const PREFIXES = ['adj_', 'adj_matrix.', 'adj_matrix_', 'adj.'];
const DENSE = ['adj', 'adj_matrix', 'adjacency', 'A'];

/** @throws PlaygroundError when the file has no edges in any of these forms, or they do not fit together */
export function readAdjacency(arrays: NpzArrays, limits: ImportLimits): Adjacency {
  const prefix = PREFIXES.find((each) => arrays.has(`${each}indptr`));
  if (prefix !== undefined) return readSparse(arrays, prefix, limits);
  if (arrays.has('format')) return readScipy(arrays, limits);
  const pairs = arrays.find(['edge_index', 'edges']);
  if (pairs !== null) return readPairs(arrays.numbers(pairs), pairs === 'edges', limits);
  const dense = arrays.find(DENSE);
  if (dense !== null) return readDense(arrays.numbers(dense), limits);
  throw fail(
    arrays.file.name,
    `expected a graph (edge_index; adj_data, adj_indices, adj_indptr, adj_shape; or a matrix of scipy.sparse.save_npz), got arrays ${quoted(arrays.keys.slice(0, 20).join(', '), 200)}`,
    'numpy.savez(file, edge_index=..., x=..., y=...) is enough.',
  );
}

/** The two sizes of a matrix. @throws PlaygroundError when there are not two */
export function shapeOf({ area, values }: Numbers): readonly [number, number] {
  const [rows, columns] = values;
  const isShape = values.length === 2 && [rows, columns].every((size) => Number.isInteger(size) && size >= 0);
  if (!isShape)
    throw fail(area, `expected rows and columns of a matrix, got ${values.slice(0, 4).join(', ')}`);
  return [rows, columns];
}

function sizeOf(shape: Numbers, limits: ImportLimits): number {
  const [rows, columns] = shapeOf(shape);
  if (rows !== columns)
    throw fail(
      shape.area,
      `expected as many rows as columns, got ${rows} x ${columns}`,
      'A graph is a square matrix; a table of features goes beside it as x.',
    );
  checkNodes(shape.area, rows, limits);
  return rows;
}

function readScipy(arrays: NpzArrays, limits: ImportLimits): Adjacency {
  const format = arrays.read('format');
  const word = format.kind === 'text' ? format.values[0] : undefined;
  if (word === 'csr') return readSparse(arrays, '', limits);
  if (word === 'csc') {
    const { source, target, ...rest } = readSparse(arrays, '', limits);
    return { ...rest, source: target, target: source };
  }
  if (word !== 'coo')
    throw fail(
      arrays.file.name,
      `expected a matrix saved as csr, csc or coo, got ${String(word).slice(0, 20)}`,
      'Convert it: scipy.sparse.save_npz(file, matrix.tocsr()).',
    );
  const numNodes = sizeOf(arrays.numbers('shape'), limits);
  const [row, column, data] = [arrays.numbers('row'), arrays.numbers('col'), arrays.numbers('data')];
  if (row.values.length !== column.values.length || row.values.length !== data.values.length)
    throw fail(arrays.file.name, 'expected as many rows as columns and values, got different numbers');
  checkEdges(row.area, row.values.length, limits);
  return {
    numNodes,
    source: nodesOf(row, row.values, numNodes),
    target: nodesOf(column, column.values, numNodes),
    weights: weightsOf(data),
  };
}

function readSparse(arrays: NpzArrays, prefix: string, limits: ImportLimits): Adjacency {
  const numNodes = sizeOf(arrays.numbers(`${prefix}shape`), limits);
  const data = arrays.numbers(`${prefix}data`);
  checkEdges(data.area, data.values.length, limits);
  const { rowPtr, colIndex, values } = csrMatrix(arrays.file.name, [numNodes, numNodes], {
    indptr: arrays.numbers(`${prefix}indptr`).values,
    indices: arrays.numbers(`${prefix}indices`).values,
    data: data.values,
  });
  const source = new Int32Array(colIndex.length);
  for (let row = 0; row < numNodes; row++) source.fill(row, rowPtr[row], rowPtr[row + 1]);
  return { numNodes, source, target: colIndex, weights: weightsOf({ area: data.area, values }) };
}

function readDense(matrix: Numbers, limits: ImportLimits): Adjacency {
  const numNodes = sizeOf({ ...matrix, values: Float64Array.from(matrix.shape) }, limits);
  const edges = new EdgeCollector(matrix.area, limits);
  const weights: number[] = [];
  for (const [i, value] of matrix.values.entries()) {
    if (value === 0) continue;
    edges.add(Math.floor(i / numNodes), i % numNodes);
    weights.push(value);
  }
  return { numNodes, ...edges.edges(), weights: weightsOf({ area: matrix.area, values: weights }) };
}

/** `isByEdge`: one row per edge, else one of sources and one of targets, as PyTorch Geometric has it. */
function readPairs(pairs: Numbers, isByEdge: boolean, limits: ImportLimits): Adjacency {
  const [rows = 0, columns = 0] = pairs.shape;
  const byEdge = (isByEdge && columns === 2) || rows !== 2;
  if (pairs.shape.length !== 2 || (byEdge ? columns : rows) !== 2)
    throw fail(
      pairs.area,
      `expected two rows, sources and targets, got an array of shape (${pairs.shape.join(', ')})`,
    );
  const numEdges = byEdge ? rows : columns;
  checkEdges(pairs.area, numEdges, limits);
  const { values } = pairs;
  const at = (end: 0 | 1) =>
    byEdge
      ? Float64Array.from({ length: numEdges }, (_, e) => values[2 * e + end])
      : values.slice(end * numEdges, (end + 1) * numEdges);
  return {
    numNodes: null,
    source: nodesOf(pairs, at(0), limits.nodes),
    target: nodesOf(pairs, at(1), limits.nodes),
    weights: null,
  };
}

function nodesOf({ area }: Numbers, values: ArrayLike<number>, bound: number): Int32Array {
  const nodes = new Int32Array(values.length);
  for (let e = 0; e < nodes.length; e++) {
    const node = values[e];
    if (!(Number.isInteger(node) && node >= 0 && node < bound))
      throw fail(area, `expected node numbers from 0 to ${bound - 1}, got ${node} at edge ${e}`);
    nodes[e] = node;
  }
  return nodes;
}

function weightsOf({ area, values }: { area: string; values: ArrayLike<number> }): number[] | null {
  const weights = Array.from(values);
  const wrong = weights.find((weight) => !Number.isFinite(weight));
  if (wrong !== undefined) throw fail(area, `expected finite weights, got ${wrong}`);
  return weights.every((weight) => weight === 1) ? null : weights;
}
