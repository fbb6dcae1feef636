import { describe, expect, it } from 'vitest';
import { bothAtBest, lastBetter, stopsEarly } from '../../../src/compute/train/earlyStopping';
import type { StoppingRule } from '../../../src/data/run/training';
import type { EpochRecord } from '../../../src/data/run/records';
import { recordOf } from '../../records';
import { ACCURACY, type MetricDescriptor } from '../../../src/data/run/metrics';

/** Records of epochs 1 on, from validation losses and, where they count, accuracies. */
const recordsOf = (losses: readonly (number | null)[], accuracies: readonly number[] = []): EpochRecord[] =>
  losses.map((valLoss, i) =>
    recordOf(
      { train: 1, val: valLoss === null ? null : (accuracies[i] ?? 0.5), test: null, all: 1 },
      { epoch: i + 1, valLoss },
    ),
  );

/** The epoch after which a run with these losses ends; null where it goes to its end. */
function endOf(
  earlyStopping: StoppingRule,
  patience: number,
  losses: readonly (number | null)[],
  accuracies?: readonly number[],
): number | null {
  const records = recordsOf(losses, accuracies);
  const end = records.findIndex((_, i) =>
    stopsEarly({ earlyStopping, patience }, records.slice(0, i + 1), ACCURACY),
  );
  return end < 0 ? null : end + 1;
}

describe('a rising loss', () => {
  it('ends the run where it is above the mean of the ones before it', () => {
    // Means of three: 5, 4, 3; then (5 + 4 + 3) / 3 = 4 at epoch 4.
    expect(endOf('rising loss', 3, [5, 4, 3, 3.9, 3.7])).toBe(5);
    expect(endOf('rising loss', 3, [5, 4, 3, 4.1, 3.6, 3.7])).toBe(6);
  });

  it('does not count a loss that equals the mean', () => {
    expect(endOf('rising loss', 2, [1, 1, 1, 1])).toBeNull();
  });

  it('is first looked for where Kipf looks: with patience 10 at the twelfth epoch', () => {
    expect(endOf('rising loss', 3, [1, 2, 3, 4])).toBeNull();
    expect(endOf('rising loss', 3, [1, 2, 3, 4, 5])).toBe(5);
    const rising = Array.from({ length: 20 }, (_, i) => i);
    expect(endOf('rising loss', 10, rising)).toBe(12);
  });
});

describe('no better loss and no better accuracy', () => {
  const falling = [5, 4, 3, 2, 1];

  it('ends the run when patience is over', () => {
    expect(endOf('no better', 2, [3, 2, 2.5, 2.5, 2.5], [0.2, 0.3, 0.1, 0.1, 0.1])).toBe(4);
    expect(endOf('no better', 3, [3, 2, 2.5, 2.5, 2.5], [0.2, 0.3, 0.1, 0.1, 0.1])).toBe(5);
  });

  it('goes on while either gets better, and takes a tie for better', () => {
    expect(endOf('no better', 2, falling, [0.9, 0.1, 0.1, 0.1, 0.1])).toBeNull();
    expect(endOf('no better', 2, falling.toReversed(), [0.1, 0.2, 0.3, 0.4, 0.5])).toBeNull();
    expect(endOf('no better', 2, falling.toReversed(), [0.5, 0.5, 0.5, 0.5, 0.5])).toBeNull();
    expect(endOf('no better', 2, [2, 2, 2, 2, 2], [0.9, 0.1, 0.1, 0.1, 0.1])).toBeNull();
  });

  it('names the last epoch that was better', () => {
    expect(lastBetter(recordsOf([3, 2, 2.5, 2.5], [0.2, 0.3, 0.1, 0.3]), ACCURACY)).toBe(4);
    expect(lastBetter(recordsOf([3, 2, 2.5, 2.5], [0.2, 0.3, 0.1, 0.1]), ACCURACY)).toBe(2);
    expect(lastBetter([], ACCURACY)).toBe(0);
  });
});

it('goes by what is better of the metric: the lowest, where that counts', () => {
  const error: MetricDescriptor = { ...ACCURACY, better: 'lower' };
  const records = recordsOf([3, 3.5, 3.5], [0.3, 0.2, 0.4]);
  expect(lastBetter(records, error)).toBe(2);
  expect(lastBetter(records, ACCURACY)).toBe(3);
});

it('goes back to the last epoch at which loss and accuracy were both as good as ever', () => {
  expect(bothAtBest(recordsOf([3, 2, 2.5, 1], [0.2, 0.3, 0.4, 0.1]), ACCURACY)).toBe(2);
  expect(bothAtBest(recordsOf([3, 2, 2], [0.2, 0.3, 0.3]), ACCURACY)).toBe(3);
  expect(bothAtBest([], ACCURACY)).toBe(0);
});

describe('no run ends early', () => {
  const rising = [1, 2, 3, 4, 5, 6];
  const worse = [0.6, 0.5, 0.4, 0.3, 0.2, 0.1];

  it('where the rule is off', () => {
    expect(endOf('off', 1, rising, worse)).toBeNull();
  });

  it('on a set without a validation part', () => {
    const none = rising.map(() => null);
    for (const rule of ['rising loss', 'no better'] as const) expect(endOf(rule, 1, none)).toBeNull();
    for (const rule of ['rising loss', 'no better'] as const)
      expect(endOf(rule, 1, rising, worse)).not.toBeNull();
  });

  it('before its first epoch', () => {
    expect(stopsEarly({ earlyStopping: 'no better', patience: 1 }, [], ACCURACY)).toBe(false);
  });
});
