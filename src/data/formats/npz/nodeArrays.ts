/** What an .npz file knows of nodes: features, classes, names, a split, positions. */
import { fail } from '../../base/errors';
import type { Features } from '../../graph/graphData';
import { checkColumns, csrMatrix } from '../csr';
import { checkCell } from '../guards';
import type { Cell, Column, ImportLimits } from '../rawGraph';
import { shapeOf } from './adjacency';
import type { NpzArrays, Numbers } from './npzArrays';

const FEATURES = ['x', 'node_features', 'attr_matrix', 'features', 'feat'];
const SPARSE_FEATURES = ['attr_', 'attr_matrix.', 'attr_matrix_', 'x_'];
const LABELS = ['y', 'labels', 'node_labels', 'label'];
export const LABEL_COLUMN = 'class';

const shown = ({ shape }: Pick<Numbers, 'shape'>): string => `(${shape.join(', ')})`;

/** One row per node; null: the file has none. */
export function readFeatures(arrays: NpzArrays, numNodes: number): Features | null {
  const prefix = SPARSE_FEATURES.find((each) => arrays.has(`${each}indptr`));
  if (prefix !== undefined) {
    const shape = arrays.numbers(`${prefix}shape`);
    const [rows, columns] = shapeOf(shape);
    if (rows !== numNodes)
      throw fail(shape.area, `expected a row of features for each of ${numNodes} nodes, got ${rows}`);
    const matrix = csrMatrix(arrays.file.name, [rows, columns], {
      indptr: arrays.numbers(`${prefix}indptr`).values,
      indices: arrays.numbers(`${prefix}indices`).values,
      data: arrays.numbers(`${prefix}data`).values,
    });
    return { kind: 'sparse', matrix };
  }
  const key = arrays.find(FEATURES);
  if (key === null) return null;
  const x = arrays.numbers(key);
  const [rows, numCols = 1] = x.shape;
  if (x.shape.length > 2 || rows !== numNodes)
    throw fail(x.area, `expected a row of features for each of ${numNodes} nodes, got shape ${shown(x)}`);
  checkColumns(x.area, numCols);
  const values = Float32Array.from(x.values);
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw fail(
      x.area,
      `expected finite numbers, got ${x.values[wrong]} for node ${Math.floor(wrong / numCols)}`,
      'Fill in missing values first: numpy.nan_to_num(x).',
    );
  return { kind: 'dense', matrix: { numRows: numNodes, numCols, values } };
}

/** Classes as text; null: the file has none, or more than one for each node. */
export function readLabels(arrays: NpzArrays, numNodes: number, limits: ImportLimits): Column | null {
  const key = arrays.find(LABELS);
  if (key === null) return null;
  const shape = arrays.shapeOf(key);
  if (!shape || (shape.length === 2 && shape[1] !== 1)) return null;
  const labels = arrays.read(key);
  if (labels.values.length !== numNodes)
    throw fail(
      `${arrays.file.name}: ${key}`,
      `expected a class for each of ${numNodes} nodes, got shape ${shown(labels)}`,
    );
  const names = textsOf(arrays, 'class_names', limits);
  if (labels.kind === 'text') {
    for (const label of labels.values) checkCell(arrays.file.name, label, limits);
    return { name: LABEL_COLUMN, values: labels.values };
  }
  // -1 is how many sets say that a class is not known.
  const nameOf = (label: number): Cell =>
    Number.isNaN(label) || label < 0 ? null : (names?.[label] ?? String(label));
  return { name: LABEL_COLUMN, values: Array.from(labels.values, nameOf) };
}

/** Texts of an array of one dimension; null: none, or of Python objects. */
function textsOf(arrays: NpzArrays, key: string, limits: ImportLimits): readonly string[] | null {
  if (!arrays.has(key) || arrays.isPickled(key)) return null;
  const array = arrays.read(key);
  const texts = array.kind === 'text' ? array.values : Array.from(array.values, String);
  for (const text of texts) checkCell(arrays.file.name, text, limits);
  return texts;
}

/** Names for the nodes; null: none. */
export function readNames(arrays: NpzArrays, numNodes: number, limits: ImportLimits): Column | null {
  const names = textsOf(arrays, 'node_names', limits);
  if (!names) return null;
  if (names.length !== numNodes)
    throw fail(arrays.file.name, `expected a name for each of ${numNodes} nodes, got ${names.length}`);
  return { name: 'name', values: names };
}

const PARTS = ['train', 'val', 'test'] as const;

/** `train_mask` and so on, of one split or of several, of which the first is taken. */
export function readSplit(arrays: NpzArrays, numNodes: number): { column: Column; remarks: string[] } | null {
  const values: Cell[] = Array.from({ length: numNodes }, () => null);
  const remarks = new Set<string>();
  let isThere = false;
  for (const part of PARTS) {
    const key = arrays.find([`${part}_mask`, `${part}_masks`]);
    if (key === null) continue;
    isThere = true;
    const mask = arrays.numbers(key);
    const { isIn, numSplits } = firstMask(mask, numNodes);
    if (numSplits > 1) remarks.add(`The file has ${numSplits} splits; the first is taken.`);
    for (let node = 0; node < numNodes; node++) {
      if (!isIn(node)) continue;
      if (values[node] === null) values[node] = part;
      else remarks.add('Nodes in several parts of the split stay in the first of train, val, test.');
    }
  }
  return isThere ? { column: { name: 'split', values }, remarks: [...remarks] } : null;
}

/** Masks of several splits stand in columns (PyTorch Geometric) or in rows. */
function firstMask(mask: Numbers, numNodes: number): { isIn: (node: number) => boolean; numSplits: number } {
  const [rows = 0, columns = 1] = mask.shape;
  if (mask.shape.length <= 2 && rows === numNodes && columns > 0)
    return { isIn: (node) => mask.values[node * columns] !== 0, numSplits: columns };
  if (mask.shape.length === 2 && columns === numNodes && rows > 0)
    return { isIn: (node) => mask.values[node] !== 0, numSplits: rows };
  throw fail(mask.area, `expected a truth value for each of ${numNodes} nodes, got shape ${shown(mask)}`);
}

/** The first two coordinates of each node; null: none. */
export function readPositions(arrays: NpzArrays, numNodes: number): Float32Array | null {
  if (!arrays.has('pos')) return null;
  const pos = arrays.numbers('pos');
  const [rows = 0, columns = 0] = pos.shape;
  if (pos.shape.length !== 2 || rows !== numNodes || columns < 2)
    throw fail(pos.area, `expected two coordinates for each of ${numNodes} nodes, got shape ${shown(pos)}`);
  const positions = Float32Array.from(
    { length: 2 * numNodes },
    (_, k) => pos.values[(k >> 1) * columns + (k & 1)],
  );
  if (!positions.every((each) => Number.isFinite(each)))
    throw fail(pos.area, 'expected finite coordinates, got others');
  return positions;
}
