import { tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { gatherRows } from '../../../src/compute/kernels/gatherRows/gradient';
import { segmentSum } from '../../../src/compute/kernels/segmentSum/gradient';
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
  WIDTHS,
  withEdges,
} from './edges';
import { expectClose, leakOf } from './support';

const SIDES = [
  ['source', BLOCK.source, NUM_SOURCES],
  ['target', BLOCK.target, NUM_TARGETS],
] as const;

const rows = (nodes: Int32Array, width: number) => (x: ArrayLike<number>) =>
  Float64Array.from(
    { length: nodes.length * width },
    (_, i) => x[nodes[Math.floor(i / width)] * width + (i % width)],
  );

/** Node by edge matrix of ones, times the messages. */
const sums = (nodes: Int32Array, numRows: number, width: number) => (messages: ArrayLike<number>) => {
  const y = new Float64Array(numRows * width);
  for (let i = 0; i < nodes.length * width; i++)
    y[nodes[Math.floor(i / width)] * width + (i % width)] += messages[i];
  return y;
};

export function gatherRowsSpec(): void {
  describe('gatherRows', () => {
    it('copies the row of the source, or of the target, to each edge', async () => {
      await withEdges(FOUR_NODES, 4, async (edges) => {
        const x = { values: Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40), numCols: 2 };
        const ones = { values: new Float32Array(12).fill(1), numCols: 2 };
        const ofSource = await valueAndGradients((t) => gatherRows(t, edges, 'source'), [x], ones);
        expectClose(ofSource.value, [2, 20, 3, 30, 1, 10, 3, 30, 1, 10, 2, 20]);
        expectClose(ofSource.gradients[0], [2, 2, 2, 2, 2, 2, 0, 0]);
        const ofTarget = await valueAndGradients((t) => gatherRows(t, edges, 'target'), [x], ones);
        expectClose(ofTarget.value, [1, 10, 1, 10, 2, 20, 2, 20, 3, 30, 3, 30]);
      });
    });

    describe.each(SIDES)('by %s', (side, nodes, numRows) => {
      it.each(WIDTHS)('equals the rows and their sums at width %i', async (width) => {
        const [x, dy] = [matrix(numRows, width, 3), matrix(nodes.length, width, 4)];
        const got = await onBlock((edges) => valueAndGradients((t) => gatherRows(t, edges, side), [x], dy));
        expectClose(got.value, rows(nodes, width)(x.values));
        expectClose(got.gradients[0], numericGradients(rows(nodes, width), [x], dy)[0]);
      });
    });

    it('hands the gradients of 200,000 edges on to one hub', async () => {
      const x = { values: Float32Array.from({ length: HUB_EDGES }, (_, i) => i % 7), numCols: 1 };
      const dy = { values: new Float32Array(HUB_EDGES).fill(0.5), numCols: 1 };
      const got = await withEdges(HUB, HUB_EDGES, (edges) =>
        valueAndGradients((t) => gatherRows(t, edges, 'target'), [x], dy),
      );
      expect(got.value.every((value) => value === 0)).toBe(true);
      expectClose(got.gradients[0].slice(0, 3), [HUB_EDGES / 2, 0, 0]);
    });

    it('gives no row for a graph without any edge', async () => {
      await withEdges(NO_EDGE, 3, async (edges) => {
        const none = { values: new Float32Array(0), numCols: 2 };
        const got = await valueAndGradients((t) => gatherRows(t, edges, 'source'), [matrix(3, 2, 1)], none);
        expect(got.value.length).toBe(0);
        expectClose(got.gradients[0], new Float32Array(6));
      });
    });

    it('says what shape it expected', async () => {
      await withEdges(FOUR_NODES, 4, async (edges) => {
        const x = tensor2d([1, 2, 3], [3, 1]);
        expect(() => gatherRows(x, edges, 'target')).toThrow('expected 4 rows, one per target, got 3');
        x.dispose();
      });
    });

    it('leaves no tensor behind', async () => {
      const run = () =>
        onBlock((edges) =>
          valueAndGradients(
            (t) => gatherRows(t, edges, 'source'),
            [matrix(NUM_SOURCES, 3, 1)],
            matrix(edges.numEdges, 3, 2),
          ),
        );
      expect(await leakOf(run)).toBe(0);
    });
  });

  describe('segmentSum', () => {
    it.each(WIDTHS)('equals the sum over the edges of each node at width %i', async (width) => {
      const [messages, dy] = [matrix(BLOCK.target.length, width, 3), matrix(NUM_TARGETS, width, 4)];
      const got = await onBlock((edges) => valueAndGradients((t) => segmentSum(t, edges), [messages], dy));
      const plain = sums(BLOCK.target, NUM_TARGETS, width);
      expectClose(got.value, plain(messages.values));
      expectClose(got.gradients[0], numericGradients(plain, [messages], dy)[0]);
    });

    it('sums over the edges that leave a node when asked to', async () => {
      const [messages, dy] = [matrix(BLOCK.target.length, 5, 3), matrix(NUM_SOURCES, 5, 4)];
      const got = await onBlock((edges) =>
        valueAndGradients((t) => segmentSum(t, edges, 'source'), [messages], dy),
      );
      expectClose(got.value, sums(BLOCK.source, NUM_SOURCES, 5)(messages.values));
    });

    it('sums 200,000 edges on one hub', async () => {
      const messages = { values: new Float32Array(HUB_EDGES).fill(0.5), numCols: 1 };
      const dy = { values: new Float32Array(HUB_EDGES).fill(2), numCols: 1 };
      const got = await withEdges(HUB, HUB_EDGES, (edges) =>
        valueAndGradients((t) => segmentSum(t, edges), [messages], dy),
      );
      expectClose(got.value.slice(0, 3), [HUB_EDGES / 2, 0, 0]);
      expect(got.gradients[0].every((value) => value === 2)).toBe(true);
    });

    it('gives zeros for a graph without any edge, and says what shape it expected', async () => {
      await withEdges(NO_EDGE, 3, async (edges) => {
        const none = { values: new Float32Array(0), numCols: 2 };
        const got = await valueAndGradients((t) => segmentSum(t, edges), [none], matrix(3, 2, 1));
        expectClose(got.value, new Float32Array(6));
        const x = tensor2d([1, 2, 3], [3, 1]);
        expect(() => segmentSum(x, edges)).toThrow('expected 0 rows, one per edge, got 3');
        x.dispose();
      });
    });
  });
}
