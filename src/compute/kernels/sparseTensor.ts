/** A sparse matrix on the device, in CSR; its transpose and its draws are made when a gradient or dropout asks. */
import { keep, tensor1d, tidy, type Tensor1D } from '@tensorflow/tfjs-core';
import { indexHash } from '../../data/base/random';
import type { SparseMatrix } from '../../data/graph/graphData';
import { transpose } from '../../data/graph/sparse';

/** Storage buffers of no bytes cannot be bound on WebGPU: a matrix without entries keeps one that no row points to. */
const padded = <T extends Float32Array | Int32Array>(values: T, one: T): T =>
  values.length > 0 ? values : one;

const onDevice = (values: Float32Array | Int32Array, dtype: 'float32' | 'int32'): Tensor1D =>
  tidy(() => keep(tensor1d(values, dtype)));

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

  constructor(matrix: SparseMatrix, order: Int32Array | null = null) {
    this.numRows = matrix.numRows;
    this.numCols = matrix.numCols;
    this.#matrix = matrix;
    this.#order = order;
    this.rowPtr = onDevice(matrix.rowPtr, 'int32');
    this.colIndex = onDevice(padded(matrix.colIndex, new Int32Array(1)), 'int32');
    this.values = onDevice(padded(matrix.values, new Float32Array(1)), 'float32');
  }

  /**
   * For each entry the part of its random draw that does not hang on the step's key: indexHash(index), index being the entry's place in the original matrix. The transpose thus drops the very same entries.
   */
  get draws(): Tensor1D {
    if (!this.#draws) {
      const count = Math.max(1, this.#matrix.colIndex.length);
      const order = this.#order;
      const draws = Int32Array.from({ length: count }, (_, e) => indexHash(order?.[e] ?? e));
      this.#draws = onDevice(draws, 'int32');
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

  dispose(): void {
    this.#transposed?.dispose();
    this.#draws?.dispose();
    this.rowPtr.dispose();
    this.colIndex.dispose();
    this.values.dispose();
  }
}
