/** What is known of a run at one epoch, as far as files tell it. Plain arrays: it goes to a worker as it is. */
import type { DenseMatrix, GraphData } from '../graph/graphData';
import type { EpochRecord } from '../run/records';
import type { RunSpec } from '../run/runSpec';

export interface NodeFacts {
  readonly graph: GraphData;
  /** x, y per node, of the graph's own picture. */
  readonly positions: Float32Array;
  /** `#rrggbb` per node, as it is coloured now. */
  readonly colours: readonly string[];
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
  readonly embedding: DenseMatrix;
}

export interface RunFacts extends NodeFacts {
  readonly run: RunSpec;
  readonly epoch: number;
  readonly backend: string;
  /** Of epochs 0 on. */
  readonly records: readonly EpochRecord[];
}
