/** From the edges as they stand in the file to those that carry messages. */
import { fail } from '../base/errors';
import type { RawGraph } from '../formats/rawGraph';
import type { EdgeIndex, GraphData } from '../graph/graphData';
import {
  bothWays,
  joinedEdges,
  loopsOf,
  mergeEdges,
  withoutDirection,
  withoutLoops,
  type WeightedEdges,
} from '../graph/mergeEdges';
import type { ImportAnswers } from './answers';
import { columnNamed, cutName, numberIn } from './cellValues';
import { edgeAt } from './weightColumn';

export interface BuiltEdges extends Pick<GraphData, 'edgeIndex' | 'edgeWeight'> {
  /** Edges of the file whose weight is missing: they count as 1. */
  readonly unweighted: number;
  /** Edges of the file whose weight is 0: they are left out. */
  readonly weightless: number;
  /** Pairs of edges that go both ways and became one edge. */
  readonly pairs: number;
  /** Those of them that have weights of their own, which were added up. */
  readonly addedUp: number;
}

/**
 * Self-loops are left out, or each kept once and with its own weight, whichever way messages go. Of an edge said more
 * than once the weights add up (each 1 without a weight column), or the times are its weight, or the first one stands
 * alone; where a file is undirected that holds whichever way round it is said. Where a file has directions, or does not
 * say, and messages go both ways, the weights of the two directions add up as well, as PyTorch Geometric's and Gephi's
 * do; a file that lists every edge both ways with the same weight has each edge twice and keeps its weights. An edge of
 * weight 0 is none.
 *
 * @returns edgeWeight null where all are 1
 * @throws PlaygroundError where a weight is negative, no number, or too large for float32
 */
export function edgesOf(
  raw: RawGraph,
  { directions, weight, repeated, selfLoops }: ImportAnswers,
): BuiltEdges {
  const numNodes = raw.nodeIds.length;
  const column = weight === null ? null : weightsIn(raw, weight);
  const isCounted = repeated === 'count' || (repeated === 'sum' && !column);
  const all = {
    source: raw.source,
    target: raw.target,
    weight: isCounted ? new Float64Array(raw.source.length).fill(1) : (column?.weights ?? null),
  };
  const edges = selfLoops === 'keep' ? all : withoutLoops(all);
  const isUndirected = directions === 'undirected';
  const said = isUndirected && raw.directed === false ? withoutDirection(edges) : edges;
  const once = mergeEdges(numNodes, said, repeated === 'one' ? 'first' : 'sum');
  const { merged, pairs, addedUp } = isUndirected
    ? undirected(numNodes, once)
    : { merged: once, pairs: 0, addedUp: 0 };
  const facts = {
    unweighted: isCounted ? 0 : (column?.missing ?? 0),
    weightless: isCounted ? 0 : (column?.zeros ?? 0),
    pairs,
    addedUp,
  };
  if (!merged.weight)
    return { edgeIndex: { source: merged.source, target: merged.target }, edgeWeight: null, ...facts };
  const edgeWeight = new Float32Array(merged.weight);
  if (!edgeWeight.every(Number.isFinite))
    throw fail(
      'import',
      `expected weights below 3e38, got more in '${cutName(weight ?? '')}'`,
      'Scale them down.',
    );
  return { ...withoutZeros({ source: merged.source, target: merged.target }, edgeWeight), ...facts };
}

/** @param once distinct edges */
function undirected(
  numNodes: number,
  once: WeightedEdges,
): { merged: WeightedEdges } & Pick<BuiltEdges, 'pairs' | 'addedUp'> {
  const loops = loopsOf(once);
  if (loops.source.length > 0) {
    const others = undirected(numNodes, withoutLoops(once));
    return { ...others, merged: mergeEdges(numNodes, joinedEdges(others.merged, loops), 'sum') };
  }
  const merged = mergeEdges(numNodes, bothWays(once), 'sum');
  const pairs = once.source.length - merged.source.length / 2;
  if (!merged.weight) return { merged, pairs, addedUp: 0 };
  // As many as before: each edge has its opposite.
  const isListedTwice = 2 * pairs === once.source.length;
  const isMirrored =
    isListedTwice && merged.weight.every((weight, e) => weight === 2 * (once.weight?.[e] ?? 1));
  return isMirrored ? { merged: once, pairs, addedUp: 0 } : { merged, pairs, addedUp: pairs };
}

function withoutZeros(
  edgeIndex: EdgeIndex,
  edgeWeight: Float32Array,
): Pick<BuiltEdges, 'edgeIndex' | 'edgeWeight'> {
  if (edgeWeight.every((each) => each === 1)) return { edgeIndex, edgeWeight: null };
  if (edgeWeight.every((each) => each > 0)) return { edgeIndex, edgeWeight };
  const isEdge = (_: number, e: number) => edgeWeight[e] > 0;
  const { source, target } = edgeIndex;
  return withoutZeros(
    { source: source.filter(isEdge), target: target.filter(isEdge) },
    edgeWeight.filter((each) => each > 0),
  );
}

function weightsIn(raw: RawGraph, name: string): { weights: Float64Array; missing: number; zeros: number } {
  const { values } = columnNamed(raw.edgeColumns, name, 'edges');
  const weights = new Float64Array(values.length);
  let [missing, zeros] = [0, 0];
  for (let e = 0; e < values.length; e++) {
    const number = numberIn(values[e]);
    if (number === null) missing += 1;
    // Degrees that weights make negative have no square root, which normalisation takes.
    else if (!(number >= 0))
      throw fail(
        'import',
        `expected weights of 0 or more in column '${cutName(name)}', got ${JSON.stringify(values[e]).slice(0, 40)} at ${edgeAt(raw, e)}`,
        'Choose another column, or none.',
      );
    if (number === 0) zeros += 1;
    weights[e] = number ?? 1;
  }
  return { weights, missing, zeros };
}
