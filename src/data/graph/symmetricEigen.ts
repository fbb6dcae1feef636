/** Eigenvalues and eigenvectors of small symmetric matrices, by Jacobi's rotations. */

export interface Eigen {
  /** Descending. */
  readonly values: Float64Array;
  /** n x n, row-major: row k is the unit eigenvector of value k. */
  readonly vectors: Float64Array;
}

const MAX_SWEEPS = 60;

/**
 * Cyclic Jacobi (Golub and Van Loan, Matrix Computations, 8.5): each rotation makes one off-diagonal entry zero. About
 * 10 sweeps of n^3 operations.
 *
 * @param matrix n x n, symmetric; it stays as it is
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const v = new Float64Array(n * n);
  for (let k = 0; k < n; k++) v[k * n + k] = 1;
  const norm = Math.sqrt(a.reduce((sum, each) => sum + each * each, 0));
  for (let sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a, n) > 1e-15 * norm; sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  const order = Array.from({ length: n }, (_, k) => k).sort((i, j) => a[j * n + j] - a[i * n + i]);
  const vectors = new Float64Array(n * n);
  order.forEach((from, k) => vectors.set(v.subarray(from * n, (from + 1) * n), k * n));
  return { values: Float64Array.from(order, (k) => a[k * n + k]), vectors };
}

function offDiagonal(a: Float64Array, n: number): number {
  let sum = 0;
  for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) sum += 2 * a[p * n + q] ** 2;
  return Math.sqrt(sum);
}

/** Rows of `v` are turned with the matrix. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q];
  if (apq === 0) return;
  const tau = (a[q * n + q] - a[p * n + p]) / (2 * apq);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const [kp, kq] = [a[k * n + p], a[k * n + q]];
    a[k * n + p] = c * kp - s * kq;
    a[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const [pk, qk] = [a[p * n + k], a[q * n + k]];
    a[p * n + k] = c * pk - s * qk;
    a[q * n + k] = s * pk + c * qk;
    const [vp, vq] = [v[p * n + k], v[q * n + k]];
    v[p * n + k] = c * vp - s * vq;
    v[q * n + k] = s * vp + c * vq;
  }
}
