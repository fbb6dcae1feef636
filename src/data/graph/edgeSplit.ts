/**
 * The edges of a graph parted for link prediction, as PyTorch Geometric's RandomLinkSplit does: of n linked pairs
 * int(.05 n) are held out for validation and int(.1 n) for testing, both directions of a pair together. Messages run
 * over training edges while training and validating, over training and validation edges while testing.
 *
 * A pair's place is a function of the seed and its two nodes, so a graph with an edge more or less is parted alike.
 */
import { fail } from '../base/errors';
import { randomBits, randomKey, STREAM } from '../base/random';
import { adjacencyLists, isLinked, placeOf, type NodePairs } from './adjacencyLists';
import type { DenseMatrix, GraphData } from './graphData';
import type { MessageGraph } from './messageGraph';
import { distinctNegatives, negativeSampler, type NegativeRule } from './negativePairs';
import { rowPointers } from './sparse';

/** Shares of the linked pairs; the rest is learned from. */
export const HELD_OUT = { val: 0.05, test: 0.1 } as const;
/** Below it the parts are too small to say anything: a single pair for validation. */
export const LEAST_PAIRS = 20;
export const MOST_DISJOINT = 0.5;

export const tooFewEdges = (count: number) =>
  fail(
    'edge split',
    `expected a graph of at least ${LEAST_PAIRS} edges, so that some can be held out, got ${count}`,
    'Add edges, or choose node classification.',
  );

export interface EdgeSplitSpec {
  readonly seed: number;
  /** Share of the training pairs that are learned from and carry no messages meanwhile; 0: all of them do both. */
  readonly disjointShare: number;
  readonly negatives: NegativeRule;
  /** Ways in which a split gives away its answers: off but to show what they do. */
  readonly leaks: {
    /** Edges of the test carry messages all the time. */
    readonly testEdges: boolean;
    /** Where the edge a -> b is held out, b -> a still carries messages. */
    readonly reverseEdges: boolean;
  };
}

export interface HeldOut {
  /** One pair for each edge that is asked for; a single direction as it stands in the graph, else the lower node first. */
  readonly positives: NodePairs;
  /** As many pairs without any edge, drawn once, each once. */
  readonly negatives: NodePairs;
  /** What the encoder sees when this part is scored. */
  readonly messages: MessageGraph;
}

export interface EdgeSplit {
  readonly train: Omit<HeldOut, 'negatives'>;
  readonly val: HeldOut;
  readonly test: HeldOut;
}

/** `supervision`: learned from without carrying messages, where some are kept apart for that. */
type Place = 'train' | 'supervision' | 'val' | 'test';

type Graph = Pick<GraphData, 'numNodes' | 'edgeIndex' | 'edgeWeight' | 'edgeFeatures' | 'tombstones'>;

/** Every two nodes with an edge between them, once. */
interface LinkedPairs extends NodePairs {
  /** The pair of each directed edge; -1 for an edge from a node to itself. */
  readonly pairOf: Int32Array;
}

function linkedPairs({ numNodes, edgeIndex: { source, target } }: Graph): LinkedPairs {
  const rowPtr = rowPointers(numNodes, target);
  const twinOf = (e: number) => placeOf(source, rowPtr[source[e]], rowPtr[source[e] + 1], target[e]);
  const pairOf = new Int32Array(source.length).fill(-1);
  const [from, to]: [number[], number[]] = [[], []];
  for (let e = 0; e < source.length; e++) {
    if (source[e] === target[e] || (source[e] > target[e] && twinOf(e) >= 0)) continue;
    pairOf[e] = from.length;
    from.push(source[e]);
    to.push(target[e]);
  }
  for (let e = 0; e < source.length; e++)
    if (pairOf[e] < 0 && source[e] !== target[e]) pairOf[e] = pairOf[twinOf(e)];
  return { source: Int32Array.from(from), target: Int32Array.from(to), pairOf };
}

/** The first pairs of a shuffled order are for validation, the next for testing, the last learned from alone. */
function placesOf({ source, target }: NodePairs, { seed, disjointShare }: EdgeSplitSpec): Place[] {
  const count = source.length;
  const key = randomKey(seed, STREAM.edgeSplit, 0);
  // 28 bits of a draw, then the pair's own number: exact in double precision up to 2^25 pairs.
  const keys = Float64Array.from(source, (from, k) => {
    const [low, high] = [Math.min(from, target[k]), Math.max(from, target[k])];
    return (randomBits(randomBits(key, low), high) >>> 4) * count + k;
  }).sort();
  const numVal = Math.floor(HELD_OUT.val * count);
  const numTest = Math.floor(HELD_OUT.test * count);
  const numTrain = count - numVal - numTest;
  const numApart = disjointShare > 0 ? Math.max(1, Math.floor(disjointShare * numTrain)) : 0;
  const places = Array.from<Place>({ length: count });
  keys.forEach((each, at) => {
    const place = at < numVal ? 'val' : at < numVal + numTest ? 'test' : 'train';
    places[each % count] = at >= count - numApart ? 'supervision' : place;
  });
  return places;
}

const keysOf = ({ source, target }: NodePairs, numNodes: number): readonly number[] =>
  Array.from(source, (from, k) => Math.min(from, target[k]) * numNodes + Math.max(from, target[k]));

