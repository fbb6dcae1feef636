/** What messages travel on: a whole graph, or the part of it that one layer of a sampled step needs. */
import type { GraphData } from './graphData';

/** `numNodes` nodes hear; edges go from sources below numSources to targets below numNodes. */
export interface MessageGraph extends Pick<
  GraphData,
  'numNodes' | 'edgeIndex' | 'edgeWeight' | 'edgeFeatures'
> {
  /** Nodes that send, where they are more: the first numNodes of them are those that hear. Default numNodes. */
  readonly numSources?: number;
  /** Of a block: so many edges at the end only fill up, from its last row to rows that do as well. */
  readonly numFilling?: number;
  /** D̂^-1/2 of each source in the whole graph (see `gcnScale`), where the edges at hand do not tell. */
  readonly gcnScale?: Float64Array;
}
