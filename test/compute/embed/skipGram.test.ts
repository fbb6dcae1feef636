import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkSkipGram,
  negativeWalks,
  nodeOrder,
  pairsPerWalk,
  skipGramEpoch,
  stepsPerEpoch,
  type EmbeddingTable,
  type SkipGramSettings,
  type TableShape,
  type TableState,
} from '../../../src/compute/embed/skipGram';
import { plainTable } from '../../../src/compute/embed/tablePlain';
import { wasmTable } from '../../../src/compute/embed/tableWasm';
import { walkGraph } from '../../../src/compute/embed/walkGraph';
import { uniform } from '../../../src/data/base/random';
import { karate } from '../../../src/data/generators/karate';
import golden from '../../golden/embeddings.json';

const kernels = new WebAssembly.Module(readFileSync('src/compute/wasm/build/kernels.wasm'));
const TABLES: readonly [string, (shape: TableShape, start: TableState) => EmbeddingTable][] = [
  ['plain', plainTable],
  ['wasm', (shape, start) => wasmTable(kernels, shape, start)],
];

const startAt = (weights: Float32Array): TableState => ({
  weights,
  firstMoment: new Float32Array(weights.length),
  secondMoment: new Float32Array(weights.length),
});
const randomStart = (size: number) =>
  startAt(Float32Array.from({ length: size }, (_, i) => 2 * uniform(5, i) - 1));

function worst(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
}

function run<T>(generator: Generator<number, T>): { shares: number[]; result: T } {
  const shares: number[] = [];
  for (;;) {
    const next = generator.next();
    if (next.done) return { shares, result: next.value };
    shares.push(next.value);
  }
}

const SETTINGS: SkipGramSettings = {
  walkLength: 8,
  walksPerNode: 3,
  p: 1,
  q: 1,
  context: 4,
  negatives: 2,
  batchSize: 10,
};

for (const [name, table] of TABLES)
  describe(`skip-gram, ${name}`, () => {
    for (const given of golden.skipGram)
      it(`agrees with Node2Vec and SparseAdam of PyTorch, ${given.dimension} wide, context ${given.context}`, () => {
        const shape = given;
        const made = table(shape, startAt(Float32Array.from(given.initial)));
        given.batches.forEach(({ positive, negative }, k) => {
          const positives = (positive.length / given.walkLength) * pairsPerWalk(given);
          const negatives = (negative.length / given.walkLength) * pairsPerWalk(given);
          const loss =
            made.addWalks(Int32Array.from(positive), false, 1 / positives) / positives +
            made.addWalks(Int32Array.from(negative), true, 1 / negatives) / negatives;
          made.step(given.learningRate, k + 1);
          expect(loss).toBeCloseTo(given.losses[k], 5);
        });
        expect(worst(made.read().weights, given.weights)).toBeLessThan(1e-5);
      });

    it('leaves rows and moments of nodes that no walk has met', () => {
      const shape = { numNodes: 4, dimension: 6, walkLength: 3, context: 2 };
      const start = randomStart(24);
      const made = table(shape, start);
      made.addWalks(Int32Array.of(0, 1, 0), false, 1);
      made.step(0.1, 1);
      const first = made.read();
      made.addWalks(Int32Array.of(2, 0, 2), true, 1);
      made.step(0.1, 2);
      const second = made.read();
      expect(second.weights.subarray(18)).toEqual(start.weights.subarray(18));
      expect(second.weights.subarray(6, 12)).toEqual(first.weights.subarray(6, 12));
      expect(second.firstMoment.subarray(6, 12)).toEqual(first.firstMoment.subarray(6, 12));
      expect(worst(second.weights.subarray(12, 18), start.weights.subarray(12, 18))).toBeGreaterThan(0.01);
    });

    it('stays finite, loss and gradient, for pairs that are as wrong as can be', () => {
      const made = table(
        { numNodes: 2, dimension: 4, walkLength: 2, context: 2 },
        startAt(Float32Array.of(30, 30, 30, 30, -30, -30, -30, -30)),
      );
      expect(made.addWalks(Int32Array.of(0, 1), false, 1)).toBeCloseTo(3600, 2);
      expect(made.addWalks(Int32Array.of(0, 1), true, 1)).toBeCloseTo(0, 6);
      made.step(1, 1);
      expect([...made.read().weights].map((value) => Math.round(value))).toEqual([
        29, 29, 29, 29, -29, -29, -29, -29,
      ]);
    });

    it('takes lists of walks of any length', () => {
      const shape = { numNodes: 9, dimension: 4, walkLength: 3, context: 3 };
      const walks = Int32Array.from({ length: 3 * 1300 }, (_, i) => Math.floor(uniform(1, i) * 9));
      const [together, apart] = [table(shape, randomStart(36)), table(shape, randomStart(36))];
      const loss = together.addWalks(walks, false, 1e-3);
      const parts = [walks.subarray(0, 600), walks.subarray(600, 1800), walks.subarray(1800)];
      expect(parts.reduce((sum, part) => sum + apart.addWalks(part, false, 1e-3), 0)).toBeCloseTo(loss, 3);
      together.step(0.1, 1);
      apart.step(0.1, 1);
      expect(worst(together.read().weights, apart.read().weights)).toBeLessThan(1e-4);
    });
  });

