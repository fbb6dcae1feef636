/**
 * A smaller graph of the same shape: neighbours taken together two by two, so that a layout of the small one is a rough
 * layout of the large one.
 *
 * Walshaw, A Multilevel Algorithm for Force-Directed Graph-Drawing, J. Graph Algorithms and Applications 7(3), 2003.
 */
import { randomBits } from '../../base/random';
import type { SparseMatrix } from '../graphData';

export interface WeightedGraph {
  /** Symmetric, without self-loops; values: how many edges of the original graph an edge stands for. */
  readonly adjacency: SparseMatrix;
  /** Sum over the original nodes that a node stands for. */
  readonly mass: Float32Array;
}

export interface Coarser {
  readonly graph: WeightedGraph;
  /** The node of the coarser graph that each node went into. */
  readonly groupOf: Int32Array;
}

/**
 * Every node pairs with the free neighbour that most edges lead to (the lightest among equals); one without a free
 * neighbour joins the group of a taken one. No group of a connected graph has one node, so at most half of them are left.
 *
 * @param key of the order in which nodes choose
 */
export function coarsen(graph: WeightedGraph, key: number): Coarser {
  const groupOf = groups(graph, key);
  const numGroups = groupOf.reduce((most, group) => Math.max(most, group), -1) + 1;
  const mass = new Float32Array(numGroups);
  groupOf.forEach((group, node) => (mass[group] += graph.mass[node]));
  return { graph: { adjacency: merged(graph.adjacency, groupOf, numGroups), mass }, groupOf };
}

function groups({ adjacency: { numRows, rowPtr, colIndex, values }, mass }: WeightedGraph, key: number) {
  const groupOf = new Int32Array(numRows).fill(-1);
  let count = 0;
  for (const node of shuffled(numRows, key)) {
    if (groupOf[node] >= 0) continue;
    let [free, taken] = [-1, -1];
    let [freeWeight, takenWeight] = [0, 0];
    for (let e = rowPtr[node]; e < rowPtr[node + 1]; e++) {
      const other = colIndex[e];
      if (groupOf[other] >= 0) {
        if (values[e] > takenWeight) [taken, takenWeight] = [other, values[e]];
      } else if (values[e] > freeWeight || (values[e] === freeWeight && mass[other] < mass[free]))
        [free, freeWeight] = [other, values[e]];
    }
    if (free >= 0) groupOf[node] = groupOf[free] = count++;
    else groupOf[node] = taken >= 0 ? groupOf[taken] : count++;
  }
  return groupOf;
}

function shuffled(count: number, key: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, node) => node);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(randomBits(key, i) * 2 ** -32 * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Edges between groups, with the weights of those they stand for added up; edges within a group are gone. */
function merged({ rowPtr, colIndex, values }: SparseMatrix, groupOf: Int32Array, numGroups: number) {
  const members = membersOf(groupOf, numGroups);
  const newRowPtr = new Int32Array(numGroups + 1);
  const newColIndex = new Int32Array(colIndex.length);
  const newValues = new Float32Array(colIndex.length);
  /** Where the edge from the present group to each other one stands; what lies before its first edge is of another. */
  const placeOf = new Int32Array(numGroups).fill(-1);
  let count = 0;
  for (let group = 0; group < numGroups; group++) {
    const first = count;
    for (let m = members.rowPtr[group]; m < members.rowPtr[group + 1]; m++) {
      const node = members.nodes[m];
      for (let e = rowPtr[node]; e < rowPtr[node + 1]; e++) {
        const other = groupOf[colIndex[e]];
        if (other === group) continue;
        if (placeOf[other] < first) {
          placeOf[other] = count;
          newColIndex[count++] = other;
        }
        newValues[placeOf[other]] += values[e];
      }
    }
    newRowPtr[group + 1] = count;
  }
  return {
    numRows: numGroups,
    numCols: numGroups,
    rowPtr: newRowPtr,
    colIndex: newColIndex.slice(0, count),
    values: newValues.slice(0, count),
  };
}

/** The nodes of each group, ascending. */
export function membersOf(groupOf: Int32Array, numGroups: number) {
  const rowPtr = new Int32Array(numGroups + 1);
  for (const group of groupOf) rowPtr[group + 1] += 1;
  for (let group = 0; group < numGroups; group++) rowPtr[group + 1] += rowPtr[group];
  const next = rowPtr.slice(0, numGroups);
  const nodes = new Int32Array(groupOf.length);
  groupOf.forEach((group, node) => (nodes[next[group]++] = node));
  return { rowPtr, nodes };
}
