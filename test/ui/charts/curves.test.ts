import { describe, expect, it } from 'vitest';
import type { ByPart, EpochRecord, SeedRun } from '../../../src/data/run/records';
import { axisText, rangeOf } from '../../../src/ui/charts/axes';
import { bandOf } from '../../../src/ui/charts/bands';
import { hopsShown, influenceRow, sampleOf } from '../../../src/ui/charts/influenceRow';
import { epochsOf, lossCurves, scoreCurves, smoothingCurves } from '../../../src/ui/charts/curves';
import { readable, roundCeiling, tickText } from '../../../src/ui/charts/ticks';
import { recordOf } from '../../records';

const record = (epoch: number, loss: number, valLoss: number | null, accuracy: ByPart): EpochRecord =>
  recordOf(accuracy, { epoch, loss, valLoss });
const PARTS: ByPart = { train: 1, val: 0.79, test: 0.81, all: 0.83 };
const WHOLE: ByPart = { train: 1, val: null, test: null, all: 0.97 };

describe('curves', () => {
  it('shows the parts of a split where the set has them', () => {
    const curves = scoreCurves([record(0, 2, 2, PARTS)], 'accuracy');
    expect(curves.map(({ label, values }) => [label, ...values])).toEqual([
      ['train', 1],
      ['validation', 0.79],
      ['test', 0.81],
    ]);
  });

  it('shows labelled and all nodes where the set has no parts', () => {
    const curves = scoreCurves([record(0, 2, null, WHOLE)], 'accuracy');
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

  it('names each tick of a very small range by another text', () => {
    expect([0, 5e-9, 1e-8, 0.75e-8, 1e-5, 0.001].map(axisText)).toEqual([
      '0',
      '5e-9',
      '1e-8',
      '7.5e-9',
      '1e-5',
      '0.001',
    ]);
  });
});

describe('a logarithmic axis', () => {
  const of = (...values: number[]) => rangeOf({ kind: 'log' }, [{ label: 'H', values }]);

  it('goes from a round number below to one above, and names them', () => {
    expect(of(0.012, 0.13)).toEqual({ min: 0.01, max: 0.2, ticks: [0.01, 0.1] });
    expect(of(0.021, 0.08).ticks.map(tickText)).toEqual(['0.02', '0.05', '0.1']);
    expect(of(0.1).min).toBeLessThan(of(0.1).max);
  });

  it('leaves out what is not above zero, and has few ticks over many decades', () => {
    const { min, max, ticks } = of(0, 1e-9, 0.5);
    expect([min, max]).toEqual([1e-9, 0.5]);
    expect(ticks.length).toBeLessThanOrEqual(4);
    expect(of(0)).toEqual({ min: 0.1, max: 1, ticks: [0.1, 1] });
  });
});

describe('a band of seeds', () => {
  const seed = (...losses: number[]): SeedRun => ({
    seed: 0,
    diverged: false,
    records: losses.map((loss, epoch) => record(epoch, loss, null, WHOLE)),
  });

  it('lies one deviation around the mean, as far as two seeds go', () => {
    const { low, high } = bandOf([seed(1, 2, 3), seed(3, 2)], ({ loss }) => loss);
    expect(low).toEqual([2 - Math.SQRT2, 2, null]);
    expect(high).toEqual([2 + Math.SQRT2, 2, null]);
  });

  it('reaches further than the run has come', () => {
    const seeds = [seed(1, 2, 3), seed(3, 2, 1)];
    const records = [record(0, 2, null, WHOLE)];
    expect(epochsOf(records, seeds)).toEqual([0, 1, 2]);
    expect(lossCurves(records, undefined, seeds)[0]!.band!.high.length).toBe(3);
    expect(lossCurves(records, undefined, seeds.slice(1))[0]!.band).toBeUndefined();
  });
});

describe('how alike layers make the nodes', () => {
  it('is a curve for each layer, with a gap where nothing can be said', () => {
    const at = (epoch: number, energy: number) => ({
      epoch,
      layers: [
        { id: 'h1', energy, cosine: 0.5 },
        { id: 'z', energy: NaN, cosine: 1 },
      ],
    });
    const curves = smoothingCurves([at(0, 0.2), at(20, 0.1)], 'energy', (id) => id.toUpperCase());
    expect(curves).toEqual([
      { label: 'H1', values: [0.2, 0.1] },
      { label: 'Z', values: [null, null] },
    ]);
  });
});

describe('influence by hop', () => {
  it('is the mean over nodes as shares, with the mean of their distances', () => {
    const row = influenceRow([
      { perHop: Float32Array.of(1, 1, 0, 0), breadth: 0.5 },
      { perHop: Float32Array.of(1, 0, 1, 0), breadth: 1 },
    ]);
    expect(row).toEqual({ shares: [0.5, 0.25, 0.25, 0], breadth: 0.75 });
    expect(hopsShown([row])).toBe(4);
  });

  it('says nothing of nodes that nothing reaches', () => {
    expect(influenceRow([{ perHop: Float32Array.of(0, 0), breadth: 0 }]).shares).toEqual([0, 0]);
  });

  it('samples nodes that are there, the same each time', () => {
    const sample = sampleOf(100, new Set([3]), 20);
    expect(sample).toEqual(sampleOf(100, new Set([3]), 20));
    expect(new Set(sample).size).toBe(20);
    expect(sample).not.toContain(3);
    expect(sampleOf(4, new Set(), 20)).toEqual([0, 1, 2, 3]);
  });
});
