import { describe, expect, it } from 'vitest';
import { walkGraph } from '../../../src/compute/embed/walkGraph';
import { sampleWalks, type WalkSettings } from '../../../src/compute/embed/walks';
import { randomKey } from '../../../src/data/base/random';
import { karate } from '../../../src/data/generators/karate';
import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';
import type { GraphData } from '../../../src/data/graph/graphData';

type Edges = Pick<GraphData, 'numNodes' | 'edgeIndex' | 'edgeWeight'>;
type Edge = readonly [from: number, to: number, weight: number];

/** Directed edges with weights; those of the graph come out sorted. */
function weighted(numNodes: number, edges: readonly Edge[]): Edges {
  const edgeIndex = buildEdgeIndex(
    numNodes,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
    { undirected: false, keepsLoops: true },
  );
  const weight = new Map(edges.map(([from, to, w]) => [`${from} ${to}`, w]));
  return {
    numNodes,
    edgeIndex,
    edgeWeight: Float32Array.from(
      edgeIndex.source,
      (from, e) => weight.get(`${from} ${edgeIndex.target[e]}`) ?? 0,
    ),
  };
}

const both = (edges: readonly Edge[]): Edge[] =>
  edges.flatMap(([a, b, w]): Edge[] => [
    [a, b, w],
    [b, a, w],
  ]);

/** A triangle 0 1 2 with a tail 2 - 3 - 4 and a bridge 1 - 3; node 5 has no edge. */
const PAIRS: readonly Edge[] = [
  [0, 1, 1],
  [1, 2, 1],
  [0, 2, 1],
  [2, 3, 1],
  [3, 4, 1],
  [1, 4, 1],
];
const HEAVY: readonly Edge[] = PAIRS.map(([a, b], k): Edge => [a, b, 0.5 + k]);

/** Probability of each next node, by the definition of the paper. */
function exact(edges: readonly Edge[], previous: number, node: number, p: number, q: number): number[] {
  const known = new Set(edges.map(([a, b]) => `${a} ${b}`));
  const mass = [0, 0, 0, 0, 0, 0];
  for (const [from, to, w] of edges) {
    if (from !== node) continue;
    const bias = to === previous ? 1 / p : known.has(`${previous} ${to}`) ? 1 : 1 / q;
    mass[to] += w * bias;
  }
  const total = mass.reduce((a, b) => a + b, 0);
  return mass.map((each) => each / total);
}

const settings = (change: Partial<WalkSettings> = {}): WalkSettings => ({
  walkLength: 20,
  walksPerNode: 10,
  p: 1,
  q: 1,
  ...change,
});
const all = (numNodes: number) => Int32Array.from({ length: numNodes }, (_, node) => node);
const walk = (graph: Edges, change: Partial<WalkSettings> = {}, key = 7) =>
  sampleWalks(walkGraph(graph), settings(change), key, all(graph.numNodes));

/** Calls `visit(previous, node, next)` for every step but the first of each walk. */
function forEachTurn(walks: Int32Array, length: number, visit: (t: number, v: number, x: number) => void) {
  for (let from = 0; from < walks.length; from += length)
    for (let k = from + 2; k < from + length; k++) visit(walks[k - 2], walks[k - 1], walks[k]);
}

/**
 * Pearson's statistic of all transitions against the exact probabilities, over its expectation (the degrees of
 * freedom): about 1 for a right sampler, and many times that for a wrong one.
 */
function chiSquareRatio(edges: readonly Edge[], walks: Int32Array, length: number, p: number, q: number) {
  const counts = new Map<string, number[]>();
  forEachTurn(walks, length, (t, v, x) => {
    const key = `${t} ${v}`;
    const row = counts.get(key) ?? [0, 0, 0, 0, 0, 0];
    row[x] += 1;
    counts.set(key, row);
  });
  let statistic = 0;
  let freedom = 0;
  for (const [key, row] of counts) {
    const [t = 0, v = 0] = key.split(' ').map(Number);
    // A walk stays where no edge leads on.
    if (!edges.some(([from]) => from === v)) continue;
    const total = row.reduce((a, b) => a + b, 0);
    const probability = exact(edges, t, v, p, q);
    row.forEach((count, x) => {
      if (probability[x] === 0) expect(count).toBe(0);
      else statistic += (count - total * probability[x]) ** 2 / (total * probability[x]);
    });
    freedom += probability.filter((each) => each > 0).length - 1;
  }
  expect(freedom).toBeGreaterThan(10);
  return statistic / freedom;
}

