/**
 * Principal component analysis to two components (Pearson 1901; Hotelling 1933), of dense or sparse rows.
 *
 * Matrix form: C = X - 1 m^T with m the column means; the components are the two leading eigenvectors of C^T C, the
 * positions C V. Sparse X stays sparse: C^T C v = X^T (X v - (m.v) 1) - m (1^T (X v - (m.v) 1)).
 *
 * Block subspace iteration with Rayleigh-Ritz (Golub and Van Loan, Matrix Computations, section 8.2) from a fixed
 * start; the loading of largest magnitude is positive. The same rows give the same picture, mirror image included.
 */
import { randomKey, uniform } from '../../data/base/random';
import { symmetricEigen } from './eigen';
import { columnMeans, isSparse, squaredNorms, type Rows } from './matrix';

export interface PcaResult {
  /** numRows x 2, interleaved. */
  readonly positions: Float32Array;
  /** 2 x numCols, row-major: the directions, of length 1, or of length 0 where there is no second direction. */
  readonly components: Float64Array;
  /** Share of the total variance along each of the two, 0 to 1. */
  readonly share: readonly [number, number];
}

/** Directions iterated together: matrices up to this wide are solved in one round, wider ones converge faster. */
const BLOCK = 16;
const MAX_ROUNDS = 200;
/** Stops when the two leading directions turn by less than this (sine of the angle, squared) in a round. */
const TOLERANCE = 1e-13;

/** A generator: yields between rounds, so that a worker can listen. */
export function* pca(rows: Rows): Generator<void, PcaResult> {
  const { numRows, numCols } = rows;
  const means = columnMeans(rows);
  const block = Math.min(BLOCK, numCols);
  const projected = new Float64Array(numRows * block);
  let basis = startBasis(numCols, block);
  let values: Float64Array = new Float64Array(block);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    projectCentred(rows, means, basis, block, projected);
    const { ritz, rotation } = rayleighRitz(projected, numRows, block);
    values = ritz;
    const leading = rotate(basis, numCols, block, rotation);
    const isDone = block === numCols || (round > 0 && turned(basis, leading, numCols, block) < TOLERANCE);
    basis = leading;
    if (isDone) break;
    rotateInPlace(projected, numRows, block, rotation);
    basis = backProject(rows, means, projected, block);
    orthonormalise(basis, numCols, block);
    yield;
  }
  const components = new Float64Array(2 * numCols);
  for (let c = 0; c < 2 && c < block; c++) {
    if (!(values[c]! > (values[0] ?? 0) * 1e-12)) continue;
    const sign = signOfLargest(basis, numCols, block, c);
    for (let r = 0; r < numCols; r++) components[c * numCols + r] = sign * basis[r * block + c]!;
  }
  const total = totalVariance(rows, means);
  const share = (c: number) => (total > 0 ? Math.max(0, values[c] ?? 0) / total : 0);
  return { positions: project(rows, means, components), components, share: [share(0), share(1)] };
}

function startBasis(numCols: number, block: number): Float64Array {
  const key = randomKey(0, 0, numCols);
  const basis = Float64Array.from({ length: numCols * block }, (_, i) => uniform(key, i) - 0.5);
  orthonormalise(basis, numCols, block);
  return basis;
}

/** out = C V, numRows x block. */
function projectCentred(
  rows: Rows,
  means: Float64Array,
  basis: Float64Array,
  block: number,
  out: Float64Array,
): void {
  const shift = new Float64Array(block);
  for (let r = 0; r < means.length; r++)
    for (let c = 0; c < block; c++) shift[c]! += means[r]! * basis[r * block + c]!;
  forEachEntry(
    rows,
    (i, r, value) => {
      for (let c = 0; c < block; c++) out[i * block + c]! += value * basis[r * block + c]!;
    },
    (i) => {
      for (let c = 0; c < block; c++) out[i * block + c] = -shift[c]!;
    },
  );
}

/** C^T Y, numCols x block. */
function backProject(rows: Rows, means: Float64Array, y: Float64Array, block: number): Float64Array {
  const out = new Float64Array(rows.numCols * block);
  const sums = new Float64Array(block);
  for (let i = 0; i < y.length; i += block) for (let c = 0; c < block; c++) sums[c]! += y[i + c]!;
  forEachEntry(rows, (i, r, value) => {
    for (let c = 0; c < block; c++) out[r * block + c]! += value * y[i * block + c]!;
  });
  for (let r = 0; r < rows.numCols; r++)
    for (let c = 0; c < block; c++) out[r * block + c]! -= means[r]! * sums[c]!;
  return out;
}

