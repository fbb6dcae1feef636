/** A graph of the visitor's own with what is made of it once, and takes seconds where it is large. */
import { ownId } from '../formats/packed/ownId';
import { packGraph } from '../formats/packed/packGraph';
import type { GraphData } from '../graph/graphData';
import type { DatasetDescriptor } from '../run/datasets';
import { ownDescriptor } from './ownDescriptor';

export interface OwnSet {
  readonly graph: GraphData;
  /** packGraph's bytes. */
  readonly packed: Uint8Array;
  /** Its card; the id is made of the bytes. */
  readonly descriptor: DatasetDescriptor;
}

/** What a graph that was sent in a link came from, for its card. */
export const FROM_LINK = 'a link';

/**
 * @param source what it came from: a file's name, an address
 * @param packed its bytes, where they have been made already
 * @throws PlaygroundError where the graph cannot be packed
 */
export const ownSet = (graph: GraphData, source: string, packed: Uint8Array = packGraph(graph)): OwnSet => ({
  graph,
  packed,
  descriptor: ownDescriptor(graph, ownId(packed), source),
});
