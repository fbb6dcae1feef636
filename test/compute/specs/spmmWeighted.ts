import { tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { sddmm } from '../../../src/compute/kernels/sddmm/gradient';
import { spmmWeighted } from '../../../src/compute/kernels/spmmWeighted/gradient';
import { randomKey } from '../../../src/data/base/random';
import {
  BLOCK,
  FOUR_NODES,
  HEADS,
  HUB,
  HUB_EDGES,
  matrix,
  NO_EDGE,
  NUM_SOURCES,
  NUM_TARGETS,
  numericGradients,
  onBlock,
  valueAndGradients,
  withEdges,
} from './edges';
import { dense, expectClose, leakOf, randomSparse, survival, times } from './support';

const DROPOUT = { key: randomKey(3, 2, 8), rate: 0.4 };
const NUM_EDGES = BLOCK.target.length;

const keepAll = () => 1;
const kept = (i: number) => survival(DROPOUT.key, DROPOUT.rate, i);

const weightedSums =
  (heads: number, channels: number, factor: (i: number) => number) =>
  (weights: ArrayLike<number>, x: ArrayLike<number>) => {
    const width = heads * channels;
    const y = new Float64Array(NUM_TARGETS * width);
    BLOCK.target.forEach((target, e) => {
      for (let head = 0; head < heads; head++) {
        const i = e * heads + head;
        const weight = weights[i] * factor(i);
        for (let c = head * channels; c < (head + 1) * channels; c++)
          y[target * width + c] += weight * x[BLOCK.source[e] * width + c];
      }
    });
    return y;
  };

const dotProducts = (heads: number, channels: number) => (a: ArrayLike<number>, b: ArrayLike<number>) => {
  const y = new Float64Array(NUM_EDGES * heads);
  for (let i = 0; i < y.length; i++) {
    const e = Math.floor(i / heads);
    const left = (BLOCK.target[e] * heads + (i % heads)) * channels;
    const right = (BLOCK.source[e] * heads + (i % heads)) * channels;
    for (let c = 0; c < channels; c++) y[i] += a[left + c] * b[right + c];
  }
  return y;
};

export function spmmWeightedSpec(): void {
  describe('spmmWeighted', () => {
    it('sums the neighbours’ rows with a weight for each edge and head', async () => {
      await withEdges(FOUR_NODES, 4, async (edges) => {
        const weights = { values: Float32Array.of(1, 0, 2, 0, 3, 0, 4, 0, 5, 1, 6, 1), numCols: 2 };
        const x = { values: Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40), numCols: 2 };
        const ones = { values: new Float32Array(8).fill(1), numCols: 2 };
        const got = await valueAndGradients((w, t) => spmmWeighted(edges, w, t), [weights, x], ones);
        expectClose(got.value, [8, 0, 15, 0, 17, 30, 0, 0]);
        expectClose(got.gradients[0], [2, 20, 3, 30, 1, 10, 3, 30, 1, 10, 2, 20]);
        expectClose(got.gradients[1], [8, 1, 7, 1, 6, 0, 0, 0]);
      });
    });

    describe.each([
      ['without dropout', null, keepAll],
      ['with dropout', DROPOUT, kept],
    ] as const)('%s', (_, dropout, factor) => {
      it.each(HEADS)('equals its formula and gradients, %i heads of %i', async (heads, channels) => {
        const width = heads * channels;
        const inputs = [matrix(NUM_EDGES, heads, 3), matrix(NUM_SOURCES, width, 4)];
        const dy = matrix(NUM_TARGETS, width, 5);
        const got = await onBlock((edges) =>
          valueAndGradients((w, x) => spmmWeighted(edges, w, x, dropout), inputs, dy),
        );
        const plain = weightedSums(heads, channels, factor);
        expectClose(got.value, plain(inputs[0].values, inputs[1].values));
        const [dw, dx] = numericGradients(plain, inputs, dy);
        expectClose(got.gradients[0], dw);
        expectClose(got.gradients[1], dx);
      });
    });

    it('equals the product with a sparse matrix of the same weights', async () => {
      const block = randomSparse(NUM_TARGETS, NUM_SOURCES, 0.3, 1, [0, 9, 22]);
      const weights = { values: block.values, numCols: 1 };
      const x = matrix(NUM_SOURCES, 6, 4);
      const got = await onBlock((edges) =>
        valueAndGradients((w, t) => spmmWeighted(edges, w, t), [weights, x], matrix(NUM_TARGETS, 6, 5)),
      );
      expectClose(got.value, times(dense(block), x.values, NUM_TARGETS, NUM_SOURCES, 6));
    });

    it('gives zeros for a graph without any edge', async () => {
      await withEdges(NO_EDGE, 3, async (edges) => {
        const inputs = [{ values: new Float32Array(0), numCols: 2 }, matrix(3, 4, 1)];
        const operation = (w: Parameters<typeof spmmWeighted>[1], x: typeof w) =>
          spmmWeighted(edges, w, x, DROPOUT);
        const got = await valueAndGradients(operation, inputs, matrix(3, 4, 2));
        expectClose(got.value, new Float32Array(12));
        expectClose(got.gradients[0], []);
        expectClose(got.gradients[1], new Float32Array(12));
      });
    });

    it('sums 200,000 edges on one hub', async () => {
      const weights = { values: new Float32Array(HUB_EDGES).fill(0.5), numCols: 1 };
      const x = { values: Float32Array.from({ length: HUB_EDGES * 4 }, (_, i) => i % 4), numCols: 4 };
      const dy = { values: new Float32Array(HUB_EDGES * 4).fill(1), numCols: 4 };
      const got = await withEdges(HUB, HUB_EDGES, (edges) =>
        valueAndGradients((w, t) => spmmWeighted(edges, w, t), [weights, x], dy),
      );
      expectClose(got.value.slice(0, 6), [0, HUB_EDGES / 2, HUB_EDGES, (3 * HUB_EDGES) / 2, 0, 0]);
      expect(got.gradients[0].every((value) => value === 6)).toBe(true);
      expect(got.gradients[1].every((value) => value === 0.5)).toBe(true);
    });

    it('says what shapes it expected', async () => {
      await withEdges(FOUR_NODES, 4, async (edges) => {
        const [weights, x, thin] = [
          tensor2d(new Float32Array(12), [6, 2]),
          tensor2d([[1, 2, 3]]),
          tensor2d([[1]]),
        ];
        const rows = tensor2d(new Float32Array(12), [4, 3]);
        expect(() => spmmWeighted(edges, thin, x)).toThrow('expected 6 rows of weights, got 1');
        expect(() => spmmWeighted(edges, weights, x)).toThrow('expected 4 rows of values, got 1');
        expect(() => spmmWeighted(edges, weights, rows)).toThrow(
          'expected columns for each of 2 heads, got 3',
        );
        for (const tensor of [weights, x, thin, rows]) tensor.dispose();
      });
    });

    it('leaves no tensor behind', async () => {
      const run = () =>
        onBlock((edges) =>
          valueAndGradients(
            (w, x) => spmmWeighted(edges, w, x, DROPOUT),
            [matrix(NUM_EDGES, 2, 3), matrix(NUM_SOURCES, 6, 4)],
            matrix(NUM_TARGETS, 6, 5),
          ),
        );
      expect(await leakOf(run)).toBe(0);
    });
  });

  describe('sddmm', () => {
    it('multiplies what stands at both ends of each edge', async () => {
      await withEdges(FOUR_NODES, 4, async (edges) => {
        const a = { values: Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40), numCols: 2 };
        const b = { values: Float32Array.of(1, 1, 1, 2, 1, 3, 1, 4), numCols: 2 };
        const dy = { values: new Float32Array(6).fill(1), numCols: 1 };
        const got = await valueAndGradients((s, t) => sddmm(edges, s, t, 1), [a, b], dy);
        expectClose(got.value, [21, 31, 22, 62, 33, 63]);
        expectClose(got.gradients[0], [2, 5, 2, 4, 2, 3, 0, 0]);
      });
    });

    it.each(HEADS)('equals its formula and gradients, %i heads of %i', async (heads, channels) => {
      const width = heads * channels;
      const inputs = [matrix(NUM_TARGETS, width, 3), matrix(NUM_SOURCES, width, 4)];
      const dy = matrix(NUM_EDGES, heads, 5);
      const got = await onBlock((edges) =>
        valueAndGradients((a, b) => sddmm(edges, a, b, heads), inputs, dy),
      );
      const plain = dotProducts(heads, channels);
      expectClose(got.value, plain(inputs[0].values, inputs[1].values));
      const [da, db] = numericGradients(plain, inputs, dy);
      expectClose(got.gradients[0], da);
      expectClose(got.gradients[1], db);
    });

    it('sums the gradients of 200,000 edges on one hub', async () => {
      const a = { values: new Float32Array(HUB_EDGES).fill(2), numCols: 1 };
      const b = { values: new Float32Array(HUB_EDGES).fill(0.5), numCols: 1 };
      const got = await withEdges(HUB, HUB_EDGES, (edges) =>
        valueAndGradients((s, t) => sddmm(edges, s, t, 1), [a, b], { ...a }),
      );
      expect(got.value.every((value) => value === 1)).toBe(true);
      expectClose(got.gradients[0].slice(0, 2), [HUB_EDGES, 0]);
      expect(got.gradients[1].every((value) => value === 4)).toBe(true);
    });

    it('gives nothing for a graph without any edge', async () => {
      await withEdges(NO_EDGE, 3, async (edges) => {
        const none = { values: new Float32Array(0), numCols: 2 };
        const inputs = [matrix(3, 4, 1), matrix(3, 4, 2)];
        const got = await valueAndGradients((a, b) => sddmm(edges, a, b, 2), inputs, none);
        expect(got.value.length).toBe(0);
        expectClose(got.gradients[0], new Float32Array(12));
      });
    });

    it('says what shapes it expected', async () => {
      await withEdges(FOUR_NODES, 4, async (edges) => {
        const [four, three] = [tensor2d(new Float32Array(8), [4, 2]), tensor2d(new Float32Array(6), [3, 2])];
        expect(() => sddmm(edges, four, three, 1)).toThrow('got 4 and 3');
        expect(() => sddmm(edges, four, four, 3)).toThrow('expected the same columns for each of 3 heads');
        for (const tensor of [four, three]) tensor.dispose();
      });
    });

    it('leaves no tensor behind', async () => {
      const inputs = [matrix(NUM_TARGETS, 6, 3), matrix(NUM_SOURCES, 6, 4)];
      const run = () =>
        onBlock((edges) =>
          valueAndGradients((a, b) => sddmm(edges, a, b, 2), inputs, matrix(NUM_EDGES, 2, 5)),
        );
      expect(await leakOf(run)).toBe(0);
    });
  });
}
