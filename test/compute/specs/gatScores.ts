import { tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { gatScores } from '../../../src/compute/kernels/gatScores/gradient';
import {
  BLOCK,
  FOUR_NODES,
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
import { expectClose, leakOf } from './support';

const NUM_EDGES = BLOCK.target.length;

const plain = (heads: number, slope: number) => (ofTarget: ArrayLike<number>, ofSource: ArrayLike<number>) =>
  Float64Array.from({ length: NUM_EDGES * heads }, (_, i) => {
    const e = Math.floor(i / heads);
    const z =
      ofTarget[BLOCK.target[e] * heads + (i % heads)] + ofSource[BLOCK.source[e] * heads + (i % heads)];
    return Math.max(z, 0) + slope * Math.min(z, 0);
  });

export function gatScoresSpec(): void {
  describe('gatScores', () => {
    it('adds a term for each end, and flattens what is below zero', async () => {
      const ofTarget = { values: Float32Array.of(1, 2, -3, 0), numCols: 1 };
      const ofSource = { values: Float32Array.of(0, -6, 1, 0), numCols: 1 };
      const dy = { values: new Float32Array(6).fill(1), numCols: 1 };
      const got = await withEdges(FOUR_NODES, 4, (edges) =>
        valueAndGradients((t, s) => gatScores(t, s, edges), [ofTarget, ofSource], dy),
      );
      expectClose(got.value, [-1, 2, 2, 3, -0.6, -1.8]);
      expectClose(got.gradients[0], [1.2, 2, 0.4, 0]);
      expectClose(got.gradients[1], [1.2, 0.4, 2, 0]);
    });

    it.each([1, 2, 3, 4, 5, 8, 11])('equals its formula and gradients with %i heads', async (heads) => {
      const inputs = [matrix(NUM_TARGETS, heads, 3), matrix(NUM_SOURCES, heads, 4)];
      const dy = matrix(NUM_EDGES, heads, 5);
      for (const slope of [0.2, 0]) {
        const got = await onBlock((edges) =>
          valueAndGradients((t, s) => gatScores(t, s, edges, slope), inputs, dy),
        );
        expectClose(got.value, plain(heads, slope)(inputs[0].values, inputs[1].values));
        const [dt, ds] = numericGradients(plain(heads, slope), inputs, dy);
        expectClose(got.gradients[0], dt);
        expectClose(got.gradients[1], ds);
      }
    });

    it('sums the gradients of 200,000 edges on one hub', async () => {
      const ones = { values: new Float32Array(HUB_EDGES).fill(1), numCols: 1 };
      const got = await withEdges(HUB, HUB_EDGES, (edges) =>
        valueAndGradients((t, s) => gatScores(t, s, edges), [ones, ones], ones),
      );
      expect(got.value.every((value) => value === 2)).toBe(true);
      expectClose(got.gradients[0].slice(0, 2), [HUB_EDGES, 0]);
      expect(got.gradients[1].every((value) => value === 1)).toBe(true);
    });

    it('gives nothing for a graph without any edge', async () => {
      const none = { values: new Float32Array(0), numCols: 2 };
      const got = await withEdges(NO_EDGE, 3, (edges) =>
        valueAndGradients((t, s) => gatScores(t, s, edges), [matrix(3, 2, 1), matrix(3, 2, 2)], none),
      );
      expect(got.value.length).toBe(0);
      expectClose(got.gradients[1], new Float32Array(6));
    });

    it('says what shapes it expected', async () => {
      await withEdges(FOUR_NODES, 4, async (edges) => {
        const [four, three] = [tensor2d([1, 2, 3, 4], [4, 1]), tensor2d([1, 2, 3], [3, 1])];
        const wide = tensor2d(new Float32Array(8), [4, 2]);
        expect(() => gatScores(three, four, edges)).toThrow('got 3 and 4');
        expect(() => gatScores(four, wide, edges)).toThrow(
          'expected as many heads at both ends, got 1 and 2',
        );
        for (const tensor of [four, three, wide]) tensor.dispose();
      });
    });

    it('leaves no tensor behind', async () => {
      const inputs = [matrix(NUM_TARGETS, 2, 3), matrix(NUM_SOURCES, 2, 4)];
      const run = () =>
        onBlock((edges) =>
          valueAndGradients((t, s) => gatScores(t, s, edges), inputs, matrix(NUM_EDGES, 2, 5)),
        );
      expect(await leakOf(run)).toBe(0);
    });
  });
}
