/** What a packed graph may ask of this tab: a few bytes can stand for much. */
import { IMPORT_LIMITS } from '../rawGraph';

export const PACKED_LIMITS = {
  nodes: IMPORT_LIMITS.nodes,
  /** An undirected edge counts twice. */
  directedEdges: 2 * IMPORT_LIMITS.edges,
  /** Columns of features. */
  columns: 1_000_000,
  /** Cells of a dense matrix: 256 MB. */
  cells: 2 ** 26,
  classes: 1000,
} as const;
