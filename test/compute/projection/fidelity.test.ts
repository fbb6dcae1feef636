import { describe, expect, it } from 'vitest';
import { trustworthiness } from '../../../src/compute/projection/fidelity';
import golden from '../../golden/projection.json';
import { clusteredRows, dense, finish, toSparse } from './points';

describe('trustworthiness', () => {
  for (const { x, low, k, value } of golden.trustworthiness)
    it(`equals scikit-learn for k = ${k}`, () => {
      const positions = Float32Array.from(low.flat());
      expect(finish(trustworthiness(dense(x), positions, k))).toBeCloseTo(value, 6);
      expect(finish(trustworthiness(toSparse(dense(x)), positions, k))).toBeCloseTo(value, 6);
    });

  it('is 1 for rows that are a plane already', () => {
    const rows = clusteredRows(60, 2, 3);
    expect(finish(trustworthiness(rows, rows.values, 10))).toBe(1);
  });

  it('refuses a k for which it has no meaning', () => {
    const rows = clusteredRows(20, 2, 2);
    expect(() => finish(trustworthiness(rows, rows.values, 10))).toThrow('expected k below half of 20 rows');
  });
});
