import { describe, expect, it } from 'vitest';
import { smoothingOf } from '../../../src/compute/depth/smoothing';
import { karate } from '../../../src/data/generators/karate';
import type { DenseMatrix } from '../../../src/data/graph/graphData';
import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';

const { edgeIndex, numNodes } = karate(null);
const matrix = (numCols: number, at: (row: number, col: number) => number): DenseMatrix => ({
  numRows: numNodes,
  numCols,
  values: Float32Array.from({ length: numNodes * numCols }, (_, i) =>
    at(Math.floor(i / numCols), i % numCols),
  ),
});
const noise = matrix(5, (row, col) => Math.sin(12.9 * row + 78.2 * col));

describe('smoothing', () => {
  it('has the cosine of all pairs, one by one', () => {
    let [sum, pairs] = [0, 0];
    const row = (i: number) => noise.values.subarray(5 * i, 5 * i + 5);
    const dot = (a: Float32Array, b: Float32Array) => a.reduce((s, v, c) => s + v * b[c]!, 0);
    for (let i = 0; i < numNodes; i++)
      for (let j = 0; j < i; j++) {
        sum += dot(row(i), row(j)) / Math.sqrt(dot(row(i), row(i)) * dot(row(j), row(j)));
        pairs += 1;
      }
    expect(smoothingOf(noise, edgeIndex).cosine).toBeCloseTo(sum / pairs, 6);
  });

  it('is the Rayleigh quotient of the normalised Laplacian with self-loops', () => {
    // x^T (I - D^-1/2 (A + I) D^-1/2) x / x^T x on a path of three nodes, degrees 2 3 2 with loops.
    const path = buildEdgeIndex(3, [0, 1], [1, 2]);
    const x = { numRows: 3, numCols: 1, values: Float32Array.of(1, -2, 0.5) };
    const product = [1 / 2 + 2 / Math.sqrt(6), -2 / 3, 0];
    product[1] = -2 - (1 / Math.sqrt(6) - 2 / 3 + 0.5 / Math.sqrt(6));
    product[0] = 1 - (1 / 2 - 2 / Math.sqrt(6));
    product[2] = 0.5 - (0.25 - 2 / Math.sqrt(6));
    const expected = (product[0] * 1 + product[1] * -2 + product[2] * 0.5) / 5.25;
    expect(smoothingOf(x, path).energy).toBeCloseTo(expected, 6);
  });

  it('is no other with self-loops: those of the graph are the ones that are counted anyway', () => {
    const both = [
      [0, 1],
      [1, 2],
    ] as const;
    const [from, to] = [both.map(([a]) => a), both.map(([, b]) => b)];
    const sources = [...from, ...to, 0, 2];
    const looped = buildEdgeIndex(3, sources, [...to, ...from, 0, 2], {
      undirected: false,
      keepsLoops: true,
    });
    const x = { numRows: 3, numCols: 1, values: Float32Array.of(1, -2, 0.5) };
    expect(smoothingOf(x, looped).energy).toBe(smoothingOf(x, buildEdgeIndex(3, from, to)).energy);
  });

  it('is zero, and one, where all nodes are alike but for their degree', () => {
    const degree = new Float32Array(numNodes).fill(1);
    for (const node of edgeIndex.target) degree[node]! += 1;
    const flat = smoothingOf(
      matrix(3, (row, col) => (col + 1) * Math.sqrt(degree[row]!)),
      edgeIndex,
    );
    expect(flat.energy).toBeCloseTo(0, 6);
    expect(flat.cosine).toBeCloseTo(1, 6);
  });

  it('does not hang on the scale of the embedding', () => {
    const twice = { ...noise, values: noise.values.map((value) => 7 * value) };
    const [a, b] = [smoothingOf(noise, edgeIndex), smoothingOf(twice, edgeIndex)];
    expect(b.energy).toBeCloseTo(a.energy, 6);
    expect(b.cosine).toBeCloseTo(a.cosine, 6);
  });

  it('leaves rows of zeros out, and says nothing of zeros alone', () => {
    const some = matrix(2, (row) => (row < 2 ? row + 1 : 0));
    expect(smoothingOf(some, edgeIndex).cosine).toBeCloseTo(1, 6);
    const none = smoothingOf(
      matrix(2, () => 0),
      edgeIndex,
    );
    expect(none.energy).toBeNaN();
    expect(none.cosine).toBeNaN();
  });
});