function where({ source, target }: NodePairs, isWanted: (pair: number) => boolean): NodePairs {
  return {
    source: source.filter((_, pair) => isWanted(pair)),
    target: target.filter((_, pair) => isWanted(pair)),
  };
}

/** The graph with some of its directed edges. */
function messagesOver(
  { numNodes, edgeIndex, edgeWeight, edgeFeatures }: Graph,
  carries: (edge: number) => boolean,
): MessageGraph {
  const edges = Int32Array.from(edgeIndex.source.keys()).filter(carries);
  return {
    numNodes,
    edgeIndex: {
      source: edges.map((e) => edgeIndex.source[e]),
      target: edges.map((e) => edgeIndex.target[e]),
    },
    edgeWeight: edgeWeight && Float32Array.from(edges, (e) => edgeWeight[e]),
    ...(edgeFeatures && { edgeFeatures: rowsAt(edgeFeatures, edges) }),
  };
}

function rowsAt({ numCols, values }: DenseMatrix, rows: Int32Array): DenseMatrix {
  const taken = new Float32Array(rows.length * numCols);
  rows.forEach((row, at) => taken.set(values.subarray(row * numCols, (row + 1) * numCols), at * numCols));
  return { numRows: rows.length, numCols, values: taken };
}

/** Pairs that are not linked in the loaded graph, and of these such as the present one has not linked or deleted since. */
function heldOutNegatives(
  graph: Graph,
  loaded: Graph,
  { seed, negatives }: EdgeSplitSpec,
  counts: { readonly val: number; readonly test: number },
): { val: NodePairs; test: NodePairs } {
  const deletedAtFirst = new Set(loaded.tombstones);
  const nodes = Int32Array.from({ length: loaded.numNodes }, (_, node) => node);
  const sampler = negativeSampler(
    adjacencyLists(loaded.numNodes, loaded.edgeIndex),
    negatives,
    nodes.filter((node) => !deletedAtFirst.has(node)),
  );
  const key = randomKey(seed, STREAM.edgeSplit, 1);
  const all = distinctNegatives(sampler, key, counts.val + counts.test, loaded.numNodes);
  const links = adjacencyLists(graph.numNodes, graph.edgeIndex);
  const deleted = new Set(graph.tombstones);
  const { source, target } = all;
  const stands = (k: number) =>
    !deleted.has(source[k]) && !deleted.has(target[k]) && !isLinked(links, source[k], target[k]);
  return {
    val: where(all, (k) => k < counts.val && stands(k)),
    test: where(all, (k) => k >= counts.val && stands(k)),
  };
}

/**
 * @param loaded the graph before it was edited: its pairs keep their parts, an edge taken away leaves the split, and
 * one that was drawn in is learned from
 * @throws PlaygroundError where there are fewer than LEAST_PAIRS linked pairs, or too few that are not linked
 */
export function edgeSplit(graph: Graph, spec: EdgeSplitSpec, loaded: Graph = graph): EdgeSplit {
  const { disjointShare, leaks } = spec;
  if (!(disjointShare >= 0 && disjointShare <= MOST_DISJOINT))
    throw fail('edge split', `expected a disjoint share from 0 to ${MOST_DISJOINT}, got ${disjointShare}`);
  const whole = linkedPairs(loaded);
  if (whole.source.length < LEAST_PAIRS) throw tooFewEdges(whole.source.length);
  const placed = placesOf(whole, spec);
  const pairs = graph === loaded ? whole : linkedPairs(graph);
  const places = graph === loaded ? placed : carriedOver(whole, placed, pairs, graph.numNodes);

  const { pairOf } = pairs;
  const isReverse = (e: number) => graph.edgeIndex.source[e] !== pairs.source[pairOf[e]];
  const carriesIn = (part: 'train' | 'val' | 'test') => (e: number) => {
    const place = pairOf[e] < 0 ? 'train' : places[pairOf[e]];
    switch (place) {
      case 'train':
        return true;
      case 'supervision':
        return part !== 'train';
      case 'val':
        return part === 'test' || (leaks.reverseEdges && isReverse(e));
      case 'test':
        return leaks.testEdges || (leaks.reverseEdges && isReverse(e));
      default:
        return place satisfies never;
    }
  };
  const isAt = (place: Place) => (pair: number) => places[pair] === place;
  const count = (place: Place) => placed.reduce((sum, each) => sum + (each === place ? 1 : 0), 0);
  const negatives = heldOutNegatives(graph, loaded, spec, { val: count('val'), test: count('test') });
  const messages = (part: 'train' | 'val' | 'test') => messagesOver(graph, carriesIn(part));
  return {
    train: {
      positives: where(pairs, isAt(disjointShare > 0 ? 'supervision' : 'train')),
      messages: messages('train'),
    },
    val: { positives: where(pairs, isAt('val')), negatives: negatives.val, messages: messages('val') },
    test: { positives: where(pairs, isAt('test')), negatives: negatives.test, messages: messages('test') },
  };
}

function carriedOver(before: NodePairs, places: readonly Place[], now: NodePairs, numNodes: number): Place[] {
  const keys = keysOf(before, numNodes);
  const known = new Map(keys.map((key, pair) => [key, places[pair]]));
  return keysOf(now, numNodes).map((key) => known.get(key) ?? 'train');
}
