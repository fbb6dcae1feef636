/** s(u, v) = z_u . z_v. */
import { sddmm } from '../kernels/sddmm/gradient';
import { termsOf, type DecoderCode } from './decoder';

export const dot: DecoderCode = {
  parameters: () => [],
  scores: (z, pairs) => sddmm(pairs, z, z, 1),
  terms: (u, v) => termsOf(u, v),
};
