import { reshape, tensor1d, tensor2d, type Rank, type Tensor2D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { gru } from '../../../src/compute/kernels/gru/gradient';
import { matrix, numericGradients, valueAndGradients, WIDTHS } from './edges';
import { expectClose, leakOf, valuesOf } from './support';

const NUM_ROWS = 5;

const vector = (x: Tensor2D) => reshape<Rank.R1>(x, [x.size]);
const unit = (...[message, messageBias, own, ownBias, state]: Tensor2D[]): Tensor2D =>
  gru(message, vector(messageBias), own, vector(ownBias), state);

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** In double precision. */
function plain(width: number, ...[message, messageBias, own, ownBias, state]: Float64Array[]): number[] {
  return Array.from(state, (before, i) => {
    const [row, column] = [Math.floor(i / width), i % width];
    const of = (x: Float64Array, bias: Float64Array, gate: number) =>
      x[(row * 3 + gate) * width + column] + bias[gate * width + column];
    const reset = sigmoid(of(message, messageBias, 0) + of(own, ownBias, 0));
    const keep = sigmoid(of(message, messageBias, 1) + of(own, ownBias, 1));
    const fresh = Math.tanh(of(message, messageBias, 2) + reset * of(own, ownBias, 2));
    return (1 - keep) * fresh + keep * before;
  });
}

const inputsOf = (width: number) => [
  matrix(NUM_ROWS, 3 * width, 1),
  matrix(1, 3 * width, 2),
  matrix(NUM_ROWS, 3 * width, 3),
  matrix(1, 3 * width, 4),
  matrix(NUM_ROWS, width, 5),
];

/** One node of width 1 with gates as given, and no bias. */
const one = (message: number[], own: number[], state: number) =>
  valuesOf(() =>
    gru(
      tensor2d(message, [1, 3]),
      tensor1d([0, 0, 0]),
      tensor2d(own, [1, 3]),
      tensor1d([0, 0, 0]),
      tensor2d([state], [1, 1]),
    ),
  );

export function gruSpec(): void {
  describe('gru', () => {
    it('keeps half of what it held where its gates know nothing', async () => {
      expectClose(await one([0, 0, 0], [0, 0, 0], 3), [1.5]);
    });

    it('keeps everything or nothing where gates are far open or shut, without overflow', async () => {
      expectClose(await one([0, 500, 9], [0, 500, 0], 3), [3]);
      expectClose(await one([0, -500, 0.5], [0, -500, 0], 3), [Math.tanh(0.5)]);
      expectClose(await one([-900, -900, 0.5], [0, 0, 7], 3), [Math.tanh(0.5)]);
      expectClose(await one([900, -900, 0.5], [0, 0, 0.25], 3), [Math.tanh(0.75)]);
    });

    it.each(WIDTHS)('equals its plain form and has its five gradients, width %i', async (width) => {
      const inputs = inputsOf(width);
      const dy = matrix(NUM_ROWS, width, 6);
      const { value, gradients } = await valueAndGradients(unit, inputs, dy);
      const f = (...given: Float64Array[]) => plain(width, ...given);
      expectClose(value, f(...inputs.map(({ values }) => Float64Array.from(values))));
      numericGradients(f, inputs, dy).forEach((expected, i) => expectClose(gradients[i], expected));
    });

    it('asks for three gates of each channel', () => {
      const ones = (columns: number) => tensor2d(new Float32Array(2 * columns), [2, columns]);
      expect(() => unit(ones(6), ones(3), ones(5), ones(3), ones(2))).toThrow(
        'kernels/gru: expected gates of 2 x 6, got 2 x 5',
      );
    });

    it('leaves no tensor behind', async () => {
      const left = await leakOf(() => valueAndGradients(unit, inputsOf(3), matrix(NUM_ROWS, 3, 6)));
      expect(left).toBe(0);
    });
  });
}
