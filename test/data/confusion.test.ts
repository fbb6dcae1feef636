/** Against scikit-learn: test/golden/confusion.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { confusionOf, nodesIn } from '../../src/data/base/confusion';

interface Case {
  readonly numClasses: number;
  readonly y: readonly number[];
  readonly predicted: readonly number[];
  readonly matrix: readonly (readonly number[])[];
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  readonly f1: readonly number[];
  readonly support: readonly number[];
  readonly accuracy: number;
}
const golden: { readonly cases: readonly Case[] } = JSON.parse(
  readFileSync('test/golden/confusion.json', 'utf8'),
);

describe('the confusion of classes', () => {
  it.each(golden.cases.map((each, i) => [i, each] as const))(
    'has the matrix and the scores of scikit-learn, case %i',
    (_, { numClasses, y, predicted, ...expected }) => {
      const all = [...y.keys()];
      const found = confusionOf(Int32Array.from(y), Int32Array.from(predicted), all, numClasses);
      expect([...found.counts]).toEqual(expected.matrix.flat());
      expect(found.accuracy).toBeCloseTo(expected.accuracy, 12);
      expect(found.numNodes).toBe(y.length);
      found.classes.forEach(({ precision, recall, f1, support }, c) => {
        expect(precision).toBeCloseTo(expected.precision[c]!, 12);
        expect(recall).toBeCloseTo(expected.recall[c]!, 12);
        expect(f1).toBeCloseTo(expected.f1[c]!, 12);
        expect(support).toBe(expected.support[c]);
      });
    },
  );

  it('counts only the nodes that are asked for and have a class', () => {
    const y = Int32Array.from([0, 1, -1, 1]);
    const predictions = Int32Array.from([0, 0, 1, 1]);
    const { counts, numNodes } = confusionOf(y, predictions, [1, 2, 3], 2);
    expect([...counts]).toEqual([0, 0, 1, 1]);
    expect(numNodes).toBe(2);
  });

  it('leaves a class that is nowhere out of the mean', () => {
    const y = Int32Array.from([0, 0, 1]);
    expect(confusionOf(y, y, [0, 1, 2], 5).macroF1).toBe(1);
  });

  it('counts a class that is only predicted into the mean, as f1_score does (scikit-learn 1.9.1: 5 / 9)', () => {
    const found = confusionOf(Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 2, 1, 1), [0, 1, 2, 3], 4);
    expect(found.macroF1).toBeCloseTo(5 / 9, 12);
  });

  it('finds the nodes of a cell', () => {
    const y = Int32Array.from([0, 1, 0, 0]);
    const predictions = Int32Array.from([1, 1, 1, 0]);
    expect(nodesIn(y, predictions, [0, 1, 2, 3], 0, 1)).toEqual([0, 2]);
  });
});
