/** What is kept between visits. Written by one version of the page and read by a later one: readers check. */
import type { DatasetDescriptor } from '../../../data/run/datasets';
import type { EpochRecord, Keyframe, SmoothingRecord } from '../../../data/run/records';
import type { FormerRecord } from './formerRecord';

/** A graph of the visitor's own, without its bytes. */
export interface KeptSet {
  readonly descriptor: DatasetDescriptor;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

/** A run as far as it was trained. */
export interface KeptTraining {
  /** Of its session; any two differ. */
  readonly number: number;
  readonly name: string | null;
  /** A RunSpec; checked when it is read. */
  readonly run: unknown;
  /** Of epochs 0 on. */
  readonly records: readonly (EpochRecord | FormerRecord)[];
  readonly smoothing: readonly SmoothingRecord[];
  /** The newest one; without it the run is replayed from its beginning. */
  readonly keyframe: Keyframe | null;
}

/** A visit: what was open, and the numbers of its runs. */
export interface KeptSession {
  readonly id: string;
  readonly keptAt: number;
  /** What it holds. */
  readonly sentence: string;
  /** packScene's bytes of what was open. */
  readonly scene: Uint8Array;
  /** The run that was open; null: it was not trained. */
  readonly open: number | null;
  /** The earlier ones, the oldest first. */
  readonly runs: readonly number[];
}
