import { describe, expect, it } from 'vitest';
import { defaultRun } from '../../../src/data/run/defaults';
import {
  back,
  forward,
  isUndoable,
  NO_HISTORY,
  remember,
  undoableOf,
  type Snapshot,
} from '../../../src/ui/state/undo';
import { DEFAULT_VIEW, type ViewSpec } from '../../../src/ui/state/viewSpec';

const at = (seed: number): Snapshot => ({
  settings: { ...defaultRun({ id: 'karate', labelling: null }), seed },
  view: DEFAULT_VIEW,
});

describe('undo', () => {
  it('goes back through changes and forward again', () => {
    const list = remember(remember(NO_HISTORY, at(0), 'seed'), at(1), 'layer.0');
    const once = back(list, at(2))!;
    expect(once.to.settings.seed).toBe(1);
    const twice = back(once.list, once.to)!;
    expect(twice.to.settings.seed).toBe(0);
    expect(back(twice.list, twice.to)).toBeNull();
    const again = forward(twice.list, twice.to)!;
    expect(again.to.settings.seed).toBe(1);
    expect(forward(again.list, again.to)!.to.settings.seed).toBe(2);
  });

  it('takes a drag on one control as one step', () => {
    let list = NO_HISTORY;
    for (const seed of [0, 1, 2, 3]) list = remember(list, at(seed), 'training.dropout');
    expect(list.past).toHaveLength(1);
    expect(back(list, at(4))!.to.settings.seed).toBe(0);
  });

  it('drops what could be redone when something new is done', () => {
    const list = remember(remember(NO_HISTORY, at(0), 'a'), at(1), 'b');
    const undone = back(list, at(2))!;
    expect(remember(undone.list, at(1), 'c').future).toEqual([]);
  });

  it('makes two steps of the same control when one was undone in between', () => {
    const undone = back(remember(NO_HISTORY, at(0), 'a'), at(1))!;
    const list = remember(undone.list, at(0), 'a');
    expect(list.past).toHaveLength(1);
    expect(back(list, at(5))!.to.settings.seed).toBe(0);
  });
});

describe('the view in undo', () => {
  const CHANGES = [
    { layer: 'z' },
    { method: 'pca' },
    { twoByAxes: false },
    { pictureSeed: 4 },
    { trueNeighbours: true },
    { badlyPlaced: true },
    { filter: { ...DEFAULT_VIEW.filter, verdict: 'wrong' } },
    { unit: 3 },
    { field: false },
    { flow: 'all' },
    { head: 1 },
    { metric: 'euclidean' },
    { colourBy: 'walks' },
    { selection: [4] },
    { heldOut: false },
    { threshold: 0.8 },
  ] as const satisfies readonly Partial<ViewSpec>[];
  it.each(CHANGES)('brings back %o', (change) => {
    const view = undoableOf({ ...DEFAULT_VIEW, ...change });
    expect(isUndoable(change)).toBe(true);
    const list = remember(NO_HISTORY, at(0), 'view');
    const undone = back(list, { ...at(0), view })!;
    expect(forward(undone.list, undone.to)!.to.view).toMatchObject(change);
    expect(undone.to.view).not.toMatchObject(change);
  });

  it('brings back no more than that', () => {
    const tested = CHANGES.flatMap((change) => Object.keys(change));
    expect(Object.keys(undoableOf(DEFAULT_VIEW)).sort()).toEqual(tested.sort());
  });

  it('takes no step for tool, tab, panels and theme', () => {
    expect(isUndoable({ tool: 'box', tab: 'charts', folded: ['build'], theme: 'dark' })).toBe(false);
  });
});
