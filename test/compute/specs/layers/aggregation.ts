/** The layers that keep a node apart from what they make of its neighbours: GraphSAGE and GIN. */
import { describe, expect, it } from 'vitest';
import { adjacency, rowNormalise } from '../../../../src/data/graph/sparse';
import { defaultLayer } from '../../../../src/data/run/layers/defaults';
import { AGGREGATORS } from '../../../../src/data/run/layers/sage';
import { dense, expectClose, noise, times } from '../support';
import { outputOf, PATH } from './alone';

const A = adjacency(PATH.numNodes, PATH.edgeIndex);
const relu = (value: number) => Math.max(0, value);
const plain = { bias: false, activation: 'none' } as const;

/** By channel, over the neighbours of each node; 0 without any. */
function maxima(x: ArrayLike<number>, width: number): Float64Array {
  const result = new Float64Array(4 * width);
  for (let i = 0; i < 4; i++)
    for (let c = 0; c < width; c++) {
      const heard = Array.from(A.colIndex.slice(A.rowPtr[i], A.rowPtr[i + 1]), (j) => x[j * width + c]);
      result[i * width + c] = heard.length > 0 ? Math.max(...heard) : 0;
    }
  return result;
}

export function aggregationSpec(): void {
  describe('sage', () => {
    it.each([
      ['mean', 5],
      ['sum', 10],
      ['max', 8],
    ] as const)('joins a node with the %s of its neighbours', async (aggregator, ofMiddle) => {
      const spec = defaultLayer('sage', { ...plain, width: 1, aggregator });
      const y = await outputOf(spec, PATH, [2, 10, 8, 7], { 'self weight': [1], 'neighbour weight': [100] });
      expectClose(y, [1002, 10 + 100 * ofMiddle, 1008, 7]);
    });

    it.each(AGGREGATORS)('equals its dense form with %s', async (aggregator) => {
      const spec = defaultLayer('sage', { width: 3, aggregator, bias: true, activation: 'relu' });
      const [x, own, bias] = [noise(20, 1), noise(15, 2), noise(3, 3)];
      const [pool, poolBias] = [noise(15, 4), noise(3, 5)];
      const pooled = times(x, pool, 4, 5, 3).map((value, i) => relu(value + poolBias[i % 3]));
      const neighbour = noise(aggregator === 'pool' ? 9 : 15, 6);
      const heard = {
        mean: () => times(dense(rowNormalise(A)), x, 4, 4, 5),
        sum: () => times(dense(A), x, 4, 4, 5),
        max: () => maxima(x, 5),
        pool: () => maxima(pooled, 3),
      }[aggregator]();
      const messages = times(heard, neighbour, 4, aggregator === 'pool' ? 3 : 5, 3);
      const expected = times(x, own, 4, 5, 3).map((value, i) => relu(value + messages[i] + bias[i % 3]));
      const values = { 'self weight': own, 'neighbour weight': neighbour, bias };
      const all = aggregator === 'pool' ? { ...values, 'pool weight': pool, 'pool bias': poolBias } : values;
      expectClose(await outputOf(spec, PATH, x, all), expected);
    });

    it('brings every output to length 1 where it is told to, and leaves zeros alone', async () => {
      const spec = defaultLayer('sage', { ...plain, width: 2, unitLength: true });
      const x = Float32Array.of(3, 4, 0, 0, 6, 8, 0, 0);
      const own = [1, 0, 0, 1];
      const y = await outputOf(spec, PATH, x, { 'self weight': own, 'neighbour weight': [0, 0, 0, 0] });
      expectClose(y, [0.6, 0.8, 0, 0, 0.6, 0.8, 0, 0]);
    });
  });

  describe('gin', () => {
    it('counts its neighbours, which no mean can', async () => {
      const spec = defaultLayer('gin', { ...plain, width: 1, inner: 1 });
      const y = await outputOf(spec, PATH, [1, 1, 1, 1], { 'inner weight': [1], weight: [10] });
      expectClose(y, [20, 30, 20, 10]);
    });

    it.each([true, false])('equals its dense form, epsilon learned: %s', async (learnEpsilon) => {
      const spec = defaultLayer('gin', { width: 2, inner: 3, learnEpsilon, bias: true, activation: 'tanh' });
      const [x, inner, weight] = [noise(20, 1), noise(15, 2), noise(6, 3)];
      const [innerBias, bias] = [noise(3, 4), noise(2, 5)];
      const epsilon = learnEpsilon ? 0.4 : 0;
      const sums = times(dense(A), x, 4, 4, 5).map((value, i) => value + (1 + epsilon) * x[i]);
      const hidden = times(sums, inner, 4, 5, 3).map((value, i) => relu(value + innerBias[i % 3]));
      const expected = times(hidden, weight, 4, 3, 2).map((value, i) => Math.tanh(value + bias[i % 2]));
      const values = { 'inner weight': inner, 'inner bias': innerBias, weight, bias };
      const all = learnEpsilon ? { ...values, epsilon: [epsilon] } : values;
      expectClose(await outputOf(spec, PATH, x, all), expected);
      expect(expected.some((value) => Math.abs(value) > 0.1)).toBe(true);
    });
  });
}
