import { describe, expect, it } from 'vitest';
import { plainKernels } from '../../../src/compute/projection/kernels';
import { nearestNeighbours } from '../../../src/compute/projection/neighbours';
import { umapNeighbours } from '../../../src/compute/projection/settle';
import { unitRows } from '../../../src/compute/projection/unitRows';
import { dense, finish, toSparse } from './points';

const words = toSparse(
  dense([
    [0, 0, 0],
    [1, 1, 0],
    [4, 4, 0.5],
    [0, 0, 3],
    [0, 0, 0],
  ]),
);

describe('rows of length 1', () => {
  it('lie at the distance their angle gives', () => {
    const { index, distance } = finish(nearestNeighbours(unitRows(words), 3));
    expect(Array.from(index.subarray(3, 6))).toEqual([1, 2, 0]);
    const cosine = 8 / (Math.sqrt(2) * Math.sqrt(32.25));
    expect(distance[4]).toBeCloseTo(Math.sqrt(2 - 2 * cosine), 5);
  });

  it('put rows of zeros at a right angle to all others and together', () => {
    const { index, distance } = finish(nearestNeighbours(unitRows(words), 3));
    expect(Array.from(index.subarray(0, 3))).toEqual([0, 4, 1]);
    expect(distance[1]).toBe(0);
    expect(distance[2]).toBeCloseTo(Math.SQRT2, 6);
  });

  it('are what UMAP compares sparse rows by, and dense rows not', () => {
    expect(Array.from(finish(umapNeighbours(words, plainKernels)).index.subarray(8, 12))).toEqual([
      2, 1, 3, 0,
    ]);
    const written = dense([
      [0, 0],
      [1, 1],
      [4, 4],
      [0.1, 0],
    ]);
    expect(Array.from(finish(umapNeighbours(written, plainKernels)).index.subarray(6, 9))).toEqual([2, 1, 3]);
    expect(Array.from(finish(umapNeighbours(written, plainKernels)).index.subarray(3, 6))).toEqual([1, 3, 0]);
  });
});
