/**
 * What the page knows about the engine: types only. ui/ imports this file and client.ts, and nothing else from here.
 */
import type { DenseMatrix, Features } from '../data/graph/graphData';

export type * from './traceTypes';

export type BackendName = 'webgpu' | 'wasm' | 'cpu';
export const BACKEND_NAMES: readonly BackendName[] = ['webgpu', 'wasm', 'cpu'];
/** `auto` asks for the adapter and takes the fastest one that passes the self-test. */
export type BackendChoice = BackendName | 'auto';

export interface BackendInfo {
  readonly name: BackendName;
  /** One sentence: why this one. */
  readonly reason: string;
  /** The GPU adapter's own description, null where there is none. */
  readonly adapter: string | null;
  readonly isSoftwareAdapter: boolean;
}

/** Share of right predictions on each part, 0 to 1; null where the set has no such part. */
export interface Scores {
  readonly train: number;
  readonly val: number | null;
  readonly test: number | null;
  /** On every labelled node. */
  readonly all: number;
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

/** The input layer may be sparse or the identity; all others are dense. */
export type Activations = { readonly kind: 'dense'; readonly matrix: DenseMatrix } | Features;

/** Weights and optimiser state after `epoch` steps: enough to go on exactly from there. */
export interface Keyframe {
  readonly epoch: number;
  readonly weights: Float32Array;
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
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

export const PROJECTION_METHODS = ['umap', 'pca'] as const;
export type ProjectionMethod = (typeof PROJECTION_METHODS)[number];

/** What to project. `preview` follows training; `settled` is a pure function of run, epoch, layer, method, seed. */
export interface ProjectionRequest {
  readonly layer: string;
  readonly method: ProjectionMethod;
  readonly seed: number;
  readonly mode: 'preview' | 'settled';
}

export type ProjectionPicture =
  | {
      readonly kind: 'points';
      readonly layer: string;
      readonly method: ProjectionMethod;
      readonly epoch: number;
      /** x, y per node, interleaved. */
      readonly positions: Float32Array;
      /** True once this is the settled picture and it will not move any more. */
      readonly settled: boolean;
      /** 0 to 1. */
      readonly progress: number;
      /** Sentences on rows that carry no structure (all zero, all alike); empty when there are none. */
      readonly caveats: readonly string[];
    }
  /** There is nothing to draw, and this sentence says why. */
  | { readonly kind: 'nothing'; readonly layer: string; readonly epoch: number; readonly sentence: string };
