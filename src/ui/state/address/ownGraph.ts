/** The visitor's own graph in a link or a scene file. */
import { fail } from '../../../data/base/errors';
import { packGraph } from '../../../data/formats/packed/packGraph';
import { unpackGraph } from '../../../data/formats/packed/unpackGraph';
import type { GraphData } from '../../../data/graph/graphData';
import { ownSet, type OwnSet } from '../../../data/import/ownSet';
import { addOwnSet, descriptorOf, isOwnId } from '../../../data/run/catalogue';

type Made = Pick<OwnSet, 'packed' | 'descriptor'>;

const bytesOf = new WeakMap<GraphData, Uint8Array>();
const sets = new WeakMap<GraphData, Made>();

/** What has been made of a graph already is not made again: where it is large, that takes seconds. */
export function rememberSet({ graph, packed, descriptor }: OwnSet): void {
  bytesOf.set(graph, packed);
  sets.set(graph, { packed, descriptor });
}

/** @param source what it came with, for its card, where that is yet to be made */
export const ownSetOf = (graph: GraphData, source: string): OwnSet => {
  const made = sets.get(graph);
  return made ? { graph, ...made } : ownSet(graph, source, bytesOf.get(graph));
};

/** packGraph's bytes, where they have been made. */
export const knownBytes = (graph: GraphData): Uint8Array | null => bytesOf.get(graph) ?? null;

/** packGraph's bytes, made once: the address follows every change of the page. */
export function packedOf(graph: GraphData): Uint8Array {
  const known = bytesOf.get(graph);
  if (known) return known;
  const bytes = packGraph(graph);
  bytesOf.set(graph, bytes);
  return bytes;
}

const nameless = new WeakMap<GraphData, GraphData>();

/** The same graph without what its file says of nodes and edges: their names, ids and columns. Made once. */
export function withoutNames(graph: GraphData): GraphData {
  const known = nameless.get(graph);
  if (known) return known;
  const { file: _file, featureNames: _featureNames, ...rest } = graph;
  const made = { ...rest, nodeNames: null };
  nameless.set(graph, made);
  return made;
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
 * The graph is known under its id from now on.
 *
 * @param id the one that the run names
 * @param area of errors
 * @throws PlaygroundError where the graph is another one than is named
 */
export function admitGraph(set: OwnSet, id: unknown, area: string): void {
  const { descriptor } = set;
  if (descriptor.id !== id)
    throw fail(area, 'expected the graph that the run is on, got another one', 'Ask for it again.');
  if (!isKnown(descriptor.id)) addOwnSet(descriptor);
  rememberSet(set);
}

/**
 * The graph in a link, known under its id from now on.
 *
 * @param source what it came with, for its card: `a link`
 * @throws PlaygroundError where the bytes are no graph, or another one than is named
 */
export function openGraph(bytes: Uint8Array, id: unknown, source: string): GraphData {
  const graph = unpackGraph(bytes);
  admitGraph(ownSet(graph, source, bytes), id, 'graph');
  return graph;
}
