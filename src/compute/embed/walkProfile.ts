/**
 * What the walks from one node do: how often they come to each node, and the share of steps back, to a common neighbour
 * and outward (node2vec's distances 0, 1, 2 from the node before; Grover and Leskovec, KDD 2016, section 3.2.2).
 */
import { randomKey } from '../../data/base/random';
import type { StepShares, WalkProfile } from '../../data/run/account';
import { EMBED_STREAM } from './streams';
import { leadsTo, weightOut, type WalkGraph } from './walkGraph';
import { sampleWalks, type WalkSettings } from './walks';

/** Enough for shares of a few per cent. */
export const LEAST_WALKS = 200;

const UNREACHED = -1;

/** The walks from `node` in epochs 1, 2, ... of a run, until there are LEAST_WALKS: numWalks x walkLength. */
export function walksFrom(graph: WalkGraph, settings: WalkSettings, seed: number, node: number): Int32Array {
  const { walksPerNode, walkLength } = settings;
  const epochs = Math.ceil(LEAST_WALKS / walksPerNode);
  const walks = new Int32Array(epochs * walksPerNode * walkLength);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const key = randomKey(seed, EMBED_STREAM.walk, epoch);
    walks.set(
      sampleWalks(graph, settings, key, Int32Array.of(node)),
      (epoch - 1) * walksPerNode * walkLength,
    );
  }
  return walks;
}

/**
 * Calls `visit` for every step of the walks; one that stays because no edge leads on is none. `previous` is the node
 * before `from`, -1 at the first step.
 */
function eachStep(
  graph: WalkGraph,
  walks: Int32Array,
  walkLength: number,
  visit: (previous: number, from: number, to: number) => void,
): void {
  for (let at = 0; at < walks.length; at += walkLength)
    for (let i = at + 1; i < at + walkLength && weightOut(graph, walks[i - 1]) > 0; i++)
      visit(i > at + 1 ? walks[i - 2] : -1, walks[i - 1], walks[i]);
}

export function stepShares(graph: WalkGraph, walks: Int32Array, walkLength: number): StepShares {
  let [back, near, outward] = [0, 0, 0];
  eachStep(graph, walks, walkLength, (previous, _from, to) => {
    if (previous < 0) return;
    if (to === previous) back++;
    else if (leadsTo(graph, previous, to)) near++;
    else outward++;
  });
  const all = Math.max(1, back + near + outward);
  return { back: back / all, near: near / all, outward: outward / all };
}

/** Steps along edges from `start` to each node, UNREACHED where no way leads. */
function hopsFrom({ numNodes, rowPtr, colIndex }: WalkGraph, start: number): Int32Array {
  const hops = new Int32Array(numNodes).fill(UNREACHED);
  hops[start] = 0;
  const queue = [start];
  for (const node of queue)
    for (let e = rowPtr[node]; e < rowPtr[node + 1]; e++) {
      const to = colIndex[e];
      if (hops[to] !== UNREACHED) continue;
      hops[to] = hops[node] + 1;
      queue.push(to);
    }
  return hops;
}

/** @param seed of the run: the walks are the ones that it draws */
export function walkProfile(
  graph: WalkGraph,
  settings: WalkSettings,
  seed: number,
  node: number,
): WalkProfile {
  const { walkLength } = settings;
  const walks = walksFrom(graph, settings, seed, node);
  const plain = settings.p === 1 && settings.q === 1;
  const unbiased = plain ? walks : walksFrom(graph, { ...settings, p: 1, q: 1 }, seed, node);

  const visits = new Float32Array(graph.numNodes);
  let numSteps = 0;
  eachStep(graph, walks, walkLength, (_previous, _from, to) => {
    visits[to] += 1;
    numSteps++;
  });
  const hops = hopsFrom(graph, node);
  const numWalks = walks.length / walkLength;
  let [sum, mostReach] = [0, 0];
  for (let at = 0; at < walks.length; at += walkLength) {
    const furthest = walks
      .subarray(at, at + walkLength)
      .reduce((most, each) => Math.max(most, hops[each]), 0);
    sum += furthest;
    mostReach = Math.max(mostReach, furthest);
  }
  return {
    kind: 'walks',
    node,
    numWalks,
    numSteps,
    visits: visits.map((count) => count / Math.max(1, numSteps)),
    shares: stepShares(graph, walks, walkLength),
    unbiased: stepShares(graph, unbiased, walkLength),
    meanReach: sum / numWalks,
    mostReach,
  };
}
