/** Sparse matrices in CSR: from an edge list, transposed, rows scaled to sum 1. All pure, all linear in the entries. */
import type { EdgeIndex, SparseMatrix } from './graphData';
import { paddedSize } from './paddedSize';

/** Offsets of the rows: rowOf[k] is the row of entry k, in any order. */
export function rowPointers(numRows: number, rowOf: Int32Array): Int32Array {
  const rowPtr = new Int32Array(numRows + 1);
  for (const row of rowOf) rowPtr[row + 1] += 1;
  for (let row = 0; row < numRows; row++) rowPtr[row + 1] += rowPtr[row];
  return rowPtr;
}

/**
 * The adjacency matrix as message passing reads it: row = target, column = source, so that A·X gathers at each node
 * what its in-neighbours hold. Entry e is edge e; its value is weight[e], or 1.
 *
 * @param numSources columns, where more nodes send than hear
 */
export function adjacency(
  numNodes: number,
  { source, target }: EdgeIndex,
  weight: Float32Array | null = null,
  numSources = numNodes,
): SparseMatrix {
  return {
    numRows: numNodes,
    numCols: numSources,
    rowPtr: rowPointers(numNodes, target),
    colIndex: source,
    values: weight ?? new Float32Array(source.length).fill(1),
  };
}

/**
 * The transpose. Entry k of it is entry order[k] of the matrix: values computed for the one can be carried to the
 * other without transposing again.
 */
export function transpose(matrix: SparseMatrix): { matrix: SparseMatrix; order: Int32Array } {
  const { numRows, numCols, rowPtr, colIndex, values } = matrix;
  const newRowPtr = rowPointers(numCols, colIndex);
  const next = newRowPtr.slice(0, numCols);
  const newColIndex = new Int32Array(colIndex.length);
  const newValues = new Float32Array(colIndex.length);
  const order = new Int32Array(colIndex.length);
  // Rows are visited in ascending order, so columns come out ascending within each new row.
  for (let row = 0; row < numRows; row++) {
    for (let k = rowPtr[row]; k < rowPtr[row + 1]; k++) {
      const at = next[colIndex[k]]++;
      newColIndex[at] = row;
      newValues[at] = values[k];
      order[at] = k;
    }
  }
  return {
    matrix: {
      numRows: numCols,
      numCols: numRows,
      rowPtr: newRowPtr,
      colIndex: newColIndex,
      values: newValues,
    },
    order,
  };
}

/**
 * Some rows, in the order of `nodes`. The matrix has room for `paddedSize` of their entries, and what is left of it is
 * zeros in the last row. A row -1 has no entries, and the last one has to be such a row.
 */
export function rowsOf(matrix: SparseMatrix, nodes: Int32Array): SparseMatrix {
  const rowPtr = new Int32Array(nodes.length + 1);
  for (let row = 0; row < nodes.length; row++) {
    const node = nodes[row];
    rowPtr[row + 1] = rowPtr[row] + (node < 0 ? 0 : matrix.rowPtr[node + 1] - matrix.rowPtr[node]);
  }
  const size = paddedSize(rowPtr[nodes.length]);
  const colIndex = new Int32Array(size);
  const values = new Float32Array(size);
  for (let row = 0; row < nodes.length; row++) {
    const node = nodes[row];
    if (node < 0) continue;
    const [start, end] = [matrix.rowPtr[node], matrix.rowPtr[node + 1]];
    colIndex.set(matrix.colIndex.subarray(start, end), rowPtr[row]);
    values.set(matrix.values.subarray(start, end), rowPtr[row]);
  }
  rowPtr[nodes.length] = size;
  return { numRows: nodes.length, numCols: matrix.numCols, rowPtr, colIndex, values };
}

/**
 * Divides every row by the sum of its absolute values, so that no row grows where entries of either sign cancel out;
 * rows without entries stay as they are. Sums are taken in double precision. Kipf and Welling, tkipf/gcn,
 * gcn/utils.py (preprocess_features), for features that are never negative.
 */
export function rowNormalise(matrix: SparseMatrix): SparseMatrix {
  const { numRows, rowPtr, values } = matrix;
  const scaled = new Float32Array(values.length);
  for (let row = 0; row < numRows; row++) {
    let sum = 0;
    for (let k = rowPtr[row]; k < rowPtr[row + 1]; k++) sum += Math.abs(values[k]);
    const scale = sum === 0 ? 1 : 1 / sum;
    for (let k = rowPtr[row]; k < rowPtr[row + 1]; k++) scaled[k] = values[k] * scale;
  }
  return { ...matrix, values: scaled };
}
