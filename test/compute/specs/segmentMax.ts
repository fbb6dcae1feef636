import { engine, tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { segmentMax, segmentMaxOfEdges } from '../../../src/compute/kernels/segmentMax/gradient';
import {
  BLOCK,
  BLOCK_ROWS,
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
  WIDTHS,
  withEdges,
} from './edges';
import { expectClose, leakOf } from './support';

const NUM_EDGES = BLOCK.target.length;

/** In the hub, node i sends edge i: what is asked of rows of nodes can be asked of messages as well. */
const TWICE = [
  ['neighbours', segmentMax],
  ['messages', segmentMaxOfEdges],
] as const;

/** @param row of x that stands for edge e */
const plain = (width: number, row: (e: number) => number) => (x: ArrayLike<number>) => {
  const y = new Float64Array(NUM_TARGETS * width);
  BLOCK_ROWS.forEach((edges, target) => {
    for (let c = 0; c < width; c++) {
      let best = edges.length > 0 ? -Infinity : 0;
      for (const e of edges) best = Math.max(best, x[row(e) * width + c]);
      y[target * width + c] = best;
    }
  });
  return y;
};

export function segmentMaxSpec(): void {
  describe('segmentMax', () => {
    it('takes the largest of the neighbours, channel by channel, and 0 where there is none', async () => {
      const x = { values: Float32Array.of(1, -3, 5, -4, 2, -9, 8, 8), numCols: 2 };
      const dy = { values: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8), numCols: 2 };
      const got = await withEdges(FOUR_NODES, 4, (edges) =>
        valueAndGradients((t) => segmentMax(t, edges), [x], dy),
      );
      expectClose(got.value, [5, -4, 2, -3, 5, -3, 0, 0]);
      expectClose(got.gradients[0], [0, 10, 6, 2, 3, 0, 0, 0]);
    });

    it.each(WIDTHS)('equals its formula and gradient at width %i', async (width) => {
      const [x, dy] = [matrix(NUM_SOURCES, width, 3), matrix(NUM_TARGETS, width, 4)];
      const got = await onBlock((edges) => valueAndGradients((t) => segmentMax(t, edges), [x], dy));
      const expected = plain(width, (e) => BLOCK.source[e]);
      expectClose(got.value, expected(x.values));
      expectClose(got.gradients[0], numericGradients(expected, [x], dy)[0]);
    });

    it.each(WIDTHS)('does the same with messages, at width %i', async (width) => {
      const [messages, dy] = [matrix(NUM_EDGES, width, 3), matrix(NUM_TARGETS, width, 4)];
      const got = await onBlock((edges) =>
        valueAndGradients((t) => segmentMaxOfEdges(t, edges), [messages], dy),
      );
      const expected = plain(width, (e) => e);
      expectClose(got.value, expected(messages.values));
      expectClose(got.gradients[0], numericGradients(expected, [messages], dy)[0]);
    });

    it.each([1, 4])('gives the whole gradient to the first edge on a tie, at width %i', async (width) => {
      const x = { values: new Float32Array(4 * width).fill(-2), numCols: width };
      const dy = {
        values: Float32Array.from({ length: 4 * width }, (_, i) => 1 + Math.floor(i / width)),
        numCols: width,
      };
      const got = await withEdges(FOUR_NODES, 4, (edges) =>
        valueAndGradients((t) => segmentMax(t, edges), [x], dy),
      );
      const each = (values: number[]) => values.flatMap((value) => Array<number>(width).fill(value));
      expectClose(got.value, each([-2, -2, -2, 0]));
      expectClose(got.gradients[0], each([5, 1, 0, 0]));
    });

    it.each([1, 4])('lets NaN be seen, at width %i, where the driver keeps it', async (width) => {
      if (engine().backendName === 'webgpu') return;
      const x = { values: new Float32Array(4 * width).fill(1), numCols: width };
      x.values.fill(NaN, width, 2 * width);
      const got = await withEdges(FOUR_NODES, 4, (edges) =>
        valueAndGradients((t) => segmentMax(t, edges), [x], matrix(4, width, 1)),
      );
      const isNaNOf = Array.from(got.value, Number.isNaN);
      expect(isNaNOf).toEqual(isNaNOf.map((_, i) => [true, false, true, false][Math.floor(i / width)]));
    });

    it.each(TWICE)('finds the largest of 200,000 %s on one hub', async (_name, maxima) => {
      const best = 123_456;
      const x = {
        values: Float32Array.from({ length: HUB_EDGES }, (_, i) => (i === best ? 2 : (i % 1000) / 1000)),
        numCols: 1,
      };
      const dy = { values: new Float32Array(HUB_EDGES).fill(3), numCols: 1 };
      const got = await withEdges(HUB, HUB_EDGES, (edges) =>
        valueAndGradients((t) => maxima(t, edges), [x], dy),
      );
      expectClose(got.value.slice(0, 2), [2, 0]);
      expect(got.gradients[0][best]).toBe(3);
      expect(got.gradients[0].filter((value) => value !== 0).length).toBe(1);
    });

    it('gives zeros for a graph without any edge', async () => {
      const got = await withEdges(NO_EDGE, 3, (edges) =>
        valueAndGradients((t) => segmentMax(t, edges), [matrix(3, 4, 1)], matrix(3, 4, 2)),
      );
      expectClose(got.value, new Float32Array(12));
      expectClose(got.gradients[0], new Float32Array(12));
    });

    it('gives zeros for no message', async () => {
      const none = { values: new Float32Array(0), numCols: 4 };
      const got = await withEdges(NO_EDGE, 3, (edges) =>
        valueAndGradients((t) => segmentMaxOfEdges(t, edges), [none], matrix(3, 4, 2)),
      );
      expectClose(got.value, new Float32Array(12));
      expect(got.gradients[0].length).toBe(0);
    });

    it('says what shape it expected', async () => {
      await withEdges(FOUR_NODES, 4, async (edges) => {
        const x = tensor2d([1, 2, 3], [3, 1]);
        expect(() => segmentMax(x, edges)).toThrow('expected 4 rows, got 3');
        expect(() => segmentMaxOfEdges(x, edges)).toThrow('expected 6 rows, got 3');
        x.dispose();
      });
    });

    it('leaves no tensor behind', async () => {
      const run = () =>
        onBlock((edges) =>
          valueAndGradients(
            (t) => segmentMax(t, edges),
            [matrix(NUM_SOURCES, 3, 3)],
            matrix(NUM_TARGETS, 3, 4),
          ),
        );
      expect(await leakOf(run)).toBe(0);
    });
  });
}
