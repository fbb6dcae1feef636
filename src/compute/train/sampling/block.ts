/** What one layer of a sampled step is computed on, filled up to sizes that come again: see `paddedSize`. */
import type { DenseMatrix, GraphData } from '../../../data/graph/graphData';
import type { MessageGraph } from '../../../data/graph/messageGraph';
import { paddedSize } from '../../../data/graph/paddedSize';
import { transpose } from '../../../data/graph/sparse';
import type { Reach } from './reach';

export interface Block {
  /** The node of each row that enters the layer; -1 in rows that fill up, of which the last is one. */
  readonly nodes: Int32Array;
  /** How many of them, from the first on, the layer's output is wanted of. */
  readonly numWanted: number;
  /** The edges between those rows. Edges that fill up go from the last row to rows that fill up. */
  readonly messages: MessageGraph;
}

/** Whom the wanted rows hear, as found. */
export interface SampledNeighbours {
  /** The wanted ones first. */
  readonly nodes: Int32Array;
  /** Edges of the whole graph, by the row that they reach. */
  readonly edges: Int32Array;
  /** Row of each edge's source. */
  readonly from: Int32Array;
  /** Where the edges of each row end; rows after these have none. */
  readonly ends: Int32Array;
}

/** into[k] = values[places[k]], and 0 where the place is -1. Plain loops: each step of a batch comes through here. */
function taken<T extends Int32Array | Float32Array | Float64Array>(
  into: T,
  values: T,
  places: Int32Array,
): T {
  for (let k = 0; k < places.length; k++) into[k] = places[k] < 0 ? 0 : values[places[k]];
  return into;
}

/** Edges by target, then source: two transpositions sort them in linear time. Edge e was `order[e]`. */
function sorted(numRows: number, numCols: number, ends: Int32Array, from: Int32Array) {
  const rowPtr = new Int32Array(numRows + 1).fill(from.length);
  rowPtr[0] = 0;
  rowPtr.set(ends, 1);
  const once = transpose({ numRows, numCols, rowPtr, colIndex: from, values: new Float32Array(from.length) });
  const twice = transpose(once.matrix);
  return {
    source: twice.matrix.colIndex,
    rowPtr,
    order: taken(new Int32Array(from.length), once.order, twice.order),
  };
}

function rowsOfEdges({ numCols, values }: DenseMatrix, edges: Int32Array): DenseMatrix {
  const rows = new Float32Array(edges.length * numCols);
  edges.forEach((edge, k) => {
    if (edge >= 0) rows.set(values.subarray(edge * numCols, (edge + 1) * numCols), k * numCols);
  });
  return { numRows: edges.length, numCols, values: rows };
}

/** @param whole the graph that is sampled, and D̂^-1/2 of it */
export function blockOf(
  { graph, scale }: { readonly graph: GraphData; readonly scale: Float64Array },
  wanted: Int32Array,
  { nodes, edges, from, ends }: SampledNeighbours,
  { hops, hasHearers }: Reach,
): Block {
  const numSources = hops === 0 ? wanted.length : paddedSize(nodes.length);
  const numNodes = hasHearers ? wanted.length : numSources;
  const all = new Int32Array(numSources).fill(-1);
  all.set(nodes);

  const { source: found, rowPtr, order } = sorted(numNodes, numSources, ends, from);
  const numEdges = hops === 0 ? 0 : paddedSize(edges.length);
  const source = new Int32Array(numEdges).fill(numSources - 1);
  source.set(found);
  const target = new Int32Array(numEdges);
  for (let row = 0; row < numNodes; row++) target.fill(row, rowPtr[row], rowPtr[row + 1]);
  // Spread over the rows that fill up, so that no sum over them grows large.
  const firstFiller = all.subarray(0, numNodes).findLastIndex((node) => node >= 0) + 1;
  const share = (numNodes - firstFiller) / Math.max(1, numEdges - edges.length);
  for (let e = edges.length; e < numEdges; e++)
    target[e] = firstFiller + Math.floor((e - edges.length) * share);

  const edgeOf = new Int32Array(numEdges).fill(-1);
  taken(edgeOf, edges, order);
  const { edgeWeight, edgeFeatures } = graph;
  return {
    nodes: all,
    numWanted: wanted.length,
    messages: {
      numNodes,
      numSources,
      edgeIndex: { source, target },
      edgeWeight: edgeWeight && taken(new Float32Array(numEdges), edgeWeight, edgeOf),
      ...(edgeFeatures ? { edgeFeatures: rowsOfEdges(edgeFeatures, edgeOf) } : {}),
      numFilling: numEdges - edges.length,
      gcnScale: taken(new Float64Array(numSources), scale, all),
    },
  };
}
