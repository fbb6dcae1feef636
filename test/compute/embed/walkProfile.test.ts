import { describe, expect, it } from 'vitest';
import { accountOf } from '../../../src/compute/embed/account';
import { largestProducts } from '../../../src/compute/embed/products';
import { EMBED_STREAM } from '../../../src/compute/embed/streams';
import { walkGraph } from '../../../src/compute/embed/walkGraph';
import { stepShares, walkProfile, walksFrom } from '../../../src/compute/embed/walkProfile';
import { sampleWalks, type WalkSettings } from '../../../src/compute/embed/walks';
import { randomKey } from '../../../src/data/base/random';
import { karate } from '../../../src/data/generators/karate';
import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';
import { defaultRun } from '../../../src/data/run/defaults';
import { MODELS } from '../../../src/data/run/models';

const graphOf = (numNodes: number, pairs: readonly (readonly [number, number])[], undirected = true) =>
  walkGraph({
    numNodes,
    edgeIndex: buildEdgeIndex(
      numNodes,
      pairs.map(([from]) => from),
      pairs.map(([, to]) => to),
      { undirected },
    ),
    edgeWeight: null,
  });

const TRIANGLE = [
  [0, 1],
  [1, 2],
  [0, 2],
] as const;
/** A triangle 0 1 2 with a tail 2 - 3 - 4, and node 5 alone. */
const TAILED = graphOf(6, [...TRIANGLE, [2, 3], [3, 4]]);
const ring = (numNodes: number) =>
  graphOf(
    numNodes,
    Array.from({ length: numNodes }, (_, i): [number, number] => [i, (i + 1) % numNodes]),
  );

const settings = (change: Partial<WalkSettings> = {}): WalkSettings => ({
  walkLength: 20,
  walksPerNode: 10,
  p: 1,
  q: 1,
  ...change,
});
const profile = (graph = TAILED, change: Partial<WalkSettings> = {}, node = 0) =>
  walkProfile(graph, settings(change), 3, node);

describe('steps of a walk', () => {
  it('are told apart by the distance from the node before', () => {
    // 0 1 | 0 back | 2 near | 3 outward | 2 back | 1 outward
    const walk = Int32Array.of(0, 1, 0, 2, 3, 2, 1);
    expect(stepShares(TAILED, walk, 7)).toEqual({ back: 2 / 5, near: 1 / 5, outward: 2 / 5 });
  });

  it('start anew with each walk, and end where no edge leads on', () => {
    const directed = graphOf(3, [[0, 1]], false);
    expect(stepShares(directed, Int32Array.of(0, 1, 1, 1, 1, 1, 1, 1), 4)).toEqual({
      back: 0,
      near: 0,
      outward: 0,
    });
    const two = Int32Array.of(0, 1, 0, 4, 3, 4);
    expect(stepShares(TAILED, two, 3)).toEqual({ back: 1, near: 0, outward: 0 });
  });
});

