/** A sparse matrix on the device, in CSR; its transpose and its draws are made when a gradient or dropout asks. */
import type { Tensor1D } from '@tensorflow/tfjs-core';
import { indexHash } from '../../data/base/random';
import type { SparseMatrix } from '../../data/graph/graphData';
import { transpose } from '../../data/graph/sparse';
import { onDevice } from './onDevice';

export class SparseTensor {
  readonly numRows: number;
  readonly numCols: number;
  readonly rowPtr: Tensor1D;
  readonly colIndex: Tensor1D;
  readonly values: Tensor1D;
  readonly #matrix: SparseMatrix;
  /** Entry e of this matrix is entry order[e] of the one that dropout counts by; null: it is that one. */
  readonly #order: Int32Array | null;
  #draws: Tensor1D | null = null;
  #transposed: SparseTensor | null = null;
  #onRows: SparseTensor | null = null;

  constructor(matrix: SparseMatrix, order: Int32Array | null = null) {
    this.numRows = matrix.numRows;
    this.numCols = matrix.numCols;
    this.#matrix = matrix;
    this.#order = order;
    this.rowPtr = onDevice(matrix.rowPtr);
    this.colIndex = onDevice(matrix.colIndex);
    this.values = onDevice(matrix.values);
  }

  /**
   * For each entry the part of its random draw that does not hang on the step's key: indexHash(index), index being the entry's place in the original matrix. The transpose thus drops the very same entries.
   */
  get draws(): Tensor1D {
    if (!this.#draws) {
      const count = this.#matrix.colIndex.length;
      const order = this.#order;
      const draws = Int32Array.from({ length: count }, (_, e) => indexHash(order?.[e] ?? e));
      this.#draws = onDevice(draws);
    }
    return this.#draws;
  }

  get transposed(): SparseTensor {
    if (!this.#transposed) {
      const { matrix, order } = transpose(this.#matrix);
      const original = this.#order;
      this.#transposed = new SparseTensor(matrix, original ? order.map((e) => original[e]) : order);
    }
    return this.#transposed;
  }

  /**
   * The matrix for a taller x, of which column j reads row rows[j]: A x[rows] without that anything of x is copied. Made
   * once; later calls have to name the same rows.
   */
  onRows(rows: Int32Array, numRows: number): SparseTensor {
    if (!this.#onRows) {
      const { colIndex } = this.#matrix;
      const moved = new Int32Array(colIndex.length);
      for (let e = 0; e < moved.length; e++) moved[e] = rows[colIndex[e]];
      this.#onRows = new SparseTensor({ ...this.#matrix, numCols: numRows, colIndex: moved }, this.#order);
    }
    return this.#onRows;
  }

  dispose(): void {
    this.#transposed?.dispose();
    this.#onRows?.dispose();
    this.#draws?.dispose();
    this.rowPtr.dispose();
    this.colIndex.dispose();
    this.values.dispose();
  }
}
