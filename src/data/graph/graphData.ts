/**
 * A graph as plain typed arrays: what files are read into, generators return, workers are sent, and kernels are
 * compiled from. No tensor, no DOM. Every array can be transferred or cloned as it is.
 */

/** A sparse matrix in compressed sparse row form (CSR): row i holds entries rowPtr[i] .. rowPtr[i + 1] - 1. */
export interface SparseMatrix {
  readonly numRows: number;
  readonly numCols: number;
  /** numRows + 1 offsets into colIndex and values. */
  readonly rowPtr: Int32Array;
  /** Ascending within a row. */
  readonly colIndex: Int32Array;
  readonly values: Float32Array;
}

/** A dense matrix, row-major. */
export interface DenseMatrix {
  readonly numRows: number;
  readonly numCols: number;
  readonly values: Float32Array;
}

/**
 * Directed edges source[e] -> target[e]; an undirected edge stands in both directions. Sorted by target, then
 * source; no duplicates. Self-loops only where a visitor's file has some that are to be kept (layers that want one at
 * every node add those that lack: see `withSelfLoops`).
 */
export interface EdgeIndex {
  readonly source: Int32Array;
  readonly target: Int32Array;
}

/** Node features: one row per node. `identity` is the one-hot matrix of the node's own index. */
export type Features =
  | { readonly kind: 'identity'; readonly numCols: number }
  | { readonly kind: 'sparse'; readonly matrix: SparseMatrix }
  | { readonly kind: 'dense'; readonly matrix: DenseMatrix };

/** One value of a table. Plain values only: nothing in a file is ever run, or put on the page as markup. */
export type Cell = string | number | boolean | null;

/** One value per node (or edge); null where the file says nothing. */
export interface Column {
  readonly name: string;
  readonly values: readonly Cell[];
}

/** What a file says beyond what models see: for tables, filters, search, and files that go out. */
export interface FileFacts {
  /** The file's own id of each node. */
  readonly nodeIds: readonly string[];
  readonly nodeColumns: readonly Column[];
  /** One value per directed edge, in the order of edgeIndex; of an edge said more than once the first one's. */
  readonly edgeColumns: readonly Column[];
}

/** Which nodes a label may be learned from, chosen on, and judged on; null where the set has no such part. */
export interface Split {
  readonly train: Int32Array;
  readonly val: Int32Array | null;
  readonly test: Int32Array | null;
}

/** One way of labelling the nodes, with its split. */
export interface Labelling {
  readonly id: string;
  readonly name: string;
  readonly classNames: readonly string[];
  /** Class of each node, -1 where it has none. */
  readonly y: Int32Array;
  readonly split: Split;
  /** Class that each node is trained as where a person said so, -1 elsewhere; missing where nobody did. */
  readonly given?: Int32Array;
}

export interface GraphData {
  readonly name: string;
  readonly numNodes: number;
  readonly edgeIndex: EdgeIndex;
  /** One weight per directed edge, or null when all are 1. */
  readonly edgeWeight: Float32Array | null;
  /** One row per directed edge, in the order of edgeIndex; missing where edges carry no more than a weight. */
  readonly edgeFeatures?: DenseMatrix;
  readonly features: Features;
  /** What each column of the features says; missing where nobody knows: see featureName. */
  readonly featureNames?: readonly string[];
  readonly labelling: Labelling;
  /** Shown on hover; null when nodes have no names of their own (their index is shown). */
  readonly nodeNames: readonly string[] | null;
  /** x, y per node, interleaved, if the set ships a layout. */
  readonly positions: Float32Array | null;
  readonly file?: FileFacts;
  /** Nodes that were deleted: they have an id, and nothing else. */
  readonly tombstones?: readonly number[];
}

export const numDirectedEdges = (graph: GraphData): number => graph.edgeIndex.source.length;

/** Numbers that a message knows of its edge: the edge's features, or its weight alone. */
export const numEdgeChannels = ({ edgeFeatures }: Pick<GraphData, 'edgeFeatures'>): number =>
  edgeFeatures?.numCols ?? 1;

export const numFeatures = (features: Features): number =>
  features.kind === 'identity' ? features.numCols : features.matrix.numCols;
