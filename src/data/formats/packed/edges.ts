/**
 * The edges of a packed graph: for each target how many sources it hears, then the gaps between them. Where every edge
 * stands both ways with the same numbers, only those from the lower to the higher index are kept, and self-loops.
 */
import type { DenseMatrix, EdgeIndex, GraphData } from '../../graph/graphData';
import { bothWays, mergeEdges } from '../../graph/mergeEdges';
import { rowPointers } from '../../graph/sparse';
import { fail } from '../../base/errors';
import { broken, type ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import { PACKED_LIMITS } from './limits';
import { readMatrix, writeMatrix } from './matrix';
import { readFloats, writeFloats } from './numbers';

export type PackedEdges = Pick<GraphData, 'edgeIndex' | 'edgeWeight' | 'edgeFeatures'>;

const FLAG = { symmetric: 1, weights: 2, features: 4 } as const;

export function writeEdges(out: ByteWriter, graph: GraphData): void {
  const { numNodes, edgeIndex, edgeWeight, edgeFeatures } = graph;
  checkSorted(edgeIndex, numNodes);
  const isSymmetric = standsBothWays(graph);
  const { source, target } = edgeIndex;
  // Edge numbers that are kept, in their order.
  const kept = iota(source.length).filter((e) => !isSymmetric || source[e] <= target[e]);
  out.varint(
    (isSymmetric ? FLAG.symmetric : 0) | (edgeWeight ? FLAG.weights : 0) | (edgeFeatures ? FLAG.features : 0),
  );
  const rowPtr = rowPointers(
    numNodes,
    kept.map((e) => target[e]),
  );
  for (let node = 0; node < numNodes; node++) out.varint(rowPtr[node + 1] - rowPtr[node]);
  for (let node = 0; node < numNodes; node++) {
    let next = 0;
    for (let k = rowPtr[node]; k < rowPtr[node + 1]; k++) {
      out.varint(source[kept[k]] - next);
      next = source[kept[k]] + 1;
    }
  }
  if (edgeWeight)
    writeFloats(
      out,
      Float32Array.from(kept, (e) => edgeWeight[e]),
    );
  if (edgeFeatures) {
    out.varint(edgeFeatures.numCols);
    writeMatrix(out, rowsAt(edgeFeatures, kept));
  }
}

export function readEdges(bytes: ByteReader, numNodes: number): PackedEdges {
  const flags = bytes.varint('the kind of edges', 7);
  const isSymmetric = (flags & FLAG.symmetric) !== 0;
  const most = isSymmetric ? PACKED_LIMITS.directedEdges / 2 : PACKED_LIMITS.directedEdges;
  const counts = new Int32Array(numNodes);
  let numEdges = 0;
  for (let node = 0; node < numNodes; node++) {
    counts[node] = bytes.varint('a number of sources', numNodes);
    numEdges += counts[node];
    if (numEdges > most) throw broken(`expected at most ${most} edges, got more`);
  }
  if (numEdges > bytes.left) throw broken(`expected ${numEdges} edges, got ${bytes.left} bytes for them`);
  const [source, target] = [new Int32Array(numEdges), new Int32Array(numEdges)];
  let at = 0;
  for (let node = 0; node < numNodes; node++) {
    const end = isSymmetric ? node + 1 : numNodes;
    let next = 0;
    for (let k = 0; k < counts[node]; k++, at++) {
      const from = next + bytes.varint('the source of an edge', numNodes);
      if (from >= end) throw broken(`expected a source of node ${node} below ${end}, got ${from}`);
      [source[at], target[at], next] = [from, node, from + 1];
    }
  }
  const weights = flags & FLAG.weights ? readFloats(bytes, numEdges, 'edge weights') : null;
  const numChannels = flags & FLAG.features ? bytes.count('edge features', PACKED_LIMITS.columns) : null;
  const features = numChannels === null ? null : readMatrix(bytes, numEdges, numChannels, 'edge features');
  if (!isSymmetric)
    return {
      edgeIndex: { source, target },
      edgeWeight: weights,
      ...(features ? { edgeFeatures: features } : {}),
    };
  const both = mergeEdges(numNodes, bothWays({ source, target, weight: null }), 'sum');
  const edgeIndex = { source: both.source, target: both.target };
  const original = originals(numNodes, edgeIndex);
  return {
    edgeIndex,
    edgeWeight: weights && valuesAt(weights, original),
    ...(features ? { edgeFeatures: rowsAt(features, original) } : {}),
  };
}

/** For each directed edge the place of its pair among those from lower to higher, in the order they are kept. */
function originals(numNodes: number, { source, target }: EdgeIndex): Int32Array {
  const place = new Int32Array(source.length);
  const mirror = mirrors(numNodes, { source, target });
  let next = 0;
  for (let e = 0; e < source.length; e++) if (source[e] <= target[e]) place[e] = next++;
  for (let e = 0; e < source.length; e++) if (source[e] > target[e]) place[e] = place[mirror[e]];
  return place;
}

/** The edge that goes the other way, -1 where there is none. Linear: the transpose visits both in the same order. */
export function mirrors(numNodes: number, { source, target }: EdgeIndex): Int32Array {
  // Edges by source, then target: the k-th of them, turned round, comes k-th in the order of edgeIndex if all have one.
  const next = rowPointers(numNodes, source).slice(0, numNodes);
  const bySource = new Int32Array(source.length);
  for (let e = 0; e < source.length; e++) bySource[next[source[e]]++] = e;
  const mirror = new Int32Array(source.length).fill(-1);
  for (let e = 0; e < source.length; e++) {
    const other = bySource[e];
    if (source[other] === target[e] && target[other] === source[e]) mirror[e] = other;
  }
  return mirror;
}

function standsBothWays({ numNodes, edgeIndex, edgeWeight, edgeFeatures }: GraphData): boolean {
  const mirror = mirrors(numNodes, edgeIndex);
  const channels = edgeFeatures?.numCols ?? 0;
  return mirror.every((other, e) => {
    if (other < 0) return false;
    if (edgeWeight && !Object.is(edgeWeight[e], edgeWeight[other])) return false;
    for (let c = 0; c < channels; c++)
      if (!Object.is(edgeFeatures?.values[e * channels + c], edgeFeatures?.values[other * channels + c]))
        return false;
    return true;
  });
}

/** 0, 1, 2 and so on. */
const iota = (length: number): Int32Array => new Int32Array(length).map((_, e) => e);

function valuesAt(values: Float32Array, places: Int32Array): Float32Array {
  const taken = new Float32Array(places.length);
  for (let k = 0; k < places.length; k++) taken[k] = values[places[k]];
  return taken;
}

function rowsAt({ numCols, values }: DenseMatrix, rows: Int32Array): DenseMatrix {
  const taken = new Float32Array(rows.length * numCols);
  rows.forEach((row, k) => taken.set(values.subarray(row * numCols, (row + 1) * numCols), k * numCols));
  return { numRows: rows.length, numCols, values: taken };
}

function checkSorted({ source, target }: EdgeIndex, numNodes: number): void {
  for (let e = 0; e < source.length; e++) {
    const isNext =
      e === 0 || target[e] > target[e - 1] || (target[e] === target[e - 1] && source[e] > source[e - 1]);
    const isInside = source[e] >= 0 && source[e] < numNodes && target[e] >= 0 && target[e] < numNodes;
    if (!isNext || !isInside)
      throw fail('packed graph', `expected edges sorted by target, then source, got edge ${e} out of order`);
  }
}
