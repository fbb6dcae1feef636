/** log(1 + e^x), with its gradient sigma(x). */
import { mul, sigmoid, softplus as softplusForward, type Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from '../kernels/differentiable';

export const softplus = (x: Tensor): Tensor =>
  differentiable(
    [x],
    () => ({ value: softplusForward(x), saved: [x] }),
    (dy, [at]) => [mul(dy, sigmoid(at))],
  );
