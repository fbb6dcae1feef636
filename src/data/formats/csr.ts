/** The three arrays of a sparse matrix as files have them, checked and put in order. */
import { fail } from '../base/errors';
import type { SparseMatrix } from '../graph/graphData';

/** Entries of row i: indices and data from indptr[i] to indptr[i + 1]. */
export interface CsrParts {
  readonly indptr: ArrayLike<number>;
  readonly indices: ArrayLike<number>;
  readonly data: ArrayLike<number>;
}

/** A file can claim any number of columns without holding one value; weights would be made for each. */
const MAX_COLUMNS = 1_000_000;

/** @throws PlaygroundError when there are more columns than a model could have weights for */
export function checkColumns(area: string, numCols: number): void {
  if (numCols > MAX_COLUMNS)
    throw fail(area, `expected at most ${MAX_COLUMNS} columns of features, got ${numCols}`);
}

const isIndex = (value: number, bound: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < bound;

/**
 * Columns ascending within each row, each once.
 *
 * @throws PlaygroundError that begins with `area` where the parts do not fit each other or the shape, and where a value
 *   is not finite in single precision
 */
export function csrMatrix(
  area: string,
  [numRows, numCols]: readonly [number, number],
  { indptr, indices, data }: CsrParts,
): SparseMatrix {
  checkColumns(area, numCols);
  const differ = (what: string) =>
    fail(area, `expected the parts of a ${numRows} x ${numCols} CSR matrix, got ${what}`);
  if (indptr.length !== numRows + 1) throw differ(`${indptr.length} row offsets`);
  if (indices.length !== data.length)
    throw differ(`parts that differ: ${indices.length} column numbers for ${data.length} values`);
  const rowPtr = new Int32Array(numRows + 1);
  for (let row = 0; row <= numRows; row++) {
    const offset = indptr[row];
    const isInOrder = row === 0 ? offset === 0 : offset >= rowPtr[row - 1];
    if (!isInOrder || !isIndex(offset, indices.length + 1))
      throw differ(`row offset ${offset} at ${row}, out of order or past the end`);
    rowPtr[row] = offset;
  }
  if (rowPtr[numRows] !== indices.length)
    throw differ(`row offsets that end at ${rowPtr[numRows]} for ${indices.length} values`);
  const colIndex = new Int32Array(indices.length);
  const values = new Float32Array(data.length);
  for (let k = 0; k < colIndex.length; k++) {
    if (!isIndex(indices[k], numCols)) throw differ(`column ${indices[k]}`);
    colIndex[k] = indices[k];
    values[k] = data[k];
    if (!Number.isFinite(values[k])) throw differ(`${data[k]} as a value`);
  }
  sortColumns(rowPtr, colIndex, values);
  for (let row = 0; row < numRows; row++)
    for (let k = rowPtr[row] + 1; k < rowPtr[row + 1]; k++)
      if (colIndex[k] === colIndex[k - 1]) throw differ(`column ${colIndex[k]} twice in row ${row}`);
  return { numRows, numCols, rowPtr, colIndex, values };
}

function sortColumns(rowPtr: Int32Array, colIndex: Int32Array, values: Float32Array): void {
  for (let row = 0; row + 1 < rowPtr.length; row++) {
    const from = rowPtr[row];
    const columns = colIndex.slice(from, rowPtr[row + 1]);
    if (columns.every((column, k) => k === 0 || column > columns[k - 1])) continue;
    const entries = values.slice(from, rowPtr[row + 1]);
    const order = Array.from(columns.keys()).sort((a, b) => columns[a] - columns[b]);
    for (const [k, old] of order.entries()) {
      colIndex[from + k] = columns[old];
      values[from + k] = entries[old];
    }
  }
}
