/** s(u, v) = z_u . z_v / (|z_u| |z_v|): directions alone; 0 where a row is zero. */
import { maximum, mul, rsqrt, square, sum, type Tensor2D } from '@tensorflow/tfjs-core';
import { sddmm } from '../kernels/sddmm/gradient';
import { termsOf, type DecoderCode } from './decoder';

/** Squared lengths count as this at least, as in torch.nn.functional.cosine_similarity (1e-8 of a length). */
const LEAST = 1e-16;

const unit = (row: Float32Array): Float32Array => {
  const squared = row.reduce((total, value) => total + value * value, 0);
  return row.map((value) => value / Math.sqrt(Math.max(squared, LEAST)));
};

export const cosine: DecoderCode = {
  parameters: () => [],
  scores: (z, pairs) => {
    const units = mul<Tensor2D>(z, rsqrt(maximum(sum(square(z), 1, true), LEAST)));
    return sddmm(pairs, units, units, 1);
  },
  terms: (u, v) => termsOf(unit(u), unit(v)),
};
