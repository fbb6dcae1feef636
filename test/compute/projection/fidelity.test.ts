import { describe, expect, it } from 'vitest';
import { fidelity } from '../../../src/compute/projection/fidelity';
import golden from '../../golden/projection.json';
import { clusteredRows, dense, finish, sparseRows, toSparse, trustOf } from './points';

describe('trustworthiness', () => {
  for (const { x, low, k, value } of golden.trustworthiness)
    it(`equals scikit-learn for k = ${k}`, () => {
      const positions = Float32Array.from(low.flat());
      expect(trustOf(dense(x), positions, k)).toBeCloseTo(value, 6);
      expect(trustOf(toSparse(dense(x)), positions, k)).toBeCloseTo(value, 6);
    });

  it('ranks ties by index, as scikit-learn does for distances told apart by it', () => {
    const { x, low, k, value } = golden.tied;
    const positions = Float32Array.from(low.flat());
    expect(trustOf(dense(x), positions, k)).toBeCloseTo(value, 6);
    expect(trustOf(toSparse(dense(x)), positions, k)).toBeCloseTo(value, 6);
  });

  it('is one half for a random picture of rows that mostly tie', () => {
    const words = sparseRows(400, 300, 3);
    const random = clusteredRows(400, 2, 1, 99).values;
    for (const rows of [words, toSparse(words)])
      expect(Math.abs(trustOf(rows, random) - 0.5)).toBeLessThan(0.02);
  });

  it('is 1 for rows that are a plane already', () => {
    const rows = clusteredRows(60, 2, 3);
    expect(trustOf(rows, rows.values, 10)).toBe(1);
  });

  it('refuses a k for which it has no meaning', () => {
    const rows = clusteredRows(20, 2, 2);
    expect(() => trustOf(rows, rows.values, 10)).toThrow('less than half of 20 rows');
  });
});

describe('neighbours kept', () => {
  it('are all of them in a plane and few in a picture of something else', () => {
    const rows = clusteredRows(60, 2, 3);
    expect(finish(fidelity(rows, rows.values, { k: 10 })).kept).toBe(1);
    const other = clusteredRows(60, 2, 1, 99).values;
    expect(finish(fidelity(rows, other, { k: 10 })).kept).toBeLessThan(0.4);
  });

  it('count for each node, and of equal rows those with the lowest index are the nearest', () => {
    const rows = dense(Array.from({ length: 40 }, (_, i) => [i < 20 ? 0 : i, 0]));
    const positions = Float32Array.from({ length: 80 }, (_, i) => (i % 2 ? 0 : i < 40 ? i : 100 + i));
    const { perNode } = finish(fidelity(rows, positions, { k: 5 }));
    // Node 0 is drawn beside 1 to 5, its nearest by index; node 19 beside 14 to 18, none of its.
    expect([perNode[0], perNode[19]]).toEqual([1, 0]);
  });

  it('can be judged by a sample: the rows that were looked at have the same share', () => {
    const rows = clusteredRows(90, 6, 4);
    const positions = clusteredRows(90, 2, 4).values;
    const all = finish(fidelity(rows, positions, { k: 15 }));
    const some = finish(fidelity(rows, positions, { k: 15, every: 7 }));
    for (let i = 0; i < 90; i++)
      if (i % 7) expect(some.perNode[i]).toBeNaN();
      else expect(some.perNode[i]).toBe(all.perNode[i]);
    expect(Math.abs(some.trustworthiness - all.trustworthiness)).toBeLessThan(0.1);
  });
});
