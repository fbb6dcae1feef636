/**
 * Skip-gram with negative sampling over random walks, as PyTorch Geometric forms it (torch_geometric/nn/models/
 * node2vec.py; Mikolov et al., NIPS 2013; Grover and Leskovec, KDD 2016). Every stretch of `context` nodes of a walk
 * pairs its first node u with each of the others v; there is one table of embeddings z for both roles.
 *
 *   loss = mean over pairs of real walks of -log sigmoid(z_u . z_v)
 *        + mean over pairs of negative walks of -log sigmoid(-z_u . z_v)
 *
 * A negative walk has a node of the batch first and nodes drawn uniformly after it. Both logarithms are taken as
 * softplus, so that no pair is ever too wrong to be learned from.
 *
 * An epoch starts `walksPerNode` walks at every node, in an order of its own, `batchSize` nodes to a step of Adam.
 */
import { fail } from '../../data/base/errors';
import { randomBits, randomKey } from '../../data/base/random';
import type { Node2VecSpec } from '../../data/run/methods/node2vec';
import { EMBED_STREAM } from './streams';
import type { WalkGraph } from './walkGraph';
import { sampleWalks } from './walks';

export type SkipGramSettings = Omit<Node2VecSpec, 'kind' | 'dimension'>;

/** Embeddings with their gradient and moments, on whatever memory the arithmetic is done. */
export interface EmbeddingTable {
  /**
   * Adds the gradient of `scale` times the sum of the walks' losses.
   *
   * @param walks any number of walks of walkLength nodes
   * @returns the sum of their losses, unscaled
   */
  addWalks(walks: Int32Array, isNegative: boolean, scale: number): number;
  /**
   * One step of SparseAdam (betas .9 and .999, epsilon 1e-8): rows that no walk has touched stay, their moments too.
   *
   * @param step 1 for the first one
   */
  step(learningRate: number, step: number): void;
  /** Copies, numNodes x dimension each. */
  read(): TableState;
}

export interface TableState {
  readonly weights: Float32Array;
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
}

export interface TableShape {
  readonly numNodes: number;
  readonly dimension: number;
  readonly walkLength: number;
  readonly context: number;
}

export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** lr sqrt(1 - beta2^t) / (1 - beta1^t). */
export const adamStepSize = (learningRate: number, step: number): number =>
  (learningRate * Math.sqrt(1 - ADAM.beta2 ** step)) / (1 - ADAM.beta1 ** step);

export const pairsPerWalk = ({
  walkLength,
  context,
}: Pick<SkipGramSettings, 'walkLength' | 'context'>): number => (walkLength - context + 1) * (context - 1);

export const stepsPerEpoch = (numNodes: number, { batchSize }: Pick<SkipGramSettings, 'batchSize'>): number =>
  Math.ceil(numNodes / batchSize);

/** Throws where the settings leave no pair to learn from. */
export function checkSkipGram({ walkLength, context, p, q }: SkipGramSettings): void {
  if (!(context >= 2 && context <= walkLength))
    throw fail(
      'node2vec',
      `expected a context of 2 to ${walkLength} nodes (the walk’s length), got ${context}`,
      'Lengthen the walks or shorten the context.',
    );
  if (!(p > 0 && q > 0)) throw fail('node2vec', `expected p and q above 0, got ${p} and ${q}`);
}

/** All nodes in the order of this epoch. */
export function nodeOrder(numNodes: number, seed: number, epoch: number): Int32Array {
  const key = randomKey(seed, EMBED_STREAM.order, epoch);
  const order = Int32Array.from({ length: numNodes }, (_, node) => node);
  for (let i = numNodes - 1; i > 0; i--) {
    const j = Math.floor(randomBits(key, i) * 2 ** -32 * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Walks that start at the nodes and go on anywhere. */
export function negativeWalks(
  numNodes: number,
  { walkLength, walksPerNode, negatives }: SkipGramSettings,
  key: number,
  nodes: Int32Array,
): Int32Array {
  const perNode = walksPerNode * negatives;
  const walks = new Int32Array(nodes.length * perNode * walkLength);
  let at = 0;
  for (const node of nodes) {
    for (let walk = 0; walk < perNode; walk++) {
      const walkKey = randomBits(key, node * perNode + walk);
      walks[at++] = node;
      for (let k = 1; k < walkLength; k++)
        walks[at++] = Math.floor(randomBits(walkKey, k) * 2 ** -32 * numNodes);
    }
  }
  return walks;
}

/** Pairs worked on between two yields: a few milliseconds. */
const SLICE_PAIRS = 40_000;

/**
 * One epoch (1 for the first), in slices; yields the share of it that is done.
 *
 * @returns the mean loss of its steps, each as its pairs were met
 */
export function* skipGramEpoch(
  graph: WalkGraph,
  settings: SkipGramSettings,
  table: EmbeddingTable,
  { seed, epoch, learningRate }: { seed: number; epoch: number; learningRate: number },
): Generator<number, number> {
  const { numNodes } = graph;
  const { walksPerNode, negatives, batchSize } = settings;
  const order = nodeOrder(numNodes, seed, epoch);
  const walkKey = randomKey(seed, EMBED_STREAM.walk, epoch);
  const negativeKey = randomKey(seed, EMBED_STREAM.negative, epoch);
  const pairsPerNode = walksPerNode * pairsPerWalk(settings);
  const nodesPerSlice = Math.max(1, Math.floor(SLICE_PAIRS / (pairsPerNode * (1 + negatives))));
  const firstStep = (epoch - 1) * stepsPerEpoch(numNodes, settings) + 1;
  let total = 0;
  let numSteps = 0;
  for (let from = 0; from < numNodes; from += batchSize) {
    const until = Math.min(from + batchSize, numNodes);
    const positive = 1 / ((until - from) * pairsPerNode);
    const negative = positive / Math.max(negatives, 1);
    for (let at = from; at < until; at += nodesPerSlice) {
      const nodes = order.subarray(at, Math.min(at + nodesPerSlice, until));
      total += positive * table.addWalks(sampleWalks(graph, settings, walkKey, nodes), false, positive);
      if (negatives > 0)
        total +=
          negative * table.addWalks(negativeWalks(numNodes, settings, negativeKey, nodes), true, negative);
      yield (at + nodes.length) / numNodes;
    }
    table.step(learningRate, firstStep + numSteps);
    numSteps += 1;
  }
  return total / numSteps;
}
