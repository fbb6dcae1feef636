/**
 * Which nodes moved relative to their neighbours between two embeddings of the same nodes: the share of a node's k
 * nearest rows (in the full space, Euclidean) that are not among its k nearest in the other one. 0: the same
 * neighbourhood, wherever it lies; 1: another one altogether.
 */
import { fail } from '../../data/base/errors';
import { plainKernels, type ProjectionKernels } from './kernels';
import type { Rows } from './matrix';

/** @param first, second as distances see them (comparedRows); of any two widths */
export function* movedShare(
  first: Rows,
  second: Rows,
  k: number,
  kernels: ProjectionKernels = plainKernels,
): Generator<void, Float32Array> {
  const n = first.numRows;
  if (second.numRows !== n)
    throw fail('projection/moved', `expected as many rows in both, got ${n} and ${second.numRows}`);
  if (!(k >= 1 && k < n))
    throw fail('projection/moved', `expected k from 1 to less than ${n} rows, got ${k}`);
  const before = (yield* kernels.nearest(first, k + 1)).index;
  const after = (yield* kernels.nearest(second, k + 1)).index;
  // The row itself comes first in both.
  const stamp = new Int32Array(n).fill(-1);
  return Float32Array.from({ length: n }, (_, i) => {
    let kept = 0;
    for (let j = 1; j <= k; j++) stamp[before[i * (k + 1) + j]!] = i;
    for (let j = 1; j <= k; j++) if (stamp[after[i * (k + 1) + j]!] === i) kept++;
    return 1 - kept / k;
  });
}
