/**
 * s(u, v) = 1/2 (z_u W z_v + z_v W z_u): a learned matrix says which channels go together; the mean over both ways makes
 * the score one of the pair. W: width x width.
 */
import { add, mul, reshape, type Rank, type Tensor2D } from '@tensorflow/tfjs-core';
import { linear } from '../kernels/linear/gradient';
import { sddmm } from '../kernels/sddmm/gradient';
import { termsOf, type DecoderCode } from './decoder';

const WEIGHT = 'decoder weight';

export const bilinear: DecoderCode = {
  parameters: (width) => [{ role: WEIGHT, shape: [width, width], init: 'glorot' }],
  scores: (z, pairs, parameter) => {
    const width = z.shape[1];
    const turned = linear(z, reshape<Rank.R2>(parameter(WEIGHT), [width, width]));
    return mul<Tensor2D>(add(sddmm(pairs, turned, z, 1), sddmm(pairs, z, turned, 1)), 0.5);
  },
  terms: (u, v, parameter) => {
    const weight = parameter(WEIGHT);
    const width = u.length;
    const turned = u.map((_, c) =>
      u.reduce((sum, value, k) => sum + (value * (weight[k * width + c] + weight[c * width + k])) / 2, 0),
    );
    return termsOf(turned, v);
  },
};
