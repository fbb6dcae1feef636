import { describe, expect, it } from 'vitest';
import type { EpochRecord, Scores } from '../../../src/engine/types';
import { accuracyCurves, epochsOf, lossCurves } from '../../../src/ui/charts/curves';
import { readable, roundCeiling, tickText } from '../../../src/ui/charts/ticks';

const record = (epoch: number, loss: number, valLoss: number | null, accuracy: Scores): EpochRecord => ({
  epoch,
  loss,
  valLoss,
  accuracy,
  ms: 1,
});
const PARTS: Scores = { train: 1, val: 0.79, test: 0.81, all: 0.83 };
const WHOLE: Scores = { train: 1, val: null, test: null, all: 0.97 };

describe('curves', () => {
  it('shows the parts of a split where the set has them', () => {
    const curves = accuracyCurves([record(0, 2, 2, PARTS)]);
    expect(curves.map(({ label, values }) => [label, ...values])).toEqual([
      ['train', 1],
      ['validation', 0.79],
      ['test', 0.81],
    ]);
  });

  it('shows labelled and all nodes where the set has no parts', () => {
    const curves = accuracyCurves([record(0, 2, null, WHOLE)]);
    expect(curves.map(({ label, values }) => [label, ...values])).toEqual([
      ['labelled', 1],
      ['all', 0.97],
    ]);
  });

  it('shows a validation loss only where there is one', () => {
    expect(lossCurves([record(0, 2, null, WHOLE)]).map(({ label }) => label)).toEqual(['train']);
    expect(lossCurves([record(0, 2, 1.5, PARTS)])[1]!.values).toEqual([1.5]);
  });

  it('draws a loss that is no cross-entropy alone, by what it is taken over', () => {
    const curves = lossCurves([record(0, 2, 1.5, PARTS)], 'walks');
    expect(curves.map(({ label, values }) => [label, ...values])).toEqual([['walks', 2]]);
  });

  it('leaves a gap where a run diverged', () => {
    const records = [
      record(0, 2, null, WHOLE),
      record(1, NaN, null, WHOLE),
      record(2, Infinity, null, WHOLE),
    ];
    expect(lossCurves(records)[0]!.values).toEqual([2, null, null]);
    expect(epochsOf(records)).toEqual([0, 1, 2]);
  });

  it('has curves before the first record', () => {
    expect(lossCurves([])[0]!.values).toEqual([]);
  });
});

describe('ticks', () => {
  it('rounds up to a number that reads well', () => {
    expect([0.69, 1, 1.95, 2.1, 7, 31].map(roundCeiling)).toEqual([0.8, 1, 2, 2.5, 8, 40]);
  });

  it('has a scale even without values', () => {
    expect([0, -1, NaN, Infinity].map(roundCeiling)).toEqual([1, 1, 1, 1]);
  });

  it('keeps the digits of small numbers', () => {
    expect([1, 0.814, 0.004, 0, null, undefined].map(readable)).toEqual([
      '1.00',
      '0.81',
      '4.0e-3',
      '0.00',
      '–',
      '–',
    ]);
    expect([0, 0.5, 1.25, 0.1 + 0.2].map(tickText)).toEqual(['0', '0.5', '1.25', '0.3']);
  });
});
