/** The graph as it goes out: at its places, in its present colours, with all that is known of its nodes. */
import { DistinctNames } from '../formats/distinctNames';
import type { OutColumn, OutGraph } from '../formats/graphOut';
import { isSymmetric } from '../graph/edgeIndex';
import type { Cell, DenseMatrix } from '../graph/graphData';
import type { FileGraph, NodeFacts } from './facts';
import { fileId, namesOf, nodesOf, partsOf, unitName } from './nodes';
import { float } from './tables';

/** Gephi's usual canvas. */
const SPAN = 2000;

export function outGraph(facts: NodeFacts, embedding: DenseMatrix): OutGraph {
  const { graph, predictions, probabilities, projection, layer } = facts;
  const nodes = nodesOf(graph);
  const place = new Map(nodes.map((node, i) => [node, i]));
  const { classNames, y } = graph.labelling;
  const parts = partsOf(graph);
  const { edges, isDirected } = edgesOf(graph);
  // The file's own columns keep their names; ours beside them are told apart.
  const names = new DistinctNames(RESERVED);
  const file = (graph.file?.nodeColumns ?? []).map(({ name, values }) =>
    fileColumn(
      names.take(name),
      nodes.map((node) => values[node] ?? null),
    ),
  );
  const edgeNames = new DistinctNames(graph.edgeWeight ? ['weight'] : []);
  const weight = graph.edgeWeight && edges.map((e) => float(graph.edgeWeight![e]!));
  const saidOf = (values: readonly Cell[]) => edges.map((e) => values[e] ?? null);
  const weights = graph.file?.edgeColumns.find(({ name }) => name === 'weight');
  const written = weight && weights ? asWritten(saidOf(weights.values), weight) : null;
  const column = (name: string, type: OutColumn['type'], value: (node: number) => Cell): OutColumn => ({
    name: names.take(name),
    type,
    values: nodes.map(value),
  });
  return {
    name: graph.name,
    directed: isDirected,
    nodeIds: distinct(nodes.map((node) => fileId(graph, node))),
    nodeLabels: namesOf(graph, nodes),
    source: Int32Array.from(edges, (e) => place.get(graph.edgeIndex.source[e]!)!),
    target: Int32Array.from(edges, (e) => place.get(graph.edgeIndex.target[e]!)!),
    weight: written ?? weight,
    positions: spread(nodes, facts.positions),
    colours: nodes.map((node) => facts.palette[facts.colourOf[node]!]!),
    edgeColumns: (graph.file?.edgeColumns ?? [])
      .filter((each) => written === null || each !== weights)
      .map((each) => {
        // Weights that were added up or counted are not those of the file.
        const name = weight && each === weights ? 'weight in the file' : each.name;
        return fileColumn(edgeNames.take(name), saidOf(each.values));
      }),
    columns: [
      ...file,
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
        column(unitName(graph, layer, unit), 'double', (node) =>
          float(embedding.values[node * embedding.numCols + unit]!),
        ),
      ),
    ],
  };
}

/** What the writers themselves write beside the columns. */
const RESERVED = ['label', 'x', 'y', 'r', 'g', 'b'];

/** The weights as the file writes them, where its column says them (or nothing): 0.1, which float32 does not hold. */
const asWritten = (said: readonly Cell[], weight: readonly number[]): readonly number[] | null => {
  const written = said.map((cell, e) => (cell === null ? weight[e]! : Number(cell)));
  return written.every((value, e) => float(Math.fround(value)) === weight[e]) ? written : null;
};

/** Of one type: numbers or yes and no where all of it is, else text. */
function fileColumn(name: string, values: readonly Cell[]): OutColumn {
  const known = values.filter((value) => value !== null);
  const all = (type: string) => known.length > 0 && known.every((value) => typeof value === type);
  if (all('boolean')) return { name, type: 'boolean', values };
  if (!all('number')) return { name, type: 'string', values: values.map((value) => value && String(value)) };
  // Integers of GraphML and GEXF have 32 bits.
  const isWhole = known.every((value) => value === (Number(value) | 0));
  return { name, type: isWhole ? 'integer' : 'double', values };
}

/** An added node may be called as one of the file's. */
function distinct(ids: readonly string[]): readonly string[] {
  const names = new DistinctNames();
  return ids.map((id) => names.take(id));
}

/** Entries of the edge index; of an undirected graph one of the two that stand for an edge. */
function edgesOf({ numNodes, edgeIndex }: FileGraph): { edges: readonly number[]; isDirected: boolean } {
  const isDirected = !isSymmetric(numNodes, edgeIndex);
  const { source, target } = edgeIndex;
  const edges = Array.from(source, (_, e) => e).filter((e) => isDirected || source[e]! <= target[e]!);
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