describe('an epoch of skip-gram', () => {
  const graph = walkGraph(karate('modularity'));
  const shape = { numNodes: 34, dimension: 16, walkLength: 8, context: 4 };
  const epochOf = (table: EmbeddingTable, epoch: number, seed = 1) =>
    run(skipGramEpoch(graph, SETTINGS, table, { seed, epoch, learningRate: 0.02 }));

  it('is the same in plain arrays and in WASM', () => {
    const [plain, wasm] = TABLES.map(([, table]) => table(shape, randomStart(34 * 16)));
    for (let epoch = 1; epoch <= 3; epoch++) {
      const expected = epochOf(plain, epoch).result;
      expect(Math.abs(epochOf(wasm, epoch).result - expected)).toBeLessThan(1e-4 * expected);
    }
    expect(worst(plain.read().weights, wasm.read().weights)).toBeLessThan(1e-3);
  });

  it('lowers the loss, and repeats exactly for the same seed alone', () => {
    const losses = (seed: number) => {
      const table = wasmTable(kernels, shape, randomStart(34 * 16));
      return Array.from({ length: 12 }, (_, k) => epochOf(table, k + 1, seed).result);
    };
    const first = losses(1);
    expect(first[11]).toBeLessThan(0.8 * first[0]);
    expect(losses(1)).toEqual(first);
    expect(losses(2)[0]).not.toBe(first[0]);
  });

  it('tells how far it is, from slice to slice', () => {
    const { shares } = epochOf(plainTable(shape, randomStart(34 * 16)), 1);
    expect(shares.length).toBe(stepsPerEpoch(34, SETTINGS));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('takes every node once, in another order each time', () => {
    const order = nodeOrder(50, 1, 1);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(nodeOrder(50, 1, 2)).not.toEqual(order);
  });

  it('draws negatives uniformly from all nodes, after a node of the batch', () => {
    const nodes = Int32Array.of(3, 9);
    const walks = negativeWalks(10, { ...SETTINGS, walksPerNode: 1000 }, 99, nodes);
    const counts = Array.from({ length: 10 }, () => 0);
    walks.forEach((node, i) => {
      if (i % 8 === 0) expect(node).toBe(nodes[Math.floor(i / 16_000)]);
      else counts[node] += 1;
    });
    for (const count of counts) expect(Math.abs(count - 2800)).toBeLessThan(200);
  });

  it('refuses a context that no walk holds, and p or q that are not above 0', () => {
    expect(() => checkSkipGram({ ...SETTINGS, context: 9 })).toThrow('expected a context of 2 to 8 nodes');
    expect(() => checkSkipGram({ ...SETTINGS, context: 1 })).toThrow('expected a context of 2 to 8 nodes');
    expect(() => checkSkipGram({ ...SETTINGS, q: 0 })).toThrow('expected p and q above 0, got 1 and 0');
  });
});
