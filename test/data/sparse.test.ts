import { describe, expect, it } from 'vitest';
import { rowNormaliseDense } from '../../src/data/graph/dense';
import { connectedComponents } from '../../src/data/graph/components';
import { degrees } from '../../src/data/graph/degrees';
import { buildEdgeIndex } from '../../src/data/graph/edgeIndex';
import type { SparseMatrix } from '../../src/data/graph/graphData';
import { gcnNormalise } from '../../src/data/graph/normalise';
import { adjacency, rowNormalise, transpose } from '../../src/data/graph/sparse';
import { karate } from '../../src/data/generators/karate';

function dense({ numRows, numCols, rowPtr, colIndex, values }: SparseMatrix): number[][] {
  const rows = Array.from({ length: numRows }, () => Array.from({ length: numCols }, () => 0));
  for (let row = 0; row < numRows; row++)
    for (let k = rowPtr[row]; k < rowPtr[row + 1]; k++) rows[row][colIndex[k]] += values[k];
  return rows;
}

/** A path 0 - 1 - 2 and node 3 by itself. */
const path = buildEdgeIndex(4, [0, 1], [1, 2]);
const pathGraph = { numNodes: 4, edgeIndex: path, edgeWeight: null };

const wide: SparseMatrix = {
  numRows: 3,
  numCols: 4,
  rowPtr: Int32Array.of(0, 2, 2, 5),
  colIndex: Int32Array.of(1, 3, 0, 1, 2),
  values: Float32Array.of(1, 3, 2, 4, 2),
};

describe('adjacency', () => {
  it('gathers at the target what the source holds', () => {
    const directed = buildEdgeIndex(3, [0, 2], [1, 1], { undirected: false });
    expect(dense(adjacency(3, directed))).toEqual([
      [0, 0, 0],
      [1, 0, 1],
      [0, 0, 0],
    ]);
  });

  it('takes weights in edge order', () => {
    const matrix = adjacency(4, path, Float32Array.of(5, 5, 7, 7));
    expect(dense(matrix)).toEqual([
      [0, 5, 0, 0],
      [5, 0, 7, 0],
      [0, 7, 0, 0],
      [0, 0, 0, 0],
    ]);
  });
});

describe('transpose', () => {
  it('equals the dense transpose and keeps columns ascending', () => {
    const { matrix, order } = transpose(wide);
    const rows = dense(wide);
    expect(dense(matrix)).toEqual([0, 1, 2, 3].map((column) => rows.map((row) => row[column])));
    expect([...matrix.colIndex]).toEqual([2, 0, 2, 2, 0]);
    expect([...matrix.values]).toEqual(Array.from(order, (k) => wide.values[k]));
  });

  it('comes back when done twice', () => {
    expect(transpose(transpose(wide).matrix).matrix).toEqual(wide);
  });
});

describe('row normalisation', () => {
  it('makes rows sum to 1 and keeps empty rows at zero', () => {
    expect(dense(rowNormalise(wide))).toEqual([
      [0, 0.25, 0, 0.75],
      [0, 0, 0, 0],
      [0.25, 0.5, 0.25, 0],
    ]);
  });

  it('of dense rows counts sizes, whatever their signs', () => {
    const values = Float32Array.of(1, -3, 0, 0, -2, 2);
    const { values: scaled } = rowNormaliseDense({ numRows: 3, numCols: 2, values });
    expect([...scaled]).toEqual([0.25, -0.75, 0, 0, -0.5, 0.5]);
  });

  it('leaves the matrix it was given alone', () => {
    rowNormalise(wide);
    expect([...wide.values]).toEqual([1, 3, 2, 4, 2]);
  });
});

describe('symmetric normalisation', () => {
  it('is 1 / sqrt(d_i d_j) with self-loops counted, and 1 for an isolated node', () => {
    const [d0, d1, d2] = [2, 3, 2];
    const expected = [
      [1 / d0, 1 / Math.sqrt(d0 * d1), 0, 0],
      [1 / Math.sqrt(d0 * d1), 1 / d1, 1 / Math.sqrt(d1 * d2), 0],
      [0, 1 / Math.sqrt(d1 * d2), 1 / d2, 0],
      [0, 0, 0, 1],
    ];
    const found = dense(gcnNormalise(pathGraph));
    for (const [i, row] of expected.entries())
      for (const [j, value] of row.entries()) expect(found[i]?.[j]).toBeCloseTo(value, 6);
  });

  it('is symmetric on Karate, with ascending columns and largest eigenvalue 1', () => {
    const graph = karate(null);
    const matrix = gcnNormalise(graph);
    expect(matrix.values).toHaveLength(156 + 34);
    expect(transpose(matrix).matrix).toEqual(matrix);
    // D̂^1/2 · 1 is its eigenvector of eigenvalue 1.
    const root = Float64Array.from(degrees(34, graph.edgeIndex), (d) => Math.sqrt(d + 1));
    for (const [i, row] of dense(matrix).entries())
      expect(row.reduce((sum, value, j) => sum + value * root[j], 0)).toBeCloseTo(root[i], 5);
  });

  it('takes edge weights into the degrees', () => {
    const matrix = gcnNormalise({ ...pathGraph, edgeWeight: Float32Array.of(3, 3, 1, 1) });
    const rows = dense(matrix);
    expect(rows[0]?.[0]).toBeCloseTo(1 / 4, 6);
    expect(rows[0]?.[1]).toBeCloseTo(3 / Math.sqrt(4 * 5), 6);
    expect(rows[2]?.[1]).toBeCloseTo(1 / Math.sqrt(2 * 5), 6);
  });

  it('gives zeros, not NaN, where negative weights leave no degree', () => {
    const matrix = gcnNormalise({ ...pathGraph, edgeWeight: Float32Array.of(-1, -1, 1, 1) });
    expect([...matrix.values].every(Number.isFinite)).toBe(true);
    expect(dense(matrix)[0]).toEqual([0, 0, 0, 0]);
  });
});

describe('degrees and components', () => {
  it('counts neighbours', () => {
    expect([...degrees(4, path)]).toEqual([1, 2, 1, 0]);
  });

  it('puts the largest component first and finds isolated nodes', () => {
    const edges = buildEdgeIndex(7, [5, 6, 1], [6, 4, 0]);
    expect(connectedComponents(7, edges).map((nodes) => [...nodes])).toEqual([[4, 5, 6], [0, 1], [2], [3]]);
  });

  it('finds a long chain whatever the order of its edges', () => {
    const from = Array.from({ length: 999 }, (_, i) => (i * 7) % 999);
    const chain = buildEdgeIndex(
      1000,
      from,
      from.map((node) => node + 1),
    );
    expect(connectedComponents(1000, chain)).toHaveLength(1);
  });
});
