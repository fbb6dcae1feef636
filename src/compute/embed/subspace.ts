/**
 * Truncated singular value decomposition of a square matrix that is only known by what it does to a vector: randomised
 * subspace iteration (Halko, Martinsson, Tropp, SIAM Review 2011, algorithm 4.4) and Rayleigh-Ritz. Bases are lists of
 * columns, in double precision.
 */
import { symmetricEigen } from '../projection/eigen';

export type Columns = readonly Float64Array[];

export interface Operator {
  readonly size: number;
  /** M x */
  apply(x: Float64Array): Float64Array;
  /** M^T x */
  applyTransposed(x: Float64Array): Float64Array;
}

export interface Singular {
  /** Largest first. */
  readonly values: Float64Array;
  /** Left singular vectors, the entry of largest magnitude positive; zero where the value is. */
  readonly vectors: Columns;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function add(to: Float64Array, factor: number, from: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] += factor * from[i];
}

/** Modified Gram-Schmidt, twice for accuracy, in place; a column that the others hold already becomes zero. */
export function* orthonormalise(columns: Columns): Generator<void, void> {
  for (const [c, column] of columns.entries()) {
    const before = Math.sqrt(dot(column, column));
    for (let pass = 0; pass < 2; pass++)
      for (const other of columns.slice(0, c)) add(column, -dot(other, column), other);
    const norm = Math.sqrt(dot(column, column));
    const scale = norm > before * 1e-10 ? 1 / norm : 0;
    for (let i = 0; i < column.length; i++) column[i] *= scale;
    yield;
  }
}

/** One power iteration: an orthonormal basis of M M^T Q. */
export function* powerIteration(operator: Operator, basis: Columns): Generator<void, Columns> {
  const next: Float64Array[] = [];
  for (const column of basis) {
    next.push(operator.apply(operator.applyTransposed(column)));
    yield;
  }
  yield* orthonormalise(next);
  return next;
}

/** The best singular values and left vectors inside the span of an orthonormal basis. */
export function* rayleighRitz(operator: Operator, basis: Columns): Generator<void, Singular> {
  const k = basis.length;
  const images: Float64Array[] = [];
  const gram = new Float64Array(k * k);
  for (const [c, column] of basis.entries()) {
    const image = operator.applyTransposed(column);
    images.push(image);
    for (const [other, known] of images.entries())
      gram[c * k + other] = gram[other * k + c] = dot(image, known);
    yield;
  }
  const eigen = symmetricEigen(gram, k);
  yield;
  const values = eigen.values.map((value) => Math.sqrt(Math.max(0, value)));
  const vectors: Float64Array[] = [];
  for (let c = 0; c < k; c++) {
    const vector = new Float64Array(operator.size);
    if (values[c] > values[0] * 1e-7) {
      basis.forEach((column, r) => add(vector, eigen.vectors[r * k + c], column));
      if (isLargestNegative(vector)) for (let i = 0; i < vector.length; i++) vector[i] = -vector[i];
    }
    vectors.push(vector);
    yield;
  }
  return { values, vectors };
}

function isLargestNegative(vector: Float64Array): boolean {
  let largest = 0;
  for (const value of vector) if (Math.abs(value) > Math.abs(largest)) largest = value;
  return largest < 0;
}
