import { describe, expect, it } from 'vitest';
import type { Activations } from '../../../src/data/run/records';
import { findStructure } from '../../../src/compute/projection/structure';
import { dense, toSparse } from './points';

const asDense = (rows: number[][]): Activations => ({ kind: 'dense', matrix: dense(rows) });
const asSparse = (rows: number[][]): Activations => ({ kind: 'sparse', matrix: toSparse(dense(rows)) });
const sentenceOf = (activations: Activations, layer = 'h1') => {
  const structure = findStructure(activations, layer);
  return structure.kind === 'nothing' ? structure.sentence : null;
};
const caveatsOf = (activations: Activations, layer = 'h1') => {
  const structure = findStructure(activations, layer);
  return structure.kind === 'rows' ? structure.caveats : null;
};

describe('what carries no structure', () => {
  it('names identity features', () => {
    expect(sentenceOf({ kind: 'identity', numCols: 34 }, 'x')).toBe(
      'Identity features: every node is equally far from every other, so there is nothing to project.',
    );
  });

  for (const [form, make] of [
    ['dense', asDense],
    ['sparse', asSparse],
  ] as const) {
    it(`names ${form} rows that are all zero, and all alike`, () => {
      expect(
        sentenceOf(
          make([
            [0, 0],
            [0, 0],
          ]),
        ),
      ).toContain('Every value here is zero');
      expect(
        sentenceOf(
          make([
            [0.1, 3],
            [0.1, 3],
            [0.1, 3],
          ]),
        ),
      ).toContain('the same values');
    });

    it(`counts ${form} rows without entries and equal rows`, () => {
      const rows = make([
        [0, 0],
        [1, 2],
        [0, 0],
        [1, 2],
        [2, 1],
        [1, 2],
      ]);
      expect(caveatsOf(rows, 'x')).toEqual(['2 nodes have no features.', '3 nodes have identical vectors.']);
      expect(caveatsOf(rows)?.[0]).toBe('2 nodes have only zeros here.');
    });

    it(`says nothing about ${form} rows that all differ`, () => {
      expect(
        caveatsOf(
          make([
            [1, 2],
            [2, 1],
            [3, 0],
          ]),
        ),
      ).toEqual([]);
    });
  }

  it('takes rows that differ by rounding alone as alike, and rows that differ by little as different', () => {
    expect(
      sentenceOf(
        asDense([
          [1, 1],
          [1.0000001, 1],
        ]),
      ),
    ).toContain('the same values');
    expect(
      sentenceOf(
        asDense([
          [1, 1],
          [1.001, 1],
        ]),
      ),
    ).toBeNull();
  });

  it('names values that are not finite', () => {
    expect(
      sentenceOf(
        asDense([
          [1, NaN],
          [2, 1],
        ]),
      ),
    ).toContain('no longer finite');
  });

  it('speaks of one node in the singular', () => {
    expect(
      caveatsOf(
        asSparse([
          [0, 0],
          [1, 0],
          [0, 1],
        ]),
        'x',
      ),
    ).toEqual(['1 node has no features.']);
  });
});
