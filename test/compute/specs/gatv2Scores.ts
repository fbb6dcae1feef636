import { tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { gatv2Scores } from '../../../src/compute/kernels/gatv2Scores/gradient';
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
import { expectClose, leakOf } from './support';

const NUM_EDGES = BLOCK.target.length;

const plain =
  (heads: number, channels: number, slope: number) =>
  (ofTarget: ArrayLike<number>, ofSource: ArrayLike<number>, attention: ArrayLike<number>) => {
    const width = heads * channels;
    const y = new Float64Array(NUM_EDGES * heads);
    BLOCK.target.forEach((target, e) => {
      for (let column = 0; column < width; column++) {
        const z = ofTarget[target * width + column] + ofSource[BLOCK.source[e] * width + column];
        y[e * heads + Math.floor(column / channels)] +=
          attention[column] * (Math.max(z, 0) + slope * Math.min(z, 0));
      }
    });
    return y;
  };

export function gatv2ScoresSpec(): void {
  describe('gatv2Scores', () => {
    it('flattens below zero before the attention vector looks', async () => {
      const ofTarget = { values: Float32Array.of(1, 0, 2, 0, -3, 0, 0, 0), numCols: 2 };
      const ofSource = { values: Float32Array.of(0, 1, -6, 1, 1, 1, 0, 1), numCols: 2 };
      const attention = { values: Float32Array.of(10, 1), numCols: 2 };
      const dy = { values: new Float32Array(6).fill(1), numCols: 1 };
      const got = await withEdges(FOUR_NODES, 4, (edges) =>
        valueAndGradients((t, s, a) => gatv2Scores(t, s, a, edges), [ofTarget, ofSource, attention], dy),
      );
      expectClose(got.value, [-9, 21, 21, 31, -5, -17]);
      expectClose(got.gradients[0], [12, 2, 20, 2, 4, 2, 0, 0]);
      expectClose(got.gradients[1], [12, 2, 4, 2, 20, 2, 0, 0]);
      expectClose(got.gradients[2], [3.6, 6]);
    });

    it.each(HEADS)('equals its formula and gradients, %i heads of %i', async (heads, channels) => {
      const width = heads * channels;
      const inputs = [
        matrix(NUM_TARGETS, width, 3),
        matrix(NUM_SOURCES, width, 4),
        matrix(heads, channels, 5),
      ];
      const dy = matrix(NUM_EDGES, heads, 6);
      // Another slope than the paper's, which the case above has.
      const slope = heads === 1 ? 0 : 0.7;
      const got = await onBlock((edges) =>
        valueAndGradients((t, s, a) => gatv2Scores(t, s, a, edges, slope), inputs, dy),
      );
      const formula = plain(heads, channels, slope);
      expectClose(got.value, formula(inputs[0].values, inputs[1].values, inputs[2].values));
      numericGradients(formula, inputs, dy).forEach((expected, i) => expectClose(got.gradients[i], expected));
    });

    it('adds both gradients where one matrix stands at both ends', async () => {
      const [x, attention] = [matrix(4, 6, 1), matrix(2, 3, 2)];
      const dy = matrix(6, 2, 3);
      await withEdges(FOUR_NODES, 4, async (edges) => {
        const shared = await valueAndGradients((t, a) => gatv2Scores(t, t, a, edges), [x, attention], dy);
        const apart = await valueAndGradients(
          (t, s, a) => gatv2Scores(t, s, a, edges),
          [x, x, attention],
          dy,
        );
        const [dt, ds] = apart.gradients;
        expectClose(
          shared.gradients[0],
          dt.map((value, i) => value + ds[i]),
        );
      });
    });

    it('sums the gradients of 200,000 edges on one hub', async () => {
      const ones = { values: new Float32Array(HUB_EDGES).fill(1), numCols: 1 };
      const half = { values: Float32Array.of(0.5), numCols: 1 };
      const got = await withEdges(HUB, HUB_EDGES, (edges) =>
        valueAndGradients((t, s, a) => gatv2Scores(t, s, a, edges), [ones, ones, half], ones),
      );
      expect(got.value.every((value) => value === 1)).toBe(true);
      expectClose(got.gradients[0].slice(0, 2), [HUB_EDGES / 2, 0]);
      expect(got.gradients[1].every((value) => value === 0.5)).toBe(true);
      expectClose(got.gradients[2], [2 * HUB_EDGES]);
    });

    it('gives nothing for a graph without any edge', async () => {
      const none = { values: new Float32Array(0), numCols: 2 };
      const inputs = [matrix(3, 4, 1), matrix(3, 4, 2), matrix(2, 2, 3)];
      const got = await withEdges(NO_EDGE, 3, (edges) =>
        valueAndGradients((t, s, a) => gatv2Scores(t, s, a, edges), inputs, none),
      );
      expect(got.value.length).toBe(0);
      expectClose(got.gradients[0], new Float32Array(12));
      expectClose(got.gradients[2], new Float32Array(4));
    });

    it('says what shapes it expected', async () => {
      await withEdges(FOUR_NODES, 4, async (edges) => {
        const [four, three] = [tensor2d(new Float32Array(8), [4, 2]), tensor2d(new Float32Array(6), [3, 2])];
        const attention = tensor2d([1, 2, 3], [3, 1]);
        expect(() => gatv2Scores(three, four, attention, edges)).toThrow('got 3 and 4');
        expect(() => gatv2Scores(four, four, attention, edges)).toThrow('expected 3 columns at both ends');
        for (const tensor of [four, three, attention]) tensor.dispose();
      });
    });

    it('leaves no tensor behind', async () => {
      const inputs = [matrix(NUM_TARGETS, 6, 3), matrix(NUM_SOURCES, 6, 4), matrix(2, 3, 5)];
      const run = () =>
        onBlock((edges) =>
          valueAndGradients((t, s, a) => gatv2Scores(t, s, a, edges), inputs, matrix(NUM_EDGES, 2, 6)),
        );
      expect(await leakOf(run)).toBe(0);
    });
  });
}
