import { describe, expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS } from '../../../src/data/run/edits';
import type { HeldOutPairs } from '../../../src/data/run/pairs';
import { TASKS } from '../../../src/data/run/tasks/list';
import { defaultTask } from '../../../src/data/run/tasks/tasks';
import { scoreBins } from '../../../src/ui/charts/scoreBins';
import { countsOf, outcomeOf, pairShown, scoredPairs, thinned } from '../../../src/ui/state/heldOut';
import { createAppStore } from '../../../src/ui/state/store';
import { chartShown, colourShown } from '../../../src/ui/state/taskView';
import { DEFAULT_VIEW, type ViewSpec } from '../../../src/ui/state/viewSpec';

const ofPairs = defaultTask(TASKS.find(({ unit }) => unit === 'edge')!);

/** One pair of validation, then four of the test: two edges, two without. */
const heldOut: HeldOutPairs = {
  source: Int32Array.of(0, 1, 2, 3, 4),
  target: Int32Array.of(9, 9, 9, 9, 9),
  part: ['val', 'test', 'test', 'test', 'test'],
  isPositive: Uint8Array.of(1, 1, 1, 0, 0),
};
/** Scores, not probabilities: 0 is even odds. */
const values = Float32Array.of(9, 2, -1, 0.5, -3);
const frame = { epoch: 3, output: { unit: 'edge', rows: 5, columns: 1, values } } as const;

const store = createAppStore({
  run: { ...defaultRun({ id: 'karate', labelling: null }), task: ofPairs },
  view: DEFAULT_VIEW,
  descriptor: descriptorOf('karate'),
  secure: true,
});
const state = (view: Partial<ViewSpec> = {}) => {
  const data = karate(null);
  return {
    ...store.getState(),
    graph: {
      data,
      base: data,
      edits: NO_EDITS,
      descriptor: descriptorOf('karate'),
      positions: new Float32Array(68),
      layoutRunning: false,
    },
    heldOut,
    training: { ...store.getState().training, frame },
    view: { ...DEFAULT_VIEW, ...view },
  };
};
const scored = scoredPairs(state())!;

describe('held-out pairs', () => {
  it('are found, missed, false or rejected by their probability, those of the test alone', () => {
    expect([1, 2, 3, 4].map((k) => outcomeOf(scored, k, 0.5))).toEqual([
      'found',
      'missed',
      'false',
      'rejected',
    ]);
    expect(countsOf(scored, 0.5)).toEqual({
      found: 1,
      missed: 1,
      false: 1,
      rejected: 1,
      precision: 0.5,
      recall: 0.5,
    });
  });

  it('answer the threshold: a high one leaves the surest edge alone, one at 1 nothing', () => {
    expect(countsOf(scored, 0.8)).toMatchObject({ found: 1, false: 0, precision: 1, recall: 0.5 });
    expect(countsOf(scored, 0.2)).toMatchObject({ found: 2, false: 1, recall: 1 });
    expect(countsOf(scored, 1)).toMatchObject({ found: 0, precision: null, recall: 0 });
  });

  it('have no scores where the frame is of another split, or of nodes', () => {
    const { training } = state();
    const of = (output: object) =>
      scoredPairs({
        heldOut,
        training: { ...training, frame: { epoch: 0, output: output as typeof frame.output } },
      });
    expect(of({ ...frame.output, rows: 4 })).toBeNull();
    expect(of({ ...frame.output, unit: 'node' })).toBeNull();
  });

  it('are drawn as a sample, spread over all, where there are too many', () => {
    const many = Array.from({ length: 10_000 }, (_, k) => k);
    const some = thinned(many, 100);
    expect(some).toHaveLength(100);
    expect(some[99]! - some[98]!).toBe(100);
    expect(thinned([3, 4], 100)).toEqual([3, 4]);
  });

  it('fall into bins of probability, edges and others apart', () => {
    const bins = scoreBins(scored, 2);
    expect(bins).toEqual({ positives: [1, 1], negatives: [1, 1], most: 1 });
    const sure = { pairs: heldOut, probability: Float32Array.of(1, 1, 1, 1, 1) };
    expect(scoreBins(sure, 4).positives).toEqual([0, 0, 0, 2]);
  });
});

describe('the pair that is looked at', () => {
  it('is two selected nodes, or the selected edge before them', () => {
    expect(pairShown(state({ selection: [3, 8] }))).toEqual([3, 8]);
    expect(pairShown(state({ selection: [3, 8], edge: [0, 1] }))).toEqual([0, 1]);
  });

  it('is none for one node, for three, for nodes that are not there, and where nodes are classified', () => {
    for (const selection of [[3], [3, 4, 5], [3, 99]]) expect(pairShown(state({ selection }))).toBeNull();
    const run = defaultRun({ id: 'karate', labelling: null });
    expect(pairShown({ ...state({ selection: [3, 8] }), run })).toBeNull();
  });
});

describe('what a task of pairs has nothing to say of', () => {
  it('is not shown: predicted classes as colours, and their table', () => {
    const now = state({ colourBy: 'correctness', charts: ['classes', 'scores'] });
    expect(colourShown(now)).toBe('class');
    expect([chartShown(now, 0), chartShown(now, 1)]).toEqual(['accuracy', 'scores']);
    const run = defaultRun({ id: 'karate', labelling: null });
    expect(colourShown({ ...now, run })).toBe('correctness');
    expect([chartShown({ ...now, run }, 0), chartShown({ ...now, run }, 1)]).toEqual(['classes', 'accuracy']);
  });
});
