/**
 * What is known of a run at one epoch, as far as files tell it. Plain arrays, and no text per node that need not be one:
 * it goes to a worker as it is, and the page waits while it is copied.
 */
import type { Features, GraphData } from '../graph/graphData';
import type { HeldOutPairs } from '../run/pairs';
import type { EpochRecord } from '../run/records';
import type { RunSpec } from '../run/runSpec';

/** Files tell what a model makes of the features, not the features, which can be hundreds of megabytes. */
export type FileGraph = Omit<GraphData, 'features' | 'edgeFeatures'>;

export interface NodeFacts {
  readonly graph: FileGraph;
  /** x, y per node, of the graph's own picture. */
  readonly positions: Float32Array;
  /** `#rrggbb` each, those that nodes are coloured by now. */
  readonly palette: readonly string[];
  /** Per node an index into palette. */
  readonly colourOf: Uint16Array;
  /** Class per node; null where nothing is predicted. */
  readonly predictions: Int32Array | null;
  /** numNodes x numClasses, row-major. */
  readonly probabilities: Float32Array;
  /** The chosen layer's picture, where there is one. */
  readonly projection: {
    /** x, y per node. */
    readonly positions: Float32Array;
    /** Share of its true neighbours that each node keeps; null while it is not known. */
    readonly kept: Float32Array | null;
  } | null;
  /** The chosen layer. */
  readonly layer: string;
  /** Its rows, one per node; null for a file that does not tell them (see tellsEmbedding). */
  readonly embedding: Features | null;
}

export interface RunFacts extends NodeFacts {
  readonly run: RunSpec;
  readonly epoch: number;
  readonly backend: string;
  /** What is held out, with the score of each pair; null where nothing is. */
  readonly pairs: { readonly heldOut: HeldOutPairs; readonly scores: Float32Array } | null;
  /** Of epochs 0 on. */
  readonly records: readonly EpochRecord[];
}
