import { expect, it } from 'vitest';
import { accuracy, evaluateLogits, meanLoss, scores } from '../../../src/compute/tasks/logits';
import { trainingClasses } from '../../../src/data/graph/trainingClasses';
import type { Labelling } from '../../../src/data/graph/graphData';

/** Node 4 has no class. */
const LABELLING: Labelling = {
  id: 'test',
  name: 'test',
  classNames: ['a', 'b', 'c'],
  y: Int32Array.of(0, 1, 2, 0, -1),
  split: { train: Int32Array.of(0, 1), val: null, test: Int32Array.of(2, 3) },
};
const { y } = LABELLING;
const LOGITS = Float32Array.of(2, 0, 0, 0, 1, 1, 0, 0, 3, 0, 5, 0, 9, 9, 9);
const JUDGED = evaluateLogits(LOGITS, 3, y);

it('makes rows of probabilities, also where the exponential would overflow', () => {
  const { probabilities } = evaluateLogits(
    Float32Array.of(0, 0, 1000, 1000 + Math.log(3)),
    2,
    Int32Array.of(0, 0),
  );
  expect([...probabilities].map((p) => Number(p.toFixed(4)))).toEqual([0.5, 0.5, 0.25, 0.75]);
});

it('predicts the largest logit, the lowest index of equals', () => {
  expect([...JUDGED.predicted]).toEqual([0, 1, 2, 1, 0]);
});

it('is the mean of minus log probability over the nodes with a class', () => {
  const first = Math.log(Math.exp(2) + 2) - 2;
  const second = Math.log(1 + 2 * Math.E) - 1;
  expect(meanLoss(JUDGED, y, Int32Array.of(0, 1))).toBeCloseTo((first + second) / 2, 6);
  expect(meanLoss(JUDGED, y, Int32Array.of(0, 4))).toBeCloseTo(first, 6);
  expect(meanLoss(JUDGED, y, Int32Array.of(4))).toBe(0);
});

it('keeps the loss finite where the probability of the class is none', () => {
  const judged = evaluateLogits(Float32Array.of(800, -800), 2, Int32Array.of(1));
  expect(judged.losses[0]).toBe(1600);
  expect(judged.isFinite).toBe(true);
});

it('counts right predictions among nodes with a class', () => {
  expect(accuracy(JUDGED, y, Int32Array.of(0, 1, 2, 3, 4))).toBe(0.75);
  expect(accuracy(JUDGED, y, null)).toBe(0.75);
  expect(accuracy(JUDGED, y, new Int32Array(0))).toBe(0);
});

it('scores each part of the split, and null where there is none', () => {
  const of = (nodes: Int32Array | null) => meanLoss(JUDGED, y, nodes);
  expect(scores(JUDGED, LABELLING)).toEqual({
    train: { loss: of(LABELLING.split.train), accuracy: 1 },
    val: null,
    test: { loss: of(LABELLING.split.test), accuracy: 0.5 },
    all: { loss: of(null), accuracy: 0.75 },
  });
});

it.each([NaN, Infinity, -Infinity])('notices the logit %d', (bad) => {
  const logits = LOGITS.slice();
  logits[7] = bad;
  expect(JUDGED.isFinite).toBe(true);
  expect(evaluateLogits(logits, 3, y).isFinite).toBe(false);
});

it('trains on the training nodes that have a class', () => {
  const { classes, count } = trainingClasses({
    ...LABELLING,
    split: { ...LABELLING.split, train: Int32Array.of(1, 4) },
  });
  expect([...classes]).toEqual([-1, 1, -1, -1, -1]);
  expect(count).toBe(1);
});
