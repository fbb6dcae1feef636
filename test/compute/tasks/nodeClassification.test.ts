import { expect, it } from 'vitest';
import {
  accuracy,
  crossEntropy,
  predictions,
  scores,
  softmaxRows,
  trainingClasses,
} from '../../../src/compute/tasks/nodeClassification';
import type { Labelling } from '../../../src/data/graph/graphData';

/** Node 4 has no class. */
const LABELLING: Labelling = {
  id: 'test',
  name: 'test',
  classNames: ['a', 'b', 'c'],
  y: Int32Array.of(0, 1, 2, 0, -1),
  split: { train: Int32Array.of(0, 1), val: null, test: Int32Array.of(2, 3) },
};
const LOGITS = Float32Array.of(2, 0, 0, 0, 1, 1, 0, 0, 3, 0, 5, 0, 9, 9, 9);

it('makes rows of probabilities, also where the exponential would overflow', () => {
  const rows = softmaxRows(Float32Array.of(0, 0, 1000, 1000 + Math.log(3)), 2);
  expect([...rows].map((p) => Number(p.toFixed(4)))).toEqual([0.5, 0.5, 0.25, 0.75]);
});

it('predicts the largest logit, the lowest index of equals', () => {
  expect([...predictions(LOGITS, 3)]).toEqual([0, 1, 2, 1, 0]);
});

it('is the mean of minus log probability over the nodes with a class', () => {
  const first = Math.log(Math.exp(2) + 2) - 2;
  const second = Math.log(1 + 2 * Math.E) - 1;
  expect(crossEntropy(LOGITS, 3, LABELLING.y, [0, 1])).toBeCloseTo((first + second) / 2, 6);
  expect(crossEntropy(LOGITS, 3, LABELLING.y, [0, 4])).toBeCloseTo(first, 6);
  expect(crossEntropy(LOGITS, 3, LABELLING.y, [4])).toBe(0);
});

it('counts right predictions among nodes with a class', () => {
  const predicted = predictions(LOGITS, 3);
  expect(accuracy(predicted, LABELLING.y, [0, 1, 2, 3, 4])).toBe(0.75);
  expect(accuracy(predicted, LABELLING.y, [])).toBe(0);
});

it('scores each part of the split, and null where there is none', () => {
  expect(scores(predictions(LOGITS, 3), LABELLING)).toEqual({ train: 1, val: null, test: 0.5, all: 0.75 });
});

it('trains on the training nodes that have a class', () => {
  const { classes, count } = trainingClasses({
    ...LABELLING,
    split: { ...LABELLING.split, train: Int32Array.of(1, 4) },
  });
  expect([...classes]).toEqual([-1, 1, -1, -1, -1]);
  expect(count).toBe(1);
});
