import { describe, expect, it } from 'vitest';
import { createFactorisation } from '../../../src/compute/embed/factorisation';
import { estimatedNorm, twoStep } from '../../../src/compute/embed/twoStep';
import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';
import type { GraphData } from '../../../src/data/graph/graphData';
import golden from '../../golden/embeddings.json';
import { club, runOf, train, valuesOf } from './shallowRuns';

type Case = (typeof golden.factorisation)[number];

/** The case's edges, with its weights, under Karate Club's labels. */
function graphOf({ numNodes, edges }: Case): GraphData {
  const from = edges.map(([source]) => source);
  const to = edges.map(([, target]) => target);
  const edgeIndex = buildEdgeIndex(numNodes, from, to, { undirected: false });
  const weight = new Map(edges.map(([source, target, value]) => [target * numNodes + source, value]));
  const { labelling } = club;
  return {
    ...club,
    numNodes,
    edgeIndex,
    edgeWeight: Float32Array.from(
      edgeIndex.target,
      (target, e) => weight.get(target * numNodes + edgeIndex.source[e]) ?? 0,
    ),
    features: { kind: 'identity', numCols: numNodes },
    labelling: {
      ...labelling,
      y: labelling.y.slice(0, numNodes),
      split: { train: Int32Array.of(0, 4, 8), val: null, test: null },
    },
  };
}

describe('the factorisation of A + A^2', () => {
  for (const given of golden.factorisation)
    it(`has the singular values and vectors of numpy: ${given.name}`, async () => {
      const { numNodes, rank } = given;
      const trainer = createFactorisation(
        runOf(),
        { kind: 'factorisation', dimension: rank },
        graphOf(given),
      );
      await train(trainer, 40);
      const h = await valuesOf(trainer, 'h1');
      const column = (c: number) => Array.from({ length: numNodes }, (_, i) => h[i * rank + c]);
      given.values.forEach((value, c) => {
        const norm = column(c).reduce((sum, each) => sum + each * each, 0);
        expect(Math.abs(norm - value)).toBeLessThan(1e-4 * given.values[0]);
      });
      given.similarity.forEach((value, at) => {
        const [i, j] = [Math.floor(at / numNodes), at % numNodes];
        let sum = 0;
        for (let c = 0; c < rank; c++) sum += h[i * rank + c] * h[j * rank + c];
        expect(Math.abs(sum - value)).toBeLessThan(1e-3);
      });
    });

  it('explains more of the matrix with every power iteration, and then no more', async () => {
    const trainer = createFactorisation(runOf(), { kind: 'factorisation', dimension: 4 }, club);
    const losses = [(await train(trainer, 0)).record.loss];
    for (let epoch = 0; epoch < 12; epoch++) losses.push((await train(trainer, 1)).record.loss);
    expect(losses[0]).toBeGreaterThan(0.5);
    expect(losses[12]).toBeLessThan(0.3);
    losses.slice(1).forEach((loss, k) => expect(loss).toBeLessThan(losses[k] + 1e-6));
    expect(losses[11] - losses[12]).toBeLessThan(1e-3);
  });

  it('leaves out nothing when it is as wide as the graph, and columns beyond that are zero', async () => {
    const trainer = createFactorisation(runOf(), { kind: 'factorisation', dimension: 40 }, club);
    expect((await train(trainer, 2)).record.loss).toBeLessThan(1e-6);
    const h = await valuesOf(trainer, 'h1');
    for (let i = 0; i < 34; i++)
      expect([...h.subarray(i * 40 + 34, (i + 1) * 40)]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is zero for a graph without edges', async () => {
    const none = { ...club, edgeIndex: { source: new Int32Array(0), target: new Int32Array(0) } };
    const trainer = createFactorisation(runOf(), { kind: 'factorisation', dimension: 3 }, none);
    expect((await train(trainer, 2)).record.loss).toBe(0);
    expect((await valuesOf(trainer, 'h1')).every((value) => value === 0)).toBe(true);
  });

  it('refuses a dimension below 1', () => {
    expect(() => createFactorisation(runOf(), { kind: 'factorisation', dimension: 0 }, club)).toThrow(
      'expected a dimension of 1 or more',
    );
  });
});

it('has a self-loop once on the diagonal of A', () => {
  // 0 -> 1 -> 2 with a self-loop of weight 3 at 1; row = target.
  const edgeIndex = { source: Int32Array.of(0, 1, 1), target: Int32Array.of(1, 1, 2) };
  const { apply, squaredNorm } = twoStep({ numNodes: 3, edgeIndex, edgeWeight: Float32Array.of(2, 3, 5) });
  const columns = [0, 1, 2].map((k) => [...apply(Float64Array.from([0, 1, 2], (i) => Number(i === k)))]);
  expect(columns).toEqual([
    [0, 2 + 3 * 2, 5 * 2],
    [0, 3 + 9, 5 + 5 * 3],
    [0, 0, 0],
  ]);
  expect(squaredNorm).toBe(64 + 100 + 144 + 400);
});

describe('the sum of squares of A + A^2', () => {
  it('is counted exactly, and estimated well where counting would take too long', () => {
    const given = golden.factorisation[1];
    const operator = twoStep(graphOf(given));
    let exact = 0;
    for (let i = 0; i < operator.size; i++)
      for (const value of operator.apply(
        Float64Array.from({ length: operator.size }, (_, k) => Number(k === i)),
      ))
        exact += value * value;
    expect(operator.squaredNorm).toBeCloseTo(exact, 5);
    const { apply, size, squaredNorm } = twoStep(club);
    expect(Math.abs(estimatedNorm(size, apply) / squaredNorm - 1)).toBeLessThan(0.3);
  });
});
