/**
 * Second-order random walks of node2vec (Grover and Leskovec, KDD 2016, section 3.2). A walk that came from t to v goes
 * on to x with probability proportional to w(v, x) times
 *
 *   1/p  where x is t (the way back),
 *   1    where an edge leads from t to x (x is as near to t as v is),
 *   1/q  elsewhere (outward).
 *
 * A low p backtracks and a high q stays near the start (as breadth-first search does); a high p and a low q wander
 * outward (as depth-first search does). With p = q = 1 the walks are DeepWalk's (Perozzi, Al-Rfou, Skiena, KDD 2014).
 *
 * Drawn exactly, by rejection: a proposal by weight alone is accepted with probability bias / largest bias. No table
 * per edge is needed. Every draw is a pure function of (key, node, walk, step), in any order.
 */
import { randomBits } from '../../data/base/random';
import type { Node2VecSpec } from '../../data/run/methods/node2vec';
import { entryAt, leadsTo, weightOut, type WalkGraph } from './walkGraph';

export type WalkSettings = Pick<Node2VecSpec, 'walkLength' | 'walksPerNode' | 'p' | 'q'>;

const TO_UNIT = 2 ** -32;
/** Proposals refused before all biases of the node are added up instead: bounds the time at any p and q. */
const MAX_PROPOSALS = 24;

/**
 * Walks from each of the nodes, walksPerNode x walkLength for each. A walk stays where no edge leads on.
 *
 * @param key of the epoch: randomKey(seed, EMBED_STREAM.walk, epoch)
 */
export function sampleWalks(
  graph: WalkGraph,
  settings: WalkSettings,
  key: number,
  nodes: Int32Array,
): Int32Array {
  const { walkLength, walksPerNode, p, q } = settings;
  const next = p === 1 && q === 1 ? firstOrder(graph) : secondOrder(graph, p, q);
  const walks = new Int32Array(nodes.length * walksPerNode * walkLength);
  let at = 0;
  for (const start of nodes) {
    for (let walk = 0; walk < walksPerNode; walk++) {
      const walkKey = randomBits(key, start * walksPerNode + walk);
      let previous = -1;
      let node = start;
      walks[at++] = start;
      for (let step = 1; step < walkLength; step++) {
        const following = next(previous, node, randomBits(walkKey, step));
        previous = node;
        node = following;
        walks[at++] = node;
      }
    }
  }
  return walks;
}

/** Where a walk at `node` that came from `previous` (-1 at its start) goes; `bits` are the step's random bits. */
type Next = (previous: number, node: number, bits: number) => number;

function firstOrder(graph: WalkGraph): Next {
  return (_previous, node, bits) => {
    const total = weightOut(graph, node);
    return total > 0 ? graph.colIndex[entryAt(graph, node, bits * TO_UNIT * total)] : node;
  };
}

function secondOrder(graph: WalkGraph, p: number, q: number): Next {
  const { rowPtr, colIndex, runningWeight } = graph;
  const first = firstOrder(graph);
  const back = 1 / p;
  const outward = 1 / q;
  const largest = Math.max(back, 1, outward);
  const bias = (previous: number, to: number): number => {
    if (to === previous) return back;
    return leadsTo(graph, previous, to) ? 1 : outward;
  };

  const byAddingUp = (previous: number, node: number, share: number): number => {
    const [start, end] = [rowPtr[node], rowPtr[node + 1]];
    const weight = (e: number): number =>
      (runningWeight ? runningWeight[e] - (e > start ? runningWeight[e - 1] : 0) : 1) *
      bias(previous, colIndex[e]);
    let total = 0;
    for (let e = start; e < end; e++) total += weight(e);
    let rest = share * total;
    let last = node;
    for (let e = start; e < end; e++) {
      const part = weight(e);
      if (part > 0) last = colIndex[e];
      rest -= part;
      if (rest < 0) break;
    }
    return last;
  };

  return (previous, node, bits) => {
    if (previous < 0) return first(previous, node, bits);
    const total = weightOut(graph, node);
    if (total === 0) return node;
    for (let proposal = 0; proposal < MAX_PROPOSALS; proposal++) {
      const to = colIndex[entryAt(graph, node, randomBits(bits, 2 * proposal) * TO_UNIT * total)];
      if (randomBits(bits, 2 * proposal + 1) * TO_UNIT * largest < bias(previous, to)) return to;
    }
    return byAddingUp(previous, node, randomBits(bits, 2 * MAX_PROPOSALS) * TO_UNIT);
  };
}
