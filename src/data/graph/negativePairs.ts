/**
 * Pairs of nodes without an edge between them, drawn by a rule. Draw number i of a key is a function of both alone, so
 * an epoch's negatives are the same on every backend and in every replay.
 */
import { fail } from '../base/errors';
import { randomBits, uniform } from '../base/random';
import { isLinked, numNeighbours, type AdjacencyLists, type NodePairs } from './adjacencyLists';

/**
 * - `uniform`: any two nodes.
 * - `same degree`: nodes as often as edges end at them, so that negatives have the degrees of positives and a score
 *   gains nothing by preferring hubs. Aiyappa et al., Implicit degree bias in the link prediction task, 2024.
 * - `near`: ends of a random walk of two or three steps, hence at most `NEAR_HOPS` apart.
 */
export const NEGATIVE_RULES = ['uniform', 'same degree', 'near'] as const;
export type NegativeRule = (typeof NEGATIVE_RULES)[number];

export const NEAR_HOPS = 3;
/** Draws for one pair before it is said that there is none. */
const MOST_TRIES = 10_000;
/** Draws for a partner of one given node: it may be linked to all that the rule offers. */
const MOST_PARTNER_TRIES = 200;

/** Two nodes a, b: neither the same nor linked. */
type Pair = readonly [a: number, b: number];

export interface NegativeSampler {
  /** Pair number `index` of a key. */
  pair(key: number, index: number): Pair;
  /**
   * A node that `node` is not linked to, number `index` of a key: any such node where the rule offers none (both ends of
   * an edge by itself have nobody near), -1 where it is linked to all.
   */
  partner(key: number, index: number, node: number): number;
}

/**
 * @param edges those that may not be drawn; the rules go by them as well
 * @param nodes those that are drawn from where these are not all
 */
export function negativeSampler(
  edges: AdjacencyLists,
  rule: NegativeRule,
  nodes: Int32Array = Int32Array.from({ length: edges.numNodes }, (_, node) => node),
): NegativeSampler {
  const { rowPtr, neighbour } = edges;
  const anyOf = (list: Int32Array, key: number, draw: number) =>
    list[Math.floor(uniform(key, draw) * list.length)];
  const anyNode = (key: number, draw: number) => anyOf(rule === 'uniform' ? nodes : neighbour, key, draw);
  const step = (from: number, key: number, draw: number) =>
    neighbour[rowPtr[from] + Math.floor(uniform(key, draw) * numNeighbours(edges, from))];
  const other = (node: number, key: number, draw: number): number => {
    if (rule !== 'near') return anyNode(key, draw);
    if (numNeighbours(edges, node) === 0) return node;
    const two = step(step(node, key, draw), key, draw + 1);
    return uniform(key, draw + 2) < 0.5 ? two : step(two, key, draw + 3);
  };
  const isNegative = (a: number, b: number) => a !== b && !isLinked(edges, a, b);
  return {
    pair: (family, index) => {
      const key = randomBits(family, index);
      for (let tried = 0; tried < MOST_TRIES; tried++) {
        const a = anyNode(key, 5 * tried);
        const b = other(a, key, 5 * tried + 1);
        if (isNegative(a, b)) return [a, b];
      }
      throw none(rule);
    },
    partner: (family, index, node) => {
      const key = randomBits(family, index);
      for (let tried = 0; tried < 2 * MOST_PARTNER_TRIES; tried++) {
        const byRule = tried < MOST_PARTNER_TRIES;
        const found = byRule ? other(node, key, 5 * tried) : anyOf(nodes, key, 5 * tried);
        if (isNegative(node, found)) return found;
      }
      return -1;
    },
  };
}

const none = (rule: NegativeRule) =>
  rule === 'near'
    ? fail(
        'negatives',
        `expected nodes within ${NEAR_HOPS} hops that are not linked, found none in ${MOST_TRIES} draws`,
        'Choose uniform negatives.',
      )
    : fail(
        'negatives',
        `expected nodes that are not linked, found none in ${MOST_TRIES} draws`,
        'Choose a graph with fewer edges.',
      );

/** So many different pairs, whichever way round. @throws PlaygroundError where the rule does not find as many */
export function distinctNegatives(
  sampler: NegativeSampler,
  key: number,
  count: number,
  numNodes: number,
): NodePairs {
  const pairs = { source: new Int32Array(count), target: new Int32Array(count) };
  const seen = new Set<number>();
  for (let index = 0; seen.size < count; index++) {
    if (index === MOST_TRIES + 100 * count)
      throw fail(
        'negatives',
        `expected ${count} different pairs of nodes that are not linked, found ${seen.size}`,
        'Choose another kind of negatives, or a graph with fewer edges.',
      );
    const [a, b] = sampler.pair(key, index);
    const at = seen.size;
    seen.add(Math.min(a, b) * numNodes + Math.max(a, b));
    if (seen.size === at) continue;
    pairs.source[at] = a;
    pairs.target[at] = b;
  }
  return pairs;
}
