/** A graph on its way out, with all that is known of its nodes: what the writers of GEXF and GraphML take. */
import type { Cell } from './rawGraph';

export interface OutGraph {
  readonly name: string;
  /** Unique. */
  readonly nodeIds: readonly string[];
  /** As shown. */
  readonly nodeLabels: readonly string[];
  /** Places in nodeIds; of an undirected graph every edge once. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** One per edge; null: all 1. */
  readonly weight: readonly number[] | null;
  readonly directed: boolean;
  readonly columns: readonly OutColumn[];
  /** One value per edge. */
  readonly edgeColumns: readonly OutColumn[];
  /** x, y per node, interleaved. */
  readonly positions: Float32Array;
  /** `#rrggbb` per node. */
  readonly colours: readonly string[];
}

/** One value per node or edge, of one type; null where nothing is known. */
export interface OutColumn {
  readonly name: string;
  readonly type: 'string' | 'double' | 'integer' | 'boolean';
  readonly values: readonly Cell[];
}
