/** What link prediction learns from in an epoch: linked pairs, and as many others that are drawn anew for it. */
import { adjacencyLists, type NodePairs } from '../../data/graph/adjacencyLists';
import type { GraphData } from '../../data/graph/graphData';
import type { EdgeSplit } from '../../data/graph/edgeSplit';
import { negativeSampler, type NegativeRule } from '../../data/graph/negativePairs';
import { corruptedPairs, type CorruptedPairs } from '../negatives/corruptedPairs';
import { freshNegatives } from '../negatives/freshNegatives';

export const pairsAt = ({ source, target }: NodePairs, which: Int32Array): NodePairs => ({
  source: which.map((k) => source[k]),
  target: which.map((k) => target[k]),
});

/** @param isOfPartners whether negative k shares an end with positive k @returns the examples of an epoch, its newest at hand */
export function pairExamples(
  { numNodes, tombstones = [] }: Pick<GraphData, 'numNodes' | 'tombstones'>,
  { train, val }: EdgeSplit,
  { seed, rule, isOfPartners }: { seed: number; rule: NegativeRule; isOfPartners: boolean },
): (epoch: number) => CorruptedPairs {
  const { positives } = train;
  const deleted = new Set(tombstones);
  const nodes = Int32Array.from({ length: numNodes }, (_, node) => node);
  // The messages of validation run over all edges that are known in training, those apart included.
  const known = adjacencyLists(numNodes, val.messages.edgeIndex);
  const sampler = negativeSampler(
    known,
    rule,
    nodes.filter((node) => !deleted.has(node)),
  );
  let newest: { readonly epoch: number; readonly examples: CorruptedPairs } | null = null;
  return (epoch) => {
    if (newest?.epoch !== epoch) {
      const examples = isOfPartners
        ? corruptedPairs(sampler, positives, seed, epoch)
        : { positives, negatives: freshNegatives(sampler, seed, epoch, positives.source.length) };
      newest = { epoch, examples };
    }
    return newest.examples;
  };
}
