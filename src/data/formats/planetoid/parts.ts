/**
 * The eight files of the Planetoid format, read and put together: ind.<name>.{x,tx,allx,y,ty,ally,graph,test.index}.
 * Source: Yang, Cohen, Salakhutdinov, ICML 2016; read as PyTorch Geometric does (torch_geometric/io/planetoid.py).
 *
 * Nodes 0 .. L - 1 are the rows of allx, of which the first are the training nodes (rows of y) and the next 500 the
 * validation nodes. Node test.index[j] is row j of tx. Numbers between L and the largest test index that test.index
 * leaves out are nodes of which the set knows nothing but their citations (15 in CiteSeer): no features, no class, in
 * no part of the split.
 */
import { fail } from '../../base/errors';
import type { SparseMatrix, Split } from '../../graph/graphData';
import { EdgeCollector } from '../edgeCollector';
import { checkNodes, quoted } from '../guards';
import type { ImportLimits } from '../rawGraph';
import { readArray, readCsr } from './numpy';
import { readPickle } from './pickle';

const NUM_VALIDATION = 500;
/** An array without rows can claim any number of columns. */
const MAX_CLASSES = 10_000;

export const PLANETOID_PARTS = ['x', 'tx', 'allx', 'y', 'ty', 'ally', 'graph', 'test.index'] as const;

export interface PlanetoidParts {
  readonly numNodes: number;
  readonly features: SparseMatrix;
  readonly numClasses: number;
  /** Class of each node, -1 where the set does not know. */
  readonly classOf: Int32Array;
  readonly split: Split & { readonly val: Int32Array; readonly test: Int32Array };
  /** Each node with each of its neighbours, as the file lists them. */
  readonly source: Int32Array;
  readonly target: Int32Array;
}

/**
 * `name`: of the set, as in the names of its files; `files`: by file name.
 *
 * @throws PlaygroundError where one is missing, is not what it should be, or does not fit the others
 */
export function readParts(
  name: string,
  files: ReadonlyMap<string, Uint8Array>,
  limits: ImportLimits,
): PlanetoidParts {
  const area = (part: string) => `ind.${name}.${part}`;
  const bytesOf = (part: string): Uint8Array => {
    const bytes = files.get(area(part));
    if (!bytes) throw fail(area(part), 'expected the file, got none', 'All eight files are needed.');
    return bytes;
  };
  const pickled = (part: string) => readPickle(area(part), bytesOf(part));
  const csr = (part: string) => readCsr(area(part), pickled(part));
  const classes = (part: string) => classOfRows(area(part), pickled(part));

  const [allx, tx, x] = [csr('allx'), csr('tx'), csr('x')];
  const [ally, ty, y] = [classes('ally'), classes('ty'), classes('y')];
  const test = readTestIndex(area('test.index'), bytesOf('test.index'));
  const sizes = [
    [allx.numRows, ally.y.length, 'rows of allx and ally', 'allx', 'ally'],
    [tx.numRows, ty.y.length, 'rows of tx and ty', 'tx', 'ty'],
    [x.numRows, y.y.length, 'rows of x and y', 'x', 'y'],
    [tx.numRows, test.length, 'rows of tx and lines of test.index', 'tx', 'test.index'],
    [allx.numCols, tx.numCols, 'columns of allx and tx', 'allx', 'tx'],
    [ally.numClasses, ty.numClasses, 'columns of ally and ty', 'ally', 'ty'],
    [
      test.reduce((a, b) => Math.min(a, b), Infinity),
      allx.numRows,
      'first test index and rows of allx',
      'test.index',
      'allx',
    ],
  ] as const;
  for (const [a, b, what, one, other] of sizes)
    if (a !== b)
      throw fail(
        `${area(one)}, ${area(other)}`,
        `expected equal numbers (${what}), got ${a} and ${b}`,
        'The files must be of the same set and whole.',
      );
  const numTrain = y.y.length;
  if (numTrain > allx.numRows)
    throw fail(area('y'), `expected at most the ${allx.numRows} rows of allx, got ${numTrain}`);
  if (new Set(test).size !== test.length)
    throw fail(area('test.index'), 'expected each node once, got one twice');

  const numNodes = test.reduce((a, b) => Math.max(a, b), -1) + 1;
  checkNodes(area('test.index'), numNodes, limits);
  const classOf = new Int32Array(numNodes).fill(-1);
  classOf.set(ally.y);
  for (const [row, node] of test.entries()) classOf[node] = ty.y[row];
  return {
    numNodes,
    features: placeRows(allx, tx, test, numNodes),
    numClasses: ally.numClasses,
    classOf,
    split: {
      train: range(0, numTrain),
      val: range(numTrain, Math.min(numTrain + NUM_VALIDATION, allx.numRows)),
      test: test.toSorted(),
    },
    ...readEdges(area('graph'), pickled('graph'), numNodes, limits),
  };
}

