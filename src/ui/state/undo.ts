/**
 * Undo as a list of what the RunSpec and the ViewSpec were. A drag on one control is one step: changes of the same
 * subject merge until another subject is touched.
 */
import type { RunSpec } from '../../data/run/runSpec';
import { DEFAULT_VIEW, type ViewSpec } from './viewSpec';

/** What of a view undo brings back. Tool, panels, tab and theme are not worth a step. */
export const undoableOf = ({
  colourBy,
  layer,
  method,
  heldOut,
  threshold,
  twoByAxes,
  pictureSeed,
  metric,
  trueNeighbours,
  badlyPlaced,
  unit,
  field,
  flow,
  head,
  filter,
  selection,
}: ViewSpec) => ({
  colourBy,
  layer,
  method,
  heldOut,
  threshold,
  twoByAxes,
  pictureSeed,
  metric,
  trueNeighbours,
  badlyPlaced,
  unit,
  field,
  flow,
  head,
  filter,
  selection,
});

const UNDOABLE: ReadonlySet<string> = new Set(Object.keys(undoableOf(DEFAULT_VIEW)));

/** Whether a change of the view is a step of undo. */
export const isUndoable = (change: Partial<ViewSpec>): boolean =>
  Object.keys(change).some((key) => UNDOABLE.has(key));

export interface Snapshot {
  /** Of the run that was open. */
  readonly settings: RunSpec;
  readonly view: ReturnType<typeof undoableOf>;
}

export interface UndoList {
  readonly past: readonly Snapshot[];
  readonly future: readonly Snapshot[];
  /** What the newest change was about, e.g. `training.learningRate`; null closes the step. */
  readonly subject: string | null;
}

const MAX_STEPS = 200;

export const NO_HISTORY: UndoList = { past: [], future: [], subject: null };

/** To be called with the state as it is before a change. */
export function remember(list: UndoList, before: Snapshot, subject: string): UndoList {
  if (list.subject === subject) return { ...list, future: [] };
  return { past: [...list.past, before].slice(-MAX_STEPS), future: [], subject };
}

export function back(list: UndoList, now: Snapshot): { list: UndoList; to: Snapshot } | null {
  const to = list.past.at(-1);
  if (!to) return null;
  return { list: { past: list.past.slice(0, -1), future: [now, ...list.future], subject: null }, to };
}

export function forward(list: UndoList, now: Snapshot): { list: UndoList; to: Snapshot } | null {
  const to = list.future[0];
  if (!to) return null;
  return { list: { past: [...list.past, now], future: list.future.slice(1), subject: null }, to };
}
