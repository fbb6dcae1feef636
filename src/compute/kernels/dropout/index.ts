/**
 * Dropout of a dense tensor: y[i] = 0 with probability `rate`, x[i] / (1 - rate) otherwise (Srivastava et al., JMLR
 * 2014, in the scaled form of torch.nn.Dropout). Element i (row-major) survives as `randomBits(key, i)` says.
 */
import { engine, type Tensor } from '@tensorflow/tfjs-core';
import { dropoutAttrs, type DropoutSpec } from '../dropoutSpec';

export const DROPOUT = 'PlaygroundDropout';

export const dropoutForward = <T extends Tensor>(x: T, spec: DropoutSpec): T =>
  engine().runKernel<T>(DROPOUT, { x }, { ...dropoutAttrs(spec) });
