/** How a model without layers comes by one node. */
import { fail } from '../../data/base/errors';
import type { GraphData } from '../../data/graph/graphData';
import type { RunSpec } from '../../data/run/runSpec';
import type { Account } from '../../data/run/account';
import type { Activations } from '../../data/run/records';
import { largestProducts } from './products';
import { walkGraph, type WalkGraph } from './walkGraph';
import { walkProfile } from './walkProfile';

/** As many as a list holds at a glance. */
const MOST_PRODUCTS = 10;

const walkers = new WeakMap<GraphData, WalkGraph>();

function walkerOf(graph: GraphData): WalkGraph {
  const known = walkers.get(graph) ?? walkGraph(graph);
  walkers.set(graph, known);
  return known;
}

/**
 * @param graph as it is at `epoch`
 * @param embedding of `epoch`
 * @throws PlaygroundError for a model that has layers, for label propagation, and for a node that is not there
 */
export async function accountOf(
  { seed, model: { method } }: RunSpec,
  graph: GraphData,
  node: number,
  epoch: number,
  embedding: () => Promise<Activations>,
): Promise<Account> {
  if (!Number.isInteger(node) || node < 0 || node >= graph.numNodes)
    throw fail('account', `expected a node from 0 to ${graph.numNodes - 1}, got ${node}`);
  if (method?.kind === 'node2vec') return walkProfile(walkerOf(graph), method, seed, node);
  const rows = method?.kind === 'factorisation' ? await embedding() : null;
  if (rows?.kind !== 'dense')
    throw fail('account', `expected Node2Vec or a factorisation, got ${method?.kind ?? 'a model of layers'}`);
  return {
    kind: 'products',
    node,
    epoch,
    ...largestProducts(rows.matrix, node, MOST_PRODUCTS, graph.tombstones),
  };
}