const range = (from: number, to: number): Int32Array =>
  Int32Array.from({ length: to - from }, (_, k) => from + k);

/** One-hot rows to class numbers; -1 for a row without a one. */
function classOfRows(area: string, value: unknown): { numClasses: number; y: Int32Array } {
  const { shape, values } = readArray(area, value);
  const [numRows = 0, numClasses = 0] = shape;
  if (shape.length !== 2)
    throw fail(area, `expected one-hot rows, got an array of ${shape.length} dimensions`);
  if (numClasses < 1 || numClasses > MAX_CLASSES)
    throw fail(area, `expected 1 to ${MAX_CLASSES} classes, got ${numClasses}`);
  const y = Int32Array.from({ length: numRows }, (_, row) =>
    values.subarray(row * numClasses, (row + 1) * numClasses).findIndex((entry) => entry > 0),
  );
  return { numClasses, y };
}

function readTestIndex(area: string, bytes: Uint8Array): Int32Array {
  const lines = new TextDecoder().decode(bytes).trim().split(/\s+/);
  const wrong = lines.find((line) => !/^\d{1,9}$/.test(line));
  if (wrong !== undefined) throw fail(area, `expected one node number a line, got ${quoted(wrong)}`);
  return Int32Array.from(lines, Number);
}

/** Row v of the result is row v of allx, row j of tx where test[j] is v, or empty. */
function placeRows(allx: SparseMatrix, tx: SparseMatrix, test: Int32Array, numNodes: number): SparseMatrix {
  const rowInTest = new Int32Array(numNodes).fill(-1);
  for (const [row, node] of test.entries()) rowInTest[node] = row;
  const rowPtr = new Int32Array(numNodes + 1);
  const colIndex = new Int32Array(allx.colIndex.length + tx.colIndex.length);
  const values = new Float32Array(colIndex.length);
  for (let node = 0; node < numNodes; node++) {
    const inAllx = node < allx.numRows;
    const from = inAllx ? allx : tx;
    const row = inAllx ? node : rowInTest[node];
    const at = rowPtr[node];
    rowPtr[node + 1] = at;
    if (row < 0) continue;
    const [start, end] = [from.rowPtr[row], from.rowPtr[row + 1]];
    colIndex.set(from.colIndex.subarray(start, end), at);
    values.set(from.values.subarray(start, end), at);
    rowPtr[node + 1] = at + end - start;
  }
  return { numRows: numNodes, numCols: allx.numCols, rowPtr, colIndex, values };
}

/** A dictionary from each node to the list of its neighbours. */
function readEdges(
  area: string,
  value: unknown,
  numNodes: number,
  limits: ImportLimits,
): { source: Int32Array; target: Int32Array } {
  if (!(value instanceof Map)) throw fail(area, 'expected a dictionary of neighbours, got something else');
  const edges = new EdgeCollector(area, limits);
  const nodeOf = (node: unknown): number => {
    if (typeof node === 'number' && Number.isInteger(node) && node >= 0 && node < numNodes) return node;
    const found = typeof node === 'number' ? String(node) : 'something else';
    throw fail(area, `expected node numbers from 0 to ${numNodes - 1}, got ${found}`);
  };
  for (const [node, neighbours] of new Map<unknown, unknown>(value)) {
    if (!Array.isArray(neighbours))
      throw fail(area, 'expected lists of neighbours by node number, got something else');
    const source = nodeOf(node);
    for (const neighbour of neighbours) edges.add(source, nodeOf(neighbour));
  }
  return edges.edges();
}
