import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/data/graph/applyEdits';
import { karate } from '../../../src/data/generators/karate';
import { NO_EDITS, withEdge, withLabel, withNode, withoutEdge } from '../../../src/data/run/edits';
import { defaultRun } from '../../../src/data/run/defaults';
import { editedAt } from '../../../src/data/run/runSpec';
import {
  connected,
  deleted,
  disconnected,
  editsNow,
  editsText,
  labelled,
  learnedOtherLabels,
  trainedAs,
} from '../../../src/ui/state/editing';
import { createAppStore } from '../../../src/ui/state/store';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

const club = karate(null);
const run = defaultRun({ id: 'karate', labelling: null });
const fresh = createAppStore({
  run,
  view: DEFAULT_VIEW,
  descriptor: descriptorOf('karate'),
  secure: true,
}).getState();
const standAt = (epoch: number) => ({ ...fresh.training, epoch });

describe('edits by hand', () => {
  it('join only nodes that are there, differ and are not joined', () => {
    expect(connected(club, NO_EDITS, 0, 33)?.addedEdges).toEqual([[0, 33]]);
    expect(connected(club, NO_EDITS, 0, 1)).toBeNull();
    expect(connected(club, NO_EDITS, 4, 4)).toBeNull();
    const without = applyEdits(club, deleted(club, NO_EDITS, [5])!);
    expect(connected(without, NO_EDITS, 0, 5)).toBeNull();
    expect(deleted(without, NO_EDITS, [5])).toBeNull();
  });

  it('part only what is joined, and come back to nothing', () => {
    expect(disconnected(club, NO_EDITS, [0, 33])).toBeNull();
    const parted = disconnected(club, NO_EDITS, [1, 0])!;
    expect(parted.removedEdges).toEqual([[0, 1]]);
    expect(connected(applyEdits(club, parted), parted, 0, 1)).toEqual(NO_EDITS);
  });

  it('give and take labels, and need no edit for what the set says itself', () => {
    expect([trainedAs(club, 0), trainedAs(club, 33), trainedAs(club, 5)]).toEqual([0, 1, null]);
    expect(labelled(club, NO_EDITS, [0], 0)).toEqual(NO_EDITS);
    expect(labelled(club, NO_EDITS, [5], null)).toEqual(NO_EDITS);
    const taught = labelled(club, NO_EDITS, [0, 5], 1);
    expect(taught.labels).toEqual([
      [0, 1],
      [5, 1],
    ]);
    const shown = applyEdits(club, taught);
    expect([trainedAs(shown, 0), trainedAs(shown, 5)]).toEqual([1, 1]);
    expect(labelled(club, taught, [0, 5], null).labels).toEqual([[0, null]]);
    expect(labelled(club, taught, [0], 0).labels).toEqual([[5, 1]]);
  });

  it('are told in words', () => {
    expect(editsText(NO_EDITS)).toBe('');
    let edits = withEdge(withEdge(withoutEdge(NO_EDITS, 0, 1), 0, 33), 4, 9);
    edits = withLabel(withNode(edits, { x: 0, y: 0 }), 3, 1);
    expect(editsText(edits)).toBe('2 edges added, 1 edge deleted, 1 node added, 1 label by hand');
  });
});

describe('the edits that the next one builds on', () => {
  const early = withEdge(NO_EDITS, 0, 33);
  const late = withEdge(early, 4, 9);
  const edited = editedAt(editedAt(run, 10, early), 50, late);

  it('are those of the epoch that is shown', () => {
    expect(editsNow({ asked: null, run: edited, training: standAt(60) })).toEqual(late);
    expect(editsNow({ asked: null, run: edited, training: standAt(20) })).toEqual(early);
    expect(editsNow({ asked: null, run: edited, training: standAt(5) })).toEqual(NO_EDITS);
  });

  it('are those asked for a moment ago, where the engine has not answered yet', () => {
    const asked = withEdge(late, 7, 20);
    expect(editsNow({ asked: { ...run, edits: asked }, run: edited, training: standAt(60) })).toEqual(asked);
  });

  it('say whether a trained run began with other labels', () => {
    const relabelled = editedAt(run, 50, withLabel(NO_EDITS, 5, 1));
    expect(learnedOtherLabels({ run: relabelled, training: standAt(60) })).toBe(true);
    expect(learnedOtherLabels({ run: relabelled, training: standAt(20) })).toBe(false);
    expect(
      learnedOtherLabels({ run: editedAt(run, 0, withLabel(NO_EDITS, 5, 1)), training: standAt(9) }),
    ).toBe(false);
    expect(learnedOtherLabels({ run: edited, training: standAt(60) })).toBe(false);
  });
});
