/** Against numpy: test/golden/laplacian.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { karate } from '../../src/data/generators/karate';
import { buildEdgeIndex } from '../../src/data/graph/edgeIndex';
import { bothWays, mergeEdges } from '../../src/data/graph/mergeEdges';
import { laplacianEigenvectors, positionalFeatures } from '../../src/data/graph/positional';
import { symmetricEigen } from '../../src/data/graph/symmetricEigen';

interface Case {
  readonly numNodes: number;
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly weight: readonly number[];
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}
const golden: { karate: Case; twoParts: Case } = JSON.parse(
  readFileSync('test/golden/laplacian.json', 'utf8'),
);

function found({ numNodes, source, target, weight, values }: Case, seed = 0) {
  const edges = mergeEdges(
    numNodes,
    bothWays({
      source: Int32Array.from(source),
      target: Int32Array.from(target),
      weight: Float64Array.from(weight),
    }),
    'sum',
  );
  return laplacianEigenvectors(
    numNodes,
    edges,
    edges.weight && Float32Array.from(edges.weight),
    values.length,
    seed,
  );
}

const column = (vectors: Float64Array, numNodes: number, size: number, k: number) =>
  Array.from({ length: numNodes }, (_, node) => vectors[node * size + k]);

describe('Laplacian eigenvectors', () => {
  it.each(['karate', 'twoParts'] as const)('are those of numpy on %s, whatever the seed', (name) => {
    const reference = golden[name];
    const size = reference.values.length;
    for (const seed of [0, 1]) {
      const { values, vectors } = found(reference, seed);
      reference.values.forEach((value, k) => expect(values[k]).toBeCloseTo(value, 8));
      reference.vectors.forEach((vector, k) => {
        const mine = column(vectors, reference.numNodes, size, k);
        const error = Math.max(...vector.map((x, node) => Math.abs(x - (mine[node] ?? NaN))));
        expect(error).toBeLessThan(1e-6);
      });
    }
  });

  it('are the same for the same seed, to the bit', () => {
    expect(found(golden.twoParts, 4)).toEqual(found(golden.twoParts, 4));
  });

  it('find equal eigenvalues as often as they are there', () => {
    // A circle of 200: 1 - cos(2 pi k / 200), each twice.
    const from = Int32Array.from({ length: 200 }, (_, k) => k);
    const circle = buildEdgeIndex(
      200,
      from,
      from.map((k) => (k + 1) % 200),
    );
    const { values } = laplacianEigenvectors(200, circle, null, 5, 0);
    const wanted = [1, 1, 2, 2, 3].map((k) => 1 - Math.cos((2 * Math.PI * k) / 200));
    wanted.forEach((value, k) => expect(values[k]).toBeCloseTo(value, 9));
  });

  it('are as many as there are, and zero where a node has no edge', () => {
    const { edgeIndex } = karate(null);
    expect(laplacianEigenvectors(34, edgeIndex, null, 64, 0).values).toHaveLength(33);
    const pair = buildEdgeIndex(4, [0], [1]);
    const { values, vectors } = laplacianEigenvectors(4, pair, null, 3, 0);
    expect([...values]).toEqual([expect.closeTo(2, 12)]);
    expect(Array.from(vectors, (x) => Math.round(Math.abs(x) * 1e6) / 1e6)).toEqual([
      0.707107, 0.707107, 0, 0,
    ]);
    expect(laplacianEigenvectors(4, buildEdgeIndex(4, [], []), null, 3, 0).values).toHaveLength(0);
  });

  it('are features of mean square 1', () => {
    const { values, numCols } = positionalFeatures(34, karate(null).edgeIndex, null, 4, 0);
    expect(numCols).toBe(4);
    for (let c = 0; c < 4; c++) {
      const squares = values.filter((_, k) => k % 4 === c).reduce((sum, x) => sum + x * x, 0);
      expect(squares / 34).toBeCloseTo(1, 5);
    }
  });
});

describe('Jacobi rotations', () => {
  it('take a symmetric matrix apart and put it together again', () => {
    const n = 7;
    const matrix = Float64Array.from({ length: n * n }, (_, k) => {
      const [i, j] = [Math.floor(k / n), k % n];
      return Math.sin((Math.min(i, j) + 1) * 3.7 + Math.max(i, j) * 1.3);
    });
    const { values, vectors } = symmetricEigen(matrix, n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += values[k] * vectors[k * n + i] * vectors[k * n + j];
        expect(sum).toBeCloseTo(matrix[i * n + j], 12);
      }
    expect([...values]).toEqual([...values].sort((a, b) => b - a));
  });
});
