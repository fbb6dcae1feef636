import { describe, expect, it } from 'vitest';
import { balancedAccuracy, macroF1 } from '../../../src/compute/metrics/classes';
import {
  atThreshold,
  auc,
  averagePrecision,
  hitsAt,
  meanReciprocalRank,
  ranks,
} from '../../../src/compute/metrics/rankings';
import golden from '../../golden/metrics.json';

describe.each(golden.ranked.map((each) => [each.name, each] as const))(
  'scores that are %s',
  (_, expected) => {
    const { positives, negatives } = expected;

    it('have the AUC and average precision of scikit-learn', () => {
      expect(auc(positives, negatives)).toBeCloseTo(expected.auc, 12);
      expect(averagePrecision(positives, negatives)).toBeCloseTo(expected.averagePrecision, 12);
    });

    it('have the Hits@K and MRR of OGB', () => {
      for (const [k, hits] of Object.entries(expected.hits))
        expect(hitsAt(Number(k), positives, negatives)).toBe(hits);
      expect(meanReciprocalRank(positives, negatives)).toBeCloseTo(expected.mrr, 12);
    });

    it('have the precision and recall of scikit-learn at a threshold', () => {
      const { precision, recall, found, missed } = atThreshold(0.5, positives, negatives);
      expect([precision, recall]).toEqual([expected.precision, expected.recall]);
      expect(found + missed).toBe(positives.length);
    });

    it('are measured in whatever order they come', () => {
      const [a, b] = [positives.toReversed(), negatives.toReversed()];
      expect(auc(a, b)).toBe(auc(positives, negatives));
      expect(averagePrecision(a, b)).toBe(averagePrecision(positives, negatives));
    });
  },
);

it('ranks a tie in the middle of it', () => {
  expect([...ranks([2, 1, 0], [3, 1, 1, 1, 0])]).toEqual([2, 3.5, 5.5]);
});

it('says nothing of nothing', () => {
  for (const measure of [auc, averagePrecision, meanReciprocalRank]) {
    expect(measure([], [1])).toBeNaN();
    expect(measure([1], [])).toBeNaN();
  }
  expect(hitsAt(1, [], [1])).toBeNaN();
  expect(averagePrecision([NaN, 1], [0])).toBeNaN();
});

it.each(golden.classes.map((each) => [each.name, each] as const))(
  'has the macro F1 and balanced accuracy of scikit-learn: %s',
  (_, expected) => {
    const [y, predicted] = [Int32Array.from(expected.y), Int32Array.from(expected.predicted)];
    const nodes = [...y.keys()];
    expect(macroF1(y, predicted, nodes, 5)).toBeCloseTo(expected.macroF1, 12);
    expect(balancedAccuracy(y, predicted, nodes, 5)).toBeCloseTo(expected.balancedAccuracy, 12);
    // A node without a class, and one that does not count.
    expect(
      balancedAccuracy(
        Int32Array.of(...y, -1, 0),
        Int32Array.of(...predicted, 0, 1),
        [...nodes, y.length],
        5,
      ),
    ).toBeCloseTo(expected.balancedAccuracy, 12);
  },
);
