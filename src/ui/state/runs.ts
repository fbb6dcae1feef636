/** The runs of this visit: each is kept when another one begins, and can be opened again where it stood. */
import type { RunSpec } from '../../data/run/runSpec';
import type { EpochRecord, SmoothingRecord } from '../../data/run/records';
import type { Producer } from './store';

export interface PastRun {
  /** The engine's. */
  readonly number: number;
  readonly name: string | null;
  readonly run: RunSpec;
  /** Of epochs 0 on. */
  readonly records: readonly EpochRecord[];
  readonly smoothing: readonly SmoothingRecord[];
}

/** More than fit a table that is read; the oldest without a name goes first. */
export const MOST_RUNS = 30;

/** Keeps the open run, if it was trained at all. */
export const runKept =
  (number: number): Producer =>
  (state) => {
    const { records, smoothing } = state.training;
    if (records.length < 2) return state;
    const name = state.runs.find((each) => each.number === number)?.name ?? state.runName;
    const others = state.runs.filter((each) => each.number !== number);
    const runs = [...others, { number, name, run: state.run, records, smoothing }];
    return { ...state, runs: withinLimit(runs), runName: null };
  };

function withinLimit(runs: readonly PastRun[]): readonly PastRun[] {
  if (runs.length <= MOST_RUNS) return runs;
  const oldest = runs.find(({ name }) => name === null) ?? runs[0];
  return runs.filter((each) => each !== oldest);
}

export const runForgotten =
  (number: number): Producer =>
  (state) => ({ ...state, runs: state.runs.filter((each) => each.number !== number) });

/** @param number null: the open run */
export const runNamed =
  (number: number | null, name: string | null): Producer =>
  (state) =>
    number === null
      ? { ...state, runName: name }
      : { ...state, runs: state.runs.map((each) => (each.number === number ? { ...each, name } : each)) };
