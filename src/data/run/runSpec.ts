/**
 * RunSpec: all that determines a run. The same RunSpec gives the same run; links, undo, replay and comparison stand
 * on that. JSON only, immutable. What a person is looking at is not in here: that is the ViewSpec in ui/state.
 */
import type { GraphEdits } from './edits';
import type { ModelSpec } from './models';
import type { TaskSpec } from './tasks/descriptor';
import type { TrainChange, TrainSpec } from './training';

/** Which graph: a built-in set, and which of its labellings (null: its first). */
export interface DataRef {
  readonly id: string;
  readonly labelling: string | null;
}

/** Settings moved, or the graph edited, in mid-run: it holds for every step from `epoch` + 1 on. */
export interface TimelineEntry {
  readonly epoch: number;
  readonly change: TrainChange;
  /** All edits from here on, those from before included. */
  readonly edits?: GraphEdits;
}

export interface RunSpec {
  readonly version: 1;
  readonly data: DataRef;
  readonly task: TaskSpec;
  readonly model: ModelSpec;
  readonly training: TrainSpec;
  readonly seed: number;
  /** Of the graph, from the beginning of the run on. */
  readonly edits: GraphEdits;
  /** Ascending by epoch. */
  readonly timeline: readonly TimelineEntry[];
}

/** The settings in force for the step that leads to `epoch` (1-based). */
export function trainingAt(run: RunSpec, epoch: number): TrainSpec {
  return run.timeline
    .filter((entry) => entry.epoch < epoch)
    .reduce<TrainSpec>((settings, entry) => ({ ...settings, ...entry.change }), run.training);
}

/** The graph's edits at `epoch`: an edit made at an epoch is seen there. */
export const editsAt = (run: RunSpec, epoch: number): GraphEdits =>
  run.timeline.findLast((entry) => entry.edits && entry.epoch <= epoch)?.edits ?? run.edits;

const until = ({ timeline }: RunSpec, epoch: number) => timeline.filter((entry) => entry.epoch <= epoch);

/** The run with a setting moved at `epoch`; what was moved later belongs to a future that does not come. */
export const changedAt = (run: RunSpec, epoch: number, change: TrainChange): RunSpec => ({
  ...run,
  timeline: [...until(run, epoch), { epoch, change }],
});

/** The run with its graph edited at `epoch`. */
export const editedAt = (run: RunSpec, epoch: number, edits: GraphEdits): RunSpec =>
  epoch === 0
    ? { ...run, edits, timeline: [] }
    : { ...run, timeline: [...until(run, epoch), { epoch, change: {}, edits }] };

/** JSON with sorted keys: equal specs give equal text, so text can be compared and hashed. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
