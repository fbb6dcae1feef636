import { describe, expect, it } from 'vitest';
import { movedShare } from '../../../src/compute/projection/moved';
import { clusteredRows, finish } from './points';

const rows = (values: readonly number[]) => ({
  numRows: values.length,
  numCols: 1,
  values: Float32Array.from(values),
});

describe('nodes that moved relative to their neighbours', () => {
  it('is the share of the nearest rows that are others', () => {
    // 0 1 2 and 10 11 12, then the third of them goes over to the others.
    const moved = finish(movedShare(rows([0, 1, 2, 10, 11, 12]), rows([0, 1, 10.5, 10, 11, 12]), 2));
    expect([...moved]).toEqual([0.5, 0.5, 1, 0.5, 0.5, 0.5]);
  });

  it('is nothing where all is turned, shifted or scaled alike', () => {
    const first = clusteredRows(60, 2, 3);
    const values = first.values.map((_, i) =>
      i % 2 === 0 ? 5 - 3 * first.values[i + 1]! : 7 + 3 * first.values[i - 1]!,
    );
    const moved = finish(movedShare(first, { ...first, values }, 15));
    expect(Math.max(...moved)).toBeLessThan(0.08);
  });

  it('compares embeddings of different widths, and refuses those of other nodes', () => {
    expect(finish(movedShare(clusteredRows(40, 4, 1), clusteredRows(40, 8, 1), 5)).length).toBe(40);
    expect(() => finish(movedShare(rows([1, 2, 3]), rows([1, 2]), 1))).toThrow(/as many rows/);
    expect(() => finish(movedShare(rows([1, 2]), rows([1, 2]), 2))).toThrow(/expected k/);
  });
});
