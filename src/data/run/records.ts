/** What comes out of a run as it trains, epoch by epoch. */
import type { NamedTensor } from '../formats/safetensors/write';
import type { Features } from '../graph/graphData';
import type { TaskUnit } from './tasks/descriptor';

export const PARTS = ['train', 'val', 'test', 'all'] as const;
export type Part = (typeof PARTS)[number];
/** By the metric's id, and the task's loss as `loss`. */
export type PartScores = Readonly<Record<string, number | null>>;
/** null where the set has no such part; all of them on a graph where nothing can be judged. */
export type Scores = Readonly<Record<Part, PartScores | null>>;
/** Where a run stands after `epoch` steps (0: untrained). */
export interface EpochRecord {
  readonly epoch: number;
  /** What the steps made small, over their examples as they met them, with dropout; at epoch 0 without. */
  readonly loss: number;
  /** Of the weights at the epoch's end, without dropout. */
  readonly scores: Scores;
  /** Duration of the training step alone, without evaluation. */
  readonly ms: number;
}
/** null where the set has no such part, or the part no such score. */
export const scoreOf = ({ scores }: Pick<EpochRecord, 'scores'>, part: Part, metric: string): number | null =>
  scores[part]?.[metric] ?? null;
/** One score on every part. */
export type ByPart = Readonly<Record<Part, number | null>>;
export const byPart = (record: Pick<EpochRecord, 'scores'>, metric: string): ByPart => ({
  train: scoreOf(record, 'train', metric),
  val: scoreOf(record, 'val', metric),
  test: scoreOf(record, 'test', metric),
  all: scoreOf(record, 'all', metric),
});
/** Of an epoch that has been begun and not ended. */
export interface EpochProgress {
  /** The one under way: 1 for the first. */
  readonly epoch: number;
  /** What of it is done, 0 to 1. */
  readonly share: number;
}
/** What a task makes of each node, pair or graph: the probability of each class, or a score. */
export interface Output {
  readonly unit: TaskUnit;
  readonly rows: number;
  readonly columns: number;
  /** rows x columns, row-major. */
  readonly values: Float32Array;
}
/** Everything that is drawn from one epoch. */
export interface Frame {
  readonly epoch: number;
  readonly output: Output;
}
/** A place where an embedding can be looked at. Ids: `x`, `h1` .. `h7`, `z`. */
export interface LayerInfo {
  readonly id: string;
  /** As shown: X, H¹, H², Z. */
  readonly label: string;
  readonly kind: 'input' | 'hidden' | 'output';
  readonly numRows: number;
  readonly numCols: number;
}
/** Of a layer: the input may be sparse or the identity; all others are dense. */
export type Activations = Features;
/** How alike each layer has made the nodes: see compute/depth/smoothing.ts. NaN where nothing can be said. */
export interface SmoothingRecord {
  readonly epoch: number;
  readonly layers: readonly { readonly id: string; readonly energy: number; readonly cosine: number }[];
}
/** How far nodes hear, by gradients: see compute/depth/influence.ts. */
export interface Influence {
  readonly epoch: number;
  /** Mean over the nodes asked for, by hop from 0 on. */
  readonly perHop: Float32Array;
  /** Expected distance that influence comes from. */
  readonly breadth: number;
}
/** Weights and optimiser state after `epoch` steps: enough to go on exactly from there. */
export interface Keyframe {
  readonly epoch: number;
  readonly weights: Float32Array;
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
}
/**
 * What a run has learned after `epoch` steps, parameter by parameter: see `weightName`. A model without layers has its
 * embedding alone.
 */
export interface Weights {
  readonly epoch: number;
  readonly tensors: readonly NamedTensor[];
}
/** One seed's run, epoch by epoch from 0; the last one is where it ended. */
export interface SeedRun {
  readonly seed: number;
  readonly records: readonly EpochRecord[];
  /** Whether the loss stopped being a number. */
  readonly diverged: boolean;
}
export interface SeedsProgress {
  readonly done: readonly SeedRun[];
  /** 0 to 1, of all epochs of all seeds. */
  readonly share: number;
}
export interface SeedsJob {
  /** All seeds' runs; rejects when the backend fails or the job is cancelled. */
  readonly result: Promise<readonly SeedRun[]>;
  cancel(): void;
}
/** Epochs per second; Infinity is as fast as possible. */
export type Pace = number;
