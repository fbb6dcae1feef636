/**
 * What the page knows about the engine: types only. ui/ imports this file and client.ts, and nothing else from here.
 */
import type { NamedTensor } from '../data/formats/safetensors/write';
import type { DenseMatrix, Features } from '../data/graph/graphData';

export type * from './accountTypes';
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

/** What the compute worker holds: tensors that nobody has disposed of, and the bytes in them. */
export interface TensorMemory {
  readonly tensors: number;
  readonly bytes: number;
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

/** `umap` is our own optimiser, `umap-js` the library it is measured against; `axes`: the layer's two units as they are. */
export const PROJECTION_METHODS = ['umap', 'umap-js', 'pca', 'axes'] as const;
export type ProjectionMethod = (typeof PROJECTION_METHODS)[number];

/** Logits as a linear map of a layer of two units: h W + b; see compute/nn/readout.ts. */
export interface Readout {
  /** The layer itself, whose units are the logits, or what the last layer makes of it without messages. */
  readonly of: 'output' | 'last layer';
  /** 2 x classes. */
  readonly weight: DenseMatrix;
  readonly bias: Float32Array;
}

/** What to project. `preview` follows training; `settled` is a pure function of run, epoch, layer, method, seed. */
export interface ProjectionRequest {
  readonly layer: string;
  readonly method: ProjectionMethod;
  readonly seed: number;
  /** Whether UMAP gives way to raw axes where a layer has two units. */
  readonly twoByAxes?: boolean;
  readonly mode: 'preview' | 'settled';
}

/** How alike the rows of a layer are; see compute/projection/collapse.ts. */
export interface Collapse {
  /** Mean over all pairs of nodes. */
  readonly cosine: number;
  /** Effective number of directions that the rows spread over. */
  readonly rank: number;
  readonly isCollapsed: boolean;
}

/** How far a picture can be trusted, by k nearest points against k nearest rows; see compute/projection/fidelity.ts. */
export interface Fidelity {
  readonly k: number;
  /** How rows were compared: sparse features by direction, dense rows by distance. */
  readonly metric: Metric;
  /** Share of the true neighbours that are neighbours in the picture, 0 to 1. */
  readonly kept: number;
  /** 1: no false neighbour. */
  readonly trustworthiness: number;
  /** Share kept by each node; NaN for nodes that were not looked at (a preview looks at a sample). */
  readonly perNode: Float32Array;
  /** Null for features, which no layer has made, and on raw axes, which show it as it is. */
  readonly collapse: Collapse | null;
}

export const METRICS = ['cosine', 'euclidean'] as const;
export type Metric = (typeof METRICS)[number];

/** The nodes nearest to one in a layer's full space, nearest first, without itself. */
export interface Nearest {
  readonly epoch: number;
  readonly nodes: Int32Array;
  /** Euclidean, or 1 - cos. */
  readonly distances: Float32Array;
}

/** Pairs of nodes: how far apart in the graph, and in a layer's full space. */
export interface Pairs {
  readonly epoch: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Edges on the shortest way; -1 where there is none. */
  readonly hops: Int32Array;
  /** Euclidean between the rows; between directions for sparse features. */
  readonly distance: Float32Array;
}

/** Two runs on the same nodes, each at one epoch: one layer of both, in one frame. */
export interface Compared {
  readonly layer: string;
  /** What drew both; see ProjectionPicture. */
  readonly method: ProjectionMethod;
  readonly first: ComparedRun;
  /** Turned, mirrored and shifted to lie as near to the first as can be. */
  readonly second: ComparedRun;
  /** Share of each node's k nearest neighbours, in the full space, that are others in the other run: 0 to 1. */
  readonly moved: Float32Array;
  readonly k: number;
}

export interface ComparedRun {
  readonly frame: Frame;
  /** x, y per node, interleaved. */
  readonly positions: Float32Array;
}

export type ProjectionPicture =
  | {
      readonly kind: 'points';
      readonly layer: string;
      /** What drew it: PCA in place of the method asked for where that cannot (`axes` of a wide layer). */
      readonly method: ProjectionMethod;
      readonly seed: number;
      readonly epoch: number;
      /** x, y per node, interleaved. */
      readonly positions: Float32Array;
      /** True once this is the settled picture and it will not move any more. */
      readonly settled: boolean;
      /** 0 to 1. */
      readonly progress: number;
      /** Sentences on rows that carry no structure (all zero, all alike); empty when there are none. */
      readonly caveats: readonly string[];
      /** Null until it is worked out: a settled picture comes first without, and once more with it. */
      readonly fidelity: Fidelity | null;
      /** Of raw axes, at the same epoch; null where there is no such map. */
      readonly readout?: Readout | null;
      /** Time it took to work out, pauses for messages left out. */
      readonly ms: number;
    }
  /** There is nothing to draw, and this sentence says why. */
  | { readonly kind: 'nothing'; readonly layer: string; readonly epoch: number; readonly sentence: string };
