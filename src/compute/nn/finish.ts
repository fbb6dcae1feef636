/**
 * What follows the messages in every layer: h' = act(norm(m + b)) + r.
 *
 * Norm 'layer' brings each node's channels to mean 0 and variance 1 (Ba et al., Layer Normalization, 2016), 'batch'
 * each channel over all nodes (Ioffe and Szegedy, 2015), then scales and shifts by learned numbers per channel. 'batch'
 * always takes the statistics of the nodes at hand, the whole graph's or a batch's, and keeps no running ones.
 */
import {
  add,
  mean,
  mul,
  rsqrt,
  square,
  sub,
  sum as sumOf,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { CommonSpec } from '../../data/run/layers/descriptor';
import { biasActivation } from '../kernels/biasActivation/gradient';

/** As in PyTorch. */
const EPSILON = 1e-5;

export interface FinishParts {
  readonly bias: Tensor1D | null;
  readonly scale: Tensor1D | null;
  readonly shift: Tensor1D | null;
  /** numNodes x outChannels, or null for none. */
  readonly residual: Tensor2D | null;
  /** What each row counts in a mean over nodes, numNodes x 1 (see `Rows`); null where all count alike. */
  readonly share?: Tensor2D | null;
}

/** @param sum m, numNodes x outChannels */
export function finish(
  sum: Tensor2D,
  { activation, norm }: Pick<CommonSpec, 'activation' | 'norm'>,
  { bias, scale, shift, residual, share = null }: FinishParts,
): Tensor2D {
  const activated =
    norm === 'none'
      ? biasActivation(sum, bias, activation)
      : biasActivation(
          mul<Tensor2D>(standardised(biasActivation(sum, bias, 'none'), norm, share), scale ?? 1),
          shift,
          activation,
        );
  return residual ? add<Tensor2D>(activated, residual) : activated;
}

/** Mean 0 and (biased) variance 1 along the channels of a node, or along the nodes. */
function standardised(x: Tensor2D, norm: 'layer' | 'batch', share: Tensor2D | null): Tensor2D {
  const meanOf = (values: Tensor2D): Tensor =>
    norm === 'batch' && share
      ? sumOf(mul(values, share), 0, true)
      : mean(values, norm === 'layer' ? 1 : 0, true);
  const centred = sub<Tensor2D>(x, meanOf(x));
  return mul<Tensor2D>(centred, rsqrt(add(meanOf(square(centred)), EPSILON)));
}
