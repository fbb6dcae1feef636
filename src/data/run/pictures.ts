/** What is drawn of a layer: projections, how far they can be trusted, neighbours in the full space. */
import type { DenseMatrix } from '../graph/graphData';
import type { Frame } from './records';

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
