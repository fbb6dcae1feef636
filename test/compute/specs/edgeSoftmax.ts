import { tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { edgeSoftmax } from '../../../src/compute/kernels/edgeSoftmax/gradient';
import {
  BLOCK,
  BLOCK_ROWS,
  FOUR_NODES,
  HUB,
  HUB_EDGES,
  matrix,
  type Matrix,
  NO_EDGE,
  numericGradients,
  onBlock,
  valueAndGradients,
  withEdges,
} from './edges';
import { expectClose, leakOf } from './support';

const NUM_EDGES = BLOCK.target.length;

/** Without any care for large scores. */
const plain = (heads: number) => (scores: ArrayLike<number>) => {
  const y = new Float64Array(NUM_EDGES * heads);
  for (const edges of BLOCK_ROWS)
    for (let head = 0; head < heads; head++) {
      let sum = 0;
      for (const e of edges) sum += Math.exp(scores[e * heads + head]);
      for (const e of edges) y[e * heads + head] = Math.exp(scores[e * heads + head]) / sum;
    }
  return y;
};

export function edgeSoftmaxSpec(): void {
  describe('edgeSoftmax', () => {
    it('shares 1 among the edges of each target, for every head', async () => {
      const values = Float32Array.of(0, 1, Math.log(3), 1, 7, 2, 7, 2, -1, 0, -1 + Math.LN2, Math.log(4));
      const scores = { values, numCols: 2 };
      const got = await withEdges(FOUR_NODES, 4, (edges) =>
        valueAndGradients((s) => edgeSoftmax(s, edges), [scores], matrix(6, 2, 1)),
      );
      expectClose(got.value, [
        1 / 4,
        1 / 2,
        3 / 4,
        1 / 2,
        1 / 2,
        1 / 2,
        1 / 2,
        1 / 2,
        1 / 3,
        1 / 5,
        2 / 3,
        4 / 5,
      ]);
    });

    it.each([1, 2, 3, 4, 5, 8, 11])('equals its formula and gradient with %i heads', async (heads) => {
      const scores = matrix(NUM_EDGES, heads, 3);
      const wide = { ...scores, values: scores.values.map((value) => 4 * value) };
      const dy = matrix(NUM_EDGES, heads, 4);
      const got = await onBlock((edges) => valueAndGradients((s) => edgeSoftmax(s, edges), [wide], dy));
      expectClose(got.value, plain(heads)(wide.values));
      expectClose(got.gradients[0], numericGradients(plain(heads), [wide], dy)[0]);
    });

    it.each([1, 4])(
      'stays finite for scores that would overflow, or vanish, with %i heads',
      async (heads) => {
        const each = (values: readonly number[]): Matrix => ({
          values: Float32Array.from(values.flatMap((value) => Array<number>(heads).fill(value))),
          numCols: heads,
        });
        const scores = each([500, 450, -900, -900, 0, -1e9]);
        const got = await withEdges(FOUR_NODES, 4, (edges) =>
          valueAndGradients((s) => edgeSoftmax(s, edges), [scores], each([1, 2, 3, 4, 5, 6])),
        );
        expectClose(got.value, each([1, 0, 1 / 2, 1 / 2, 1, 0]).values);
        expectClose(got.gradients[0], each([0, 0, -1 / 4, 1 / 4, 0, 0]).values);
      },
    );

    it('shares 1 among 200,000 edges on one hub', async () => {
      const scores = { values: new Float32Array(HUB_EDGES).fill(3), numCols: 1 };
      const dy = {
        values: Float32Array.from({ length: HUB_EDGES }, (_, i) => (i % 2) * HUB_EDGES),
        numCols: 1,
      };
      const got = await withEdges(HUB, HUB_EDGES, (edges) =>
        valueAndGradients((s) => edgeSoftmax(s, edges), [scores], dy),
      );
      expectClose(
        got.value.map((share) => share * HUB_EDGES),
        new Float32Array(HUB_EDGES).fill(1),
        1e-4,
      );
      expectClose(
        got.gradients[0],
        dy.values.map((value) => (value ? 0.5 : -0.5)),
        1e-3,
      );
    });

    it('gives nothing for a graph without any edge', async () => {
      const none = { values: new Float32Array(0), numCols: 2 };
      const got = await withEdges(NO_EDGE, 3, (edges) =>
        valueAndGradients((s) => edgeSoftmax(s, edges), [none], none),
      );
      expect([got.value.length, got.gradients[0].length]).toEqual([0, 0]);
    });

    it('says what shape it expected', async () => {
      await withEdges(FOUR_NODES, 4, async (edges) => {
        const scores = tensor2d([1, 2, 3], [3, 1]);
        expect(() => edgeSoftmax(scores, edges)).toThrow('expected 6 rows, one per edge, got 3');
        scores.dispose();
      });
    });

    it('leaves no tensor behind', async () => {
      const run = () =>
        onBlock((edges) =>
          valueAndGradients((s) => edgeSoftmax(s, edges), [matrix(NUM_EDGES, 2, 3)], matrix(NUM_EDGES, 2, 4)),
        );
      expect(await leakOf(run)).toBe(0);
    });
  });
}
