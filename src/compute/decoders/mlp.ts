/**
 * s(u, v) = w . relu(W^T (z_u * z_v) + b) + c: two layers on the product of both rows, element by element. W: width x
 * hidden. Hu et al., Open Graph Benchmark, NeurIPS 2020 (LinkPredictor of its examples).
 */
import { mul, reshape, type Rank, type Tensor2D } from '@tensorflow/tfjs-core';
import { biasActivation } from '../kernels/biasActivation/gradient';
import { gatherRows } from '../kernels/gatherRows/gradient';
import { linear } from '../kernels/linear/gradient';
import { termsOf, type DecoderCode } from './decoder';

const WEIGHT = 'decoder weight';
const BIAS = 'decoder bias';
const OUTPUT = 'decoder output weight';
const OUTPUT_BIAS = 'decoder output bias';

export const mlp: DecoderCode = {
  parameters: (width, hidden) => [
    { role: WEIGHT, shape: [width, hidden], init: 'glorot' },
    { role: BIAS, shape: [hidden], init: 'zeros' },
    { role: OUTPUT, shape: [hidden, 1], init: 'glorot' },
    { role: OUTPUT_BIAS, shape: [1], init: 'zeros' },
  ],
  scores: (z, pairs, parameter) => {
    const hidden = parameter(BIAS).size;
    const matrix = (role: string, rows: number, columns: number) =>
      reshape<Rank.R2>(parameter(role), [rows, columns]);
    const vector = (role: string, size: number) => reshape<Rank.R1>(parameter(role), [size]);
    const product = mul<Tensor2D>(gatherRows(z, pairs, 'target'), gatherRows(z, pairs, 'source'));
    const units = biasActivation(
      linear(product, matrix(WEIGHT, z.shape[1], hidden)),
      vector(BIAS, hidden),
      'relu',
    );
    return biasActivation(linear(units, matrix(OUTPUT, hidden, 1)), vector(OUTPUT_BIAS, 1), 'none');
  },
  terms: (u, v, parameter) => {
    const [weight, bias, output] = [parameter(WEIGHT), parameter(BIAS), parameter(OUTPUT)];
    const hidden = bias.length;
    const units = bias.map((start, unit) => {
      let sum = start;
      for (let c = 0; c < u.length; c++) sum += u[c] * v[c] * weight[c * hidden + unit];
      return Math.max(0, sum);
    });
    return termsOf(units, output, parameter(OUTPUT_BIAS)[0]);
  },
};