describe('the walks from one node', () => {
  it('are the first ones that training draws from it', () => {
    const walks = walksFrom(TAILED, settings({ p: 0.5, q: 2 }), 3, 2);
    expect(walks).toHaveLength(200 * 20);
    const key = randomKey(3, EMBED_STREAM.walk, 2);
    const trained = sampleWalks(TAILED, settings({ p: 0.5, q: 2 }), key, Int32Array.of(4, 2, 0));
    expect(walks.slice(200, 400)).toEqual(trained.slice(200, 400));
  });

  it('visit nodes by shares that add up to 1, each counted where a step ends', () => {
    const { visits, numSteps, numWalks } = profile();
    expect([numWalks, numSteps]).toEqual([200, 200 * 19]);
    expect(visits.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
    const walks = walksFrom(TAILED, settings(), 3, 0);
    const ends = walks.filter((node, i) => i % 20 > 0 && node === 2).length;
    expect(visits[2]).toBeCloseTo(ends / numSteps, 6);
    expect(visits[5]).toBe(0);
  });

  it('turn round at every step but the first where p is tiny', () => {
    const { shares, meanReach, mostReach } = profile(ring(12), { p: 1e-6 });
    expect(shares).toEqual({ back: 1, near: 0, outward: 0 });
    expect([meanReach, mostReach]).toEqual([1, 1]);
  });

  it('never turn round where p is huge and another way is open', () => {
    const { shares, meanReach, unbiased } = profile(ring(50), { p: 1e6 });
    expect(shares).toEqual({ back: 0, near: 0, outward: 1 });
    expect(meanReach).toBe(19);
    expect(unbiased.back).toBeCloseTo(0.5, 1);
  });

  it('stay among common neighbours where q is huge, and leave them where it is tiny', () => {
    const pairs: [number, number][] = [];
    for (const at of [0, 4])
      for (let a = at; a < at + 4; a++) for (let b = a + 1; b < at + 4; b++) pairs.push([a, b]);
    const twoCliques = graphOf(8, [...pairs, [3, 4]]);
    const near = profile(twoCliques, { q: 1e6 });
    expect(near.shares.outward).toBe(0);
    expect(near.visits.slice(4)).toEqual(new Float32Array(4));
    const far = profile(twoCliques, { q: 1e-6 });
    expect(far.shares.outward).toBeGreaterThan(near.unbiased.outward);
    expect(far.visits.slice(4).reduce((a, b) => a + b, 0)).toBeGreaterThan(0.3);
  });

  it('with p = q = 1 are first-order walks: in a clique of four, a third of the steps go back', () => {
    const clique = graphOf(4, [...TRIANGLE, [0, 3], [1, 3], [2, 3]]);
    const { shares, unbiased } = profile(clique);
    expect(shares).toEqual(unbiased);
    expect(shares.outward).toBe(0);
    // 3600 steps: three standard deviations are 0.024.
    expect(Math.abs(shares.back - 1 / 3)).toBeLessThan(0.024);
    expect(shares.back + shares.near).toBeCloseTo(1, 12);
  });

  it('of a node without edges take no step', () => {
    const { numSteps, visits, shares, meanReach } = profile(TAILED, {}, 5);
    expect(numSteps).toBe(0);
    expect(visits).toEqual(new Float32Array(6));
    expect(shares).toEqual({ back: 0, near: 0, outward: 0 });
    expect(meanReach).toBe(0);
  });
});

describe('the largest dot products', () => {
  const matrix = { numRows: 4, numCols: 2, values: Float32Array.of(1, 2, 3, 0, 0, 2, -1, -1) };

  it('come the largest first, without the node itself', () => {
    expect(largestProducts(matrix, 0, 2)).toEqual({
      nodes: Int32Array.of(2, 1),
      products: Float32Array.of(4, 3),
      own: 5,
    });
  });

  it('leave out deleted nodes', () => {
    expect([...largestProducts(matrix, 0, 9, [2]).nodes]).toEqual([1, 3]);
  });
});

describe('how a model without layers comes by a node', () => {
  const graph = karate('factions');
  const run = (id: string) =>
    defaultRun(
      { id: 'karate', labelling: null },
      3,
      MODELS.find((model) => model.id === id),
    );
  const rows = async () =>
    ({
      kind: 'dense',
      matrix: { numRows: 34, numCols: 1, values: Float32Array.from({ length: 34 }, (_, i) => i) },
    }) as const;

  it('is told by walks for Node2Vec and by products for a factorisation', async () => {
    const walks = await accountOf(run('node2vec'), graph, 33, 5, rows);
    expect(walks).toMatchObject({ kind: 'walks', node: 33, numWalks: 200 });
    const products = await accountOf(run('factorisation'), graph, 1, 5, rows);
    expect(products).toMatchObject({ kind: 'products', epoch: 5, own: 1 });
  });

  it('is refused, with what was expected, for others and for a node that is not there', async () => {
    await expect(accountOf(run('gcn'), graph, 1, 0, rows)).rejects.toThrow(/a model of layers/);
    await expect(accountOf(run('node2vec'), graph, 34, 0, rows)).rejects.toThrow(/a node from 0 to 33/);
  });
});
