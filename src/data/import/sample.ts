/** A part of a large graph, grown along its edges: only when somebody asked for it, and called a sample in its name. */
import { randomBits, randomKey, STREAM } from '../base/random';
import type { Column, RawGraph } from '../formats/rawGraph';
import type { Features, SparseMatrix } from '../graph/graphData';
import { bothWays } from '../graph/mergeEdges';
import { rowPointers } from '../graph/sparse';

/**
 * Exactly `size` nodes with all edges among them, in the file's order. From a node drawn by the seed, again and again a
 * drawn neighbour of those that are in comes in too; where a component is used up, another node is drawn. The whole
 * graph where it is not larger.
 */
export function sampled(raw: RawGraph, size: number, seed: number): RawGraph {
  const numNodes = raw.nodeIds.length;
  if (size >= numNodes) return raw;
  const nodes = grown(raw, size, seed);
  const place = new Int32Array(numNodes).fill(-1);
  nodes.forEach((node, k) => (place[node] = k));
  const isInside = (_: number, e: number) => place[raw.source[e]] >= 0 && place[raw.target[e]] >= 0;
  const edges = Int32Array.from(raw.source.keys()).filter((e) => isInside(0, e));
  const ofNodes = ({ name, values }: Column): Column => ({
    name,
    values: Array.from(nodes, (node) => values[node] ?? null),
  });
  const ofEdges = ({ name, values }: Column): Column => ({
    name,
    values: Array.from(edges, (e) => values[e] ?? null),
  });
  return {
    ...raw,
    nodeIds: Array.from(nodes, (node) => raw.nodeIds[node] ?? ''),
    source: Int32Array.from(edges, (e) => place[raw.source[e]]),
    target: Int32Array.from(edges, (e) => place[raw.target[e]]),
    nodeColumns: raw.nodeColumns.map(ofNodes),
    edgeColumns: raw.edgeColumns.map(ofEdges),
    edgeLines: raw.edgeLines ? Int32Array.from(edges, (e) => raw.edgeLines?.[e] ?? 0) : null,
    features: raw.features && rowsAt(raw.features, nodes),
    positions:
      raw.positions &&
      Float32Array.from({ length: 2 * size }, (_, k) => raw.positions?.[2 * nodes[k >> 1] + (k % 2)] ?? 0),
  };
}

/** Ascending. */
function grown({ nodeIds, source, target }: RawGraph, size: number, seed: number): Int32Array {
  const numNodes = nodeIds.length;
  const both = bothWays({ source, target, weight: null });
  const rowPtr = rowPointers(numNodes, both.target);
  const next = rowPtr.slice(0, numNodes);
  const neighbours = new Int32Array(both.source.length);
  both.target.forEach((node, e) => (neighbours[next[node]++] = both.source[e]));

  // Each node comes up once: in the frontier when it is first seen, or as a new start.
  const starts = drawnOrder(numNodes, randomKey(seed, STREAM.sample, 0));
  const key = randomKey(seed, STREAM.sample, 1);
  const isSeen = new Uint8Array(numNodes);
  const frontier = new Int32Array(numNodes);
  let [waiting, start] = [0, 0];
  const taken = new Int32Array(size);
  for (let k = 0; k < size; k++) {
    if (waiting === 0) {
      while (isSeen[starts[start]]) start += 1;
      isSeen[starts[start]] = 1;
      frontier[waiting++] = starts[start];
    }
    const at = randomBits(key, k) % waiting;
    const node = frontier[at];
    frontier[at] = frontier[--waiting];
    taken[k] = node;
    for (let e = rowPtr[node]; e < rowPtr[node + 1]; e++) {
      if (isSeen[neighbours[e]]) continue;
      isSeen[neighbours[e]] = 1;
      frontier[waiting++] = neighbours[e];
    }
  }
  return taken.sort();
}

function drawnOrder(numNodes: number, key: number): Int32Array {
  const keys = Float64Array.from({ length: numNodes }, (_, node) => randomBits(key, node) * 2 ** 20 + node);
  return Int32Array.from(keys.sort(), (each) => each % 2 ** 20);
}

function rowsAt(features: Features, nodes: Int32Array): Features {
  if (features.kind === 'identity') return { kind: 'identity', numCols: nodes.length };
  if (features.kind === 'sparse') return { kind: 'sparse', matrix: sparseRows(features.matrix, nodes) };
  const { numCols, values } = features.matrix;
  const taken = new Float32Array(nodes.length * numCols);
  nodes.forEach((node, k) => taken.set(values.subarray(node * numCols, (node + 1) * numCols), k * numCols));
  return { kind: 'dense', matrix: { numRows: nodes.length, numCols, values: taken } };
}

function sparseRows({ numCols, rowPtr, colIndex, values }: SparseMatrix, nodes: Int32Array): SparseMatrix {
  const newPtr = new Int32Array(nodes.length + 1);
  nodes.forEach((node, k) => (newPtr[k + 1] = newPtr[k] + rowPtr[node + 1] - rowPtr[node]));
  const newIndex = new Int32Array(newPtr[nodes.length]);
  const newValues = new Float32Array(newPtr[nodes.length]);
  nodes.forEach((node, k) => {
    newIndex.set(colIndex.subarray(rowPtr[node], rowPtr[node + 1]), newPtr[k]);
    newValues.set(values.subarray(rowPtr[node], rowPtr[node + 1]), newPtr[k]);
  });
  return { numRows: nodes.length, numCols, rowPtr: newPtr, colIndex: newIndex, values: newValues };
}