describe('random walks', () => {
  const cases: readonly [string, number, number, readonly Edge[]][] = [
    ['first order, all weights alike', 1, 1, both(PAIRS)],
    ['first order, by weight', 1, 1, both(HEAVY)],
    ['staying near', 0.5, 2, both(PAIRS)],
    ['wandering outward', 2, 0.5, both(PAIRS)],
    ['by weight, p and q', 0.25, 3, both(HEAVY)],
    ['directed, p and q', 4, 0.25, [...both(HEAVY), [4, 0, 2], [3, 0, 1]]],
    ['with self-loops, by weight, p and q', 0.5, 3, [...both(HEAVY), [1, 1, 2], [4, 4, 0.5]]],
    ['so strict that most proposals are refused', 0.01, 50, both(HEAVY)],
  ];
  for (const [name, p, q, edges] of cases)
    it(`go on with the probabilities of the paper: ${name}`, () => {
      const walks = walk(weighted(6, edges), { walksPerNode: 800, p, q });
      expect(chiSquareRatio(edges, walks, 20, p, q)).toBeLessThan(1.9);
    });

  it('would fail that test with p and q exchanged', () => {
    const walks = walk(weighted(6, both(PAIRS)), { walksPerNode: 800, p: 0.5, q: 2 });
    expect(chiSquareRatio(both(PAIRS), walks, 20, 2, 0.5)).toBeGreaterThan(50);
  });

  it('start at every node as often as asked and step along edges', () => {
    const graph = karate('modularity');
    const walks = walk(graph, { walksPerNode: 3, walkLength: 8, q: 0.5 });
    expect(walks.length).toBe(34 * 3 * 8);
    const { source, target } = graph.edgeIndex;
    const edges = new Set(Array.from(source, (from, e) => `${from} ${target[e]}`));
    for (let k = 0; k < walks.length; k++) {
      if (k % 8 === 0) expect(walks[k]).toBe(Math.floor(k / 24));
      else expect(edges).toContain(`${walks[k - 1]} ${walks[k]}`);
    }
  });

  it('stay at a node without an edge, and where directed edges end', () => {
    const graph = weighted(3, [[0, 1, 1]]);
    for (const q of [1, 2])
      expect([...walk(graph, { walkLength: 4, walksPerNode: 1, q })]).toEqual([
        0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2,
      ]);
  });

  it('never take an edge of weight 0', () => {
    const graph = weighted(
      3,
      both([
        [0, 1, 1],
        [1, 2, 0],
        [0, 2, 1],
      ]),
    );
    for (const q of [1, 0.1]) {
      const walks = walk(graph, { walksPerNode: 50, q });
      forEachTurn(walks, 20, (_t, v, x) => expect(v + x).not.toBe(3));
    }
  });

  it('backtrack with a low p, and hardly ever with a high one', () => {
    const returns = (p: number) => {
      let [back, turns] = [0, 0];
      forEachTurn(walk(karate('modularity'), { p, q: 1 }), 20, (t, _v, x) => {
        turns += 1;
        if (t === x) back += 1;
      });
      return back / turns;
    };
    expect(returns(0.01)).toBeGreaterThan(0.8);
    expect(returns(100)).toBeLessThan(0.1);
  });

  it('see fewer nodes with a high q (breadth-first, local) than with a low one (depth-first, outward)', () => {
    // A ring of eight cliques of eight: what is outward of a clique is the next clique.
    const pairs: Edge[] = [];
    for (let c = 0; c < 8; c++) {
      for (let a = 0; a < 8; a++) for (let b = 0; b < a; b++) pairs.push([8 * c + a, 8 * c + b, 1]);
      pairs.push([8 * c, (8 * c + 9) % 64, 1]);
    }
    const graph = weighted(64, both(pairs));
    const cliquesSeen = (q: number) => {
      const walks = walk(graph, { q });
      let seen = 0;
      for (let from = 0; from < walks.length; from += 20)
        seen += new Set(Array.from(walks.subarray(from, from + 20), (node) => node >> 3)).size;
      return seen / (walks.length / 20);
    };
    expect(cliquesSeen(0.1)).toBeGreaterThan(1.5 * cliquesSeen(10));
  });

  it('are a pure function of key, node, walk and step', () => {
    const graph = walkGraph(karate('modularity'));
    const given = settings({ p: 0.5, q: 2 });
    const together = sampleWalks(graph, given, 11, all(34));
    const alone = sampleWalks(graph, given, 11, Int32Array.of(20, 5));
    expect(alone.subarray(0, 200)).toEqual(together.subarray(4000, 4200));
    expect(alone.subarray(200)).toEqual(together.subarray(1000, 1200));
    expect(sampleWalks(graph, given, randomKey(1, 1, 1), all(34))).not.toEqual(together);
  });

  it('refuse negative weights', () => {
    expect(() => walkGraph(weighted(2, both([[0, 1, -1]])))).toThrow(
      'random walks: expected edge weights of at least 0, got -1.',
    );
  });
});
