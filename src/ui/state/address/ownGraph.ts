/** The visitor's own graph in a link or a scene file. */
import { fail } from '../../../data/base/errors';
import { ownId } from '../../../data/formats/packed/ownId';
import { packGraph } from '../../../data/formats/packed/packGraph';
import { unpackGraph } from '../../../data/formats/packed/unpackGraph';
import type { GraphData } from '../../../data/graph/graphData';
import { ownDescriptor } from '../../../data/import/ownDescriptor';
import { addOwnSet, descriptorOf, isOwnId } from '../../../data/spec/catalogue';

const packed = new WeakMap<GraphData, Uint8Array>();

/** packGraph's bytes, made once: the address follows every change of the page. */
export function packedOf(graph: GraphData): Uint8Array {
  const known = packed.get(graph);
  if (known) return known;
  const bytes = packGraph(graph);
  packed.set(graph, bytes);
  return bytes;
}

export function isKnown(id: string): boolean {
  try {
    descriptorOf(id);
    return true;
  } catch {
    return false;
  }
}

/** The id of a visitor's own graph that this page does not know; null for any other value. */
export const unknownOwnId = (id: unknown): string | null =>
  typeof id === 'string' && isOwnId(id) && !isKnown(id) ? id : null;

/**
 * The graph in a link, known under its id from now on.
 *
 * @param id the one that the run names
 * @param source what it came with, for its card: `a link`
 * @throws PlaygroundError where the bytes are no graph, or another one than is named
 */
export function openGraph(bytes: Uint8Array, id: unknown, source: string): GraphData {
  const graph = unpackGraph(bytes);
  const found = ownId(bytes);
  if (found !== id)
    throw fail('graph', 'expected the graph that the run is on, got another one', 'Ask for the link again.');
  if (!isKnown(found)) addOwnSet(ownDescriptor(graph, found, source));
  packed.set(graph, bytes);
  return graph;
}
