/** What the sender of a link chooses; none of it changes the sender's own page. */
import type { ControlId } from '../../state/controls';
import type { Guard } from '../../state/guards';
import type { ViewSpec } from '../../state/viewSpec';

export interface ShareOptions {
  /** The run as it was, with its timeline, up to the epoch shown; else its settings, at epoch 0. */
  readonly run: boolean;
  /** Camera, selection, colours and the rest of what is looked at. */
  readonly view: boolean;
  /** The visitor's own graph, where the run is on one. */
  readonly graph: boolean;
  /** With the names, ids and columns of its file. */
  readonly names: boolean;
  /** What this page computed, for the receiver's to be compared with. */
  readonly results: boolean;
  readonly locked: readonly ControlId[];
  readonly hidden: readonly ControlId[];
}

/** A link that was opened with locks is passed on with them. */
export const firstOptions = ({ locked, hidden }: Pick<ViewSpec, 'locked' | 'hidden'>): ShareOptions => ({
  run: true,
  view: true,
  graph: true,
  names: true,
  results: true,
  locked,
  hidden,
});

export function guarded(options: ShareOptions, control: ControlId, guard: Guard): ShareOptions {
  const others = (list: readonly ControlId[]) => list.filter((each) => each !== control);
  const put = (list: readonly ControlId[], where: Guard) =>
    guard === where ? [...others(list), control] : others(list);
  return { ...options, locked: put(options.locked, 'locked'), hidden: put(options.hidden, 'hidden') };
}
