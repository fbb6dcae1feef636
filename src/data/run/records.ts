/** What comes out of a run as it trains, epoch by epoch. */
import type { NamedTensor } from '../formats/safetensors/write';
import type { Features } from '../graph/graphData';

/** Share of right predictions on each part, 0 to 1; null where the set has no such part, and of a graph without labels. */
export interface Scores {
  readonly train: number | null;
  readonly val: number | null;
  readonly test: number | null;
  /** On every labelled node. */
  readonly all: number | null;
}
/** Where a run stands after `epoch` steps (0: untrained). */
export interface EpochRecord {
  readonly epoch: number;
  /** Cross-entropy on the training nodes as the step saw it, with dropout; at epoch 0 without. */
  readonly loss: number;
  /** Cross-entropy on the validation nodes without dropout; null where there is no validation part. */
  readonly valLoss: number | null;
  readonly accuracy: Scores;
  /** Duration of the training step alone, without evaluation. */
  readonly ms: number;
}
/** Of an epoch that has been begun and not ended. */
export interface EpochProgress {
  /** The one under way: 1 for the first. */
  readonly epoch: number;
  /** What of it is done, 0 to 1. */
  readonly share: number;
}
/** Everything that is drawn from one epoch. */
export interface Frame {
  readonly epoch: number;
  /** numNodes x numClasses, row-major: softmax of the logits. */
  readonly probabilities: Float32Array;
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
