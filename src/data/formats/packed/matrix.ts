/** Matrices of a packed graph. Dense ones column by column: a column of few values is a table of its own. */
import type { DenseMatrix, Features, SparseMatrix } from '../../graph/graphData';
import { broken, TooManyCells, type ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import { PACKED_LIMITS } from './limits';
import { readFloats, writeFloats } from './numbers';

export function writeMatrix(out: ByteWriter, { numRows, numCols, values }: DenseMatrix): void {
  const column = new Float32Array(numRows);
  for (let c = 0; c < numCols; c++) {
    for (let row = 0; row < numRows; row++) column[row] = values[row * numCols + c];
    writeFloats(out, column);
  }
}

export function readMatrix(bytes: ByteReader, numRows: number, numCols: number, what: string): DenseMatrix {
  if (numRows * numCols > bytes.maxCells)
    throw new TooManyCells(
      broken(`expected at most ${bytes.maxCells} ${what}, got ${numRows * numCols}`).message,
    );
  const values = new Float32Array(numRows * numCols);
  for (let c = 0; c < numCols; c++) {
    const column = readFloats(bytes, numRows, what);
    for (let row = 0; row < numRows; row++) values[row * numCols + c] = column[row];
  }
  return { numRows, numCols, values };
}

const KIND = { identity: 0, sparse: 1, dense: 2 } as const;

export function writeFeatures(out: ByteWriter, features: Features): void {
  out.varint(KIND[features.kind]);
  if (features.kind === 'identity') {
    out.varint(features.numCols);
    return;
  }
  out.varint(features.matrix.numCols);
  if (features.kind === 'dense') writeMatrix(out, features.matrix);
  else writeSparse(out, features.matrix);
}

/** @param numNodes rows of the matrix */
export function readFeatures(bytes: ByteReader, numNodes: number): Features {
  const kind = bytes.varint('the kind of features', KIND.dense);
  if (kind === KIND.dense) {
    const numCols = bytes.count('columns of features', PACKED_LIMITS.columns);
    return { kind: 'dense', matrix: readMatrix(bytes, numNodes, numCols, 'features') };
  }
  const numCols = bytes.varint('a number of columns of features', PACKED_LIMITS.columns);
  if (kind === KIND.sparse) return { kind: 'sparse', matrix: readSparse(bytes, numNodes, numCols) };
  if (numCols < numNodes) throw broken(`expected a feature for each of ${numNodes} nodes, got ${numCols}`);
  return { kind: 'identity', numCols };
}

/** Entries a row, then the gaps between their columns, then their values. */
function writeSparse(out: ByteWriter, { numRows, rowPtr, colIndex, values }: SparseMatrix): void {
  for (let row = 0; row < numRows; row++) out.varint(rowPtr[row + 1] - rowPtr[row]);
  for (let row = 0; row < numRows; row++) {
    let next = 0;
    for (let k = rowPtr[row]; k < rowPtr[row + 1]; k++) {
      out.varint(colIndex[k] - next);
      next = colIndex[k] + 1;
    }
  }
  writeFloats(out, values);
}

function readSparse(bytes: ByteReader, numRows: number, numCols: number): SparseMatrix {
  if (numRows > bytes.left) throw broken(`expected ${numRows} rows, got ${bytes.left} bytes for them`);
  const rowPtr = new Int32Array(numRows + 1);
  for (let row = 0; row < numRows; row++) {
    const end = rowPtr[row] + bytes.varint('the entries of a row', numCols);
    if (end > bytes.left) throw broken(`expected ${end} entries, got ${bytes.left} bytes for them`);
    rowPtr[row + 1] = end;
  }
  const colIndex = new Int32Array(rowPtr[numRows]);
  for (let row = 0; row < numRows; row++) {
    let next = 0;
    for (let k = rowPtr[row]; k < rowPtr[row + 1]; k++) {
      const column = next + bytes.varint('the column of an entry', numCols);
      if (column >= numCols) throw broken(`expected a column below ${numCols}, got ${column}`);
      colIndex[k] = column;
      next = column + 1;
    }
  }
  return { numRows, numCols, rowPtr, colIndex, values: readFloats(bytes, colIndex.length, 'features') };
}
