/** The graph as it goes out: at its places, in its present colours, with all that is known of its nodes. */
import type { OutColumn, OutGraph } from '../formats/graphOut';
import { isSymmetric } from '../graph/edgeIndex';
import type { GraphData } from '../graph/graphData';
import type { NodeFacts } from './facts';
import { namesOf, nodesOf, partsOf } from './nodes';
import { float } from './tables';

/** Gephi's usual canvas. */
const SPAN = 2000;

export function outGraph(facts: NodeFacts): OutGraph {
  const { graph, predictions, probabilities, projection, layer, embedding } = facts;
  const nodes = nodesOf(graph);
  const place = new Map(nodes.map((node, i) => [node, i]));
  const { classNames, y } = graph.labelling;
  const parts = partsOf(graph);
  const column = (
    name: string,
    type: OutColumn['type'],
    value: (node: number) => string | number | boolean | null,
  ): OutColumn => ({ name, type, values: nodes.map(value) });
  const { edges, isDirected } = edgesOf(graph);
  return {
    name: graph.name,
    directed: isDirected,
    nodeIds: nodes.map(String),
    nodeLabels: namesOf(graph, nodes),
    source: Int32Array.from(edges, (e) => place.get(graph.edgeIndex.source[e]!)!),
    target: Int32Array.from(edges, (e) => place.get(graph.edgeIndex.target[e]!)!),
    weight: graph.edgeWeight && Float32Array.from(edges, (e) => graph.edgeWeight![e]!),
    positions: spread(nodes, facts.positions),
    colours: nodes.map((node) => facts.colours[node]!),
    columns: [
      ...(classNames.length > 0
        ? [
            column('class', 'string', (node) => classNames[y[node]!] ?? null),
            column('part', 'string', (node) => parts[node] || null),
          ]
        : []),
      ...(predictions
        ? [
            column('predicted', 'string', (node) => classNames[predictions[node]!] ?? null),
            column('confidence', 'double', (node) =>
              float(probabilities[node * classNames.length + predictions[node]!]!),
            ),
          ]
        : []),
      ...(projection
        ? (['x', 'y'] as const).map((axis, at) =>
            column(`projection ${axis}`, 'double', (node) => float(projection.positions[2 * node + at]!)),
          )
        : []),
      ...Array.from({ length: embedding.numCols }, (_, unit) =>
        column(`${layer} ${unit + 1}`, 'double', (node) =>
          float(embedding.values[node * embedding.numCols + unit]!),
        ),
      ),
    ],
  };
}

/** Entries of the edge index; of an undirected graph one of the two that stand for an edge. */
function edgesOf({ numNodes, edgeIndex }: GraphData): { edges: readonly number[]; isDirected: boolean } {
  const isDirected = !isSymmetric(numNodes, edgeIndex);
  const { source, target } = edgeIndex;
  const edges = Array.from(source, (_, e) => e).filter((e) => isDirected || source[e]! < target[e]!);
  return { edges, isDirected };
}

/** Centred, and as wide as other programs draw. */
function spread(nodes: readonly number[], positions: Float32Array): Float32Array {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (const node of nodes)
    for (const axis of [0, 1]) {
      low[axis] = Math.min(low[axis]!, positions[2 * node + axis]!);
      high[axis] = Math.max(high[axis]!, positions[2 * node + axis]!);
    }
  const scale = SPAN / Math.max(high[0]! - low[0]!, high[1]! - low[1]!, Number.MIN_VALUE);
  return Float32Array.from(
    nodes.flatMap((node) =>
      [0, 1].map((axis) => {
        const at = (positions[2 * node + axis]! - (low[axis]! + high[axis]!) / 2) * scale;
        return Number.isFinite(at) ? at : 0;
      }),
    ),
  );
}