function forEachEntry(
  rows: Rows,
  entry: (row: number, col: number, value: number) => void,
  startRow: (row: number) => void = () => {},
): void {
  for (let i = 0; i < rows.numRows; i++) {
    startRow(i);
    if (isSparse(rows))
      for (let e = rows.rowPtr[i]!; e < rows.rowPtr[i + 1]!; e++)
        entry(i, rows.colIndex[e]!, rows.values[e]!);
    else for (let c = 0; c < rows.numCols; c++) entry(i, c, rows.values[i * rows.numCols + c]!);
  }
}

/** Eigenvectors of Y^T Y, largest eigenvalue first: the best directions inside the present subspace. */
function rayleighRitz(y: Float64Array, numRows: number, block: number) {
  const gram = new Float64Array(block * block);
  for (let i = 0; i < numRows; i++)
    for (let a = 0; a < block; a++) {
      const value = y[i * block + a]!;
      for (let b = a; b < block; b++) gram[a * block + b]! += value * y[i * block + b]!;
    }
  for (let a = 0; a < block; a++) for (let b = 0; b < a; b++) gram[a * block + b] = gram[b * block + a]!;
  const { values, vectors } = symmetricEigen(gram, block);
  return { ritz: values, rotation: vectors };
}

/** M R for an n x block matrix M. */
function rotate(m: Float64Array, n: number, block: number, rotation: Float64Array): Float64Array {
  const out = m.slice();
  rotateInPlace(out, n, block, rotation);
  return out;
}

function rotateInPlace(m: Float64Array, n: number, block: number, rotation: Float64Array): void {
  const row = new Float64Array(block);
  for (let i = 0; i < n; i++) {
    row.set(m.subarray(i * block, (i + 1) * block));
    for (let c = 0; c < block; c++) {
      let sum = 0;
      for (let k = 0; k < block; k++) sum += row[k]! * rotation[k * block + c]!;
      m[i * block + c] = sum;
    }
  }
}

/**
 * How far the two leading directions have turned: 1 - cos^2 of each against the round before, the larger one. The
 * basis before the rotation is that of the round before, multiplied once by C^T C and made orthonormal in order.
 */
function turned(before: Float64Array, after: Float64Array, numCols: number, block: number): number {
  let worst = 0;
  for (let c = 0; c < Math.min(2, block); c++) {
    let cosine = 0;
    for (let r = 0; r < numCols; r++) cosine += before[r * block + c]! * after[r * block + c]!;
    worst = Math.max(worst, 1 - cosine * cosine);
  }
  return worst;
}

/** Modified Gram-Schmidt, twice for accuracy; a direction that vanishes becomes zero. */
function orthonormalise(m: Float64Array, n: number, block: number): void {
  for (let c = 0; c < block; c++) {
    const before = columnNorm(m, n, block, c);
    for (let pass = 0; pass < 2; pass++)
      for (let k = 0; k < c; k++) {
        let dot = 0;
        for (let i = 0; i < n; i++) dot += m[i * block + c]! * m[i * block + k]!;
        for (let i = 0; i < n; i++) m[i * block + c]! -= dot * m[i * block + k]!;
      }
    const norm = columnNorm(m, n, block, c);
    const scale = norm > before * 1e-12 ? 1 / norm : 0;
    for (let i = 0; i < n; i++) m[i * block + c]! *= scale;
  }
}

function columnNorm(m: Float64Array, n: number, block: number, c: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += m[i * block + c]! ** 2;
  return Math.sqrt(sum);
}

function signOfLargest(basis: Float64Array, numCols: number, block: number, c: number): number {
  let largest = 0;
  for (let r = 0; r < numCols; r++) {
    const value = basis[r * block + c]!;
    if (Math.abs(value) > Math.abs(largest)) largest = value;
  }
  return largest < 0 ? -1 : 1;
}

function totalVariance(rows: Rows, means: Float64Array): number {
  let total = 0;
  for (const norm of squaredNorms(rows)) total += norm;
  for (const mean of means) total -= rows.numRows * mean * mean;
  return total;
}

function project(rows: Rows, means: Float64Array, components: Float64Array): Float32Array {
  const { numCols } = rows;
  const basis = new Float64Array(numCols * 2);
  for (let r = 0; r < numCols; r++) {
    basis[r * 2] = components[r]!;
    basis[r * 2 + 1] = components[numCols + r]!;
  }
  const out = new Float64Array(rows.numRows * 2);
  projectCentred(rows, means, basis, 2, out);
  return Float32Array.from(out);
}
