import { describe, expect, it } from 'vitest';
import { corruptedPairs } from '../../../src/compute/negatives/corruptedPairs';
import { freshNegatives } from '../../../src/compute/negatives/freshNegatives';
import { citations } from '../../../src/data/generators/citations';
import { karate } from '../../../src/data/generators/karate';
import { adjacencyLists, isLinked, numNeighbours } from '../../../src/data/graph/adjacencyLists';
import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';
import { NEGATIVE_RULES, negativeSampler } from '../../../src/data/graph/negativePairs';

const graph = citations(1);
const edges = adjacencyLists(graph.numNodes, graph.edgeIndex);
const COUNT = 4000;

const meanDegree = (nodes: Int32Array) =>
  nodes.reduce((sum, node) => sum + numNeighbours(edges, node), 0) / nodes.length;

/** Distance up to 4. */
function hops(a: number, b: number): number {
  let reached = new Set([a]);
  for (let hop = 0; hop < 4; hop++) {
    if (reached.has(b)) return hop;
    const next = [...reached].flatMap((node) => [
      ...edges.neighbour.subarray(edges.rowPtr[node], edges.rowPtr[node + 1]),
    ]);
    reached = new Set([...reached, ...next]);
  }
  return 4;
}

describe.each(NEGATIVE_RULES)('%s negatives', (rule) => {
  const sampler = negativeSampler(edges, rule);
  const drawn = freshNegatives(sampler, 5, 7, COUNT);

  it('are neither edges nor a node with itself', () => {
    drawn.source.forEach((a, k) => {
      expect(a).not.toBe(drawn.target[k]);
      expect(isLinked(edges, a, drawn.target[k])).toBe(false);
    });
  });

  it('are a function of seed, epoch and number alone', () => {
    expect(freshNegatives(sampler, 5, 7, COUNT)).toEqual(drawn);
    expect(freshNegatives(sampler, 5, 7, 10)).toEqual({
      source: drawn.source.slice(0, 10),
      target: drawn.target.slice(0, 10),
    });
    const same = (other: typeof drawn) =>
      other.source.filter((a, k) => a === drawn.source[k] && other.target[k] === drawn.target[k]).length;
    expect(same(freshNegatives(sampler, 5, 8, COUNT))).toBeLessThan(COUNT / 100);
    expect(same(freshNegatives(sampler, 6, 7, COUNT))).toBeLessThan(COUNT / 100);
  });

  it('share an end with their positive where partners are compared', () => {
    const given = { source: graph.edgeIndex.source, target: graph.edgeIndex.target };
    const { positives, negatives } = corruptedPairs(sampler, given, 5, 7);
    expect(corruptedPairs(sampler, given, 5, 7)).toEqual({ positives, negatives });
    expect(negatives.target).toEqual(positives.target);
    let asGiven = 0;
    given.source.forEach((a, k) => {
      expect([positives.source[k], positives.target[k]].sort()).toEqual([a, given.target[k]].sort());
      expect(negatives.source[k]).not.toBe(negatives.target[k]);
      expect(isLinked(edges, negatives.source[k], negatives.target[k])).toBe(false);
      asGiven += positives.source[k] === a ? 1 : 0;
    });
    expect(asGiven / given.source.length).toBeGreaterThan(0.45);
    expect(asGiven / given.source.length).toBeLessThan(0.55);
  });

  it('leave the deleted nodes alone', () => {
    const gone = new Set([0, 1, 2, 3]);
    const rest = edges.neighbour.map((_, node) => node).subarray(0, graph.numNodes);
    const few = negativeSampler(
      adjacencyLists(graph.numNodes, {
        source: graph.edgeIndex.source.filter((a, e) => !gone.has(a) && !gone.has(graph.edgeIndex.target[e])),
        target: graph.edgeIndex.target.filter((a, e) => !gone.has(a) && !gone.has(graph.edgeIndex.source[e])),
      }),
      rule,
      rest.filter((node) => !gone.has(node)),
    );
    const { source, target } = freshNegatives(few, 1, 1, 20_000);
    expect([...source, ...target].some((node) => gone.has(node))).toBe(false);
  });
});

describe('the rules', () => {
  const of = (rule: (typeof NEGATIVE_RULES)[number]) =>
    freshNegatives(negativeSampler(edges, rule), 1, 1, COUNT);

  it('uniform takes every node alike, same degree as edges do', () => {
    const all = graph.edgeIndex.source.length / graph.numNodes;
    const ofEdges = meanDegree(graph.edgeIndex.source);
    expect(ofEdges).toBeGreaterThan(1.3 * all);
    for (const end of ['source', 'target'] as const) {
      expect(meanDegree(of('uniform')[end]) / all).toBeCloseTo(1, 0.5);
      expect(Math.abs(meanDegree(of('same degree')[end]) / ofEdges - 1)).toBeLessThan(0.1);
    }
  });

  it('near stays within three hops, and reaches two as well as three', () => {
    const { source, target } = of('near');
    const found = Array.from(source.subarray(0, 500), (a, k) => hops(a, target[k]));
    expect(new Set(found)).toEqual(new Set([2, 3]));
  });

  it('keep the other end where the first is linked to all', () => {
    const star = adjacencyLists(
      30,
      buildEdgeIndex(
        30,
        new Int32Array(29),
        Array.from({ length: 29 }, (_, i) => i + 1),
      ),
    );
    const given = { source: new Int32Array(29), target: Int32Array.from({ length: 29 }, (_, i) => i + 1) };
    for (const rule of NEGATIVE_RULES) {
      const { positives } = corruptedPairs(negativeSampler(star, rule), given, 1, 1);
      expect(positives.target.includes(0)).toBe(false);
    }
  });

  it('say when there is nothing to draw', () => {
    const pair = adjacencyLists(30, buildEdgeIndex(30, [0], [1]));
    expect(() => negativeSampler(pair, 'near').pair(1, 0)).toThrow(
      'expected nodes within 3 hops that are not linked, found none in 10000 draws. Choose uniform negatives.',
    );
    const given = { source: Int32Array.of(0), target: Int32Array.of(1) };
    expect(corruptedPairs(negativeSampler(pair, 'near'), given, 1, 1).negatives.source[0]).toBeGreaterThan(1);
    const two = adjacencyLists(2, buildEdgeIndex(2, [0], [1]));
    expect(() => corruptedPairs(negativeSampler(two, 'near'), given, 1, 1)).toThrow('expected a node that');
  });

  it('work on Karate Club', () => {
    const { numNodes, edgeIndex } = karate('factions');
    for (const rule of NEGATIVE_RULES)
      expect(
        freshNegatives(negativeSampler(adjacencyLists(numNodes, edgeIndex), rule), 1, 1, 66).source.length,
      ).toBe(66);
  });
});
