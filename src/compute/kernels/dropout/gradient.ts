/** dropout with its gradient, which is the same dropout of dy: the mask is computed again, not stored. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { DropoutSpec } from '../dropoutSpec';
import { dropoutForward } from './index';

export function dropout<T extends Tensor>(x: T, spec: DropoutSpec | null): T {
  if (spec === null || spec.rate === 0) return x;
  return differentiable(
    [x],
    () => ({ value: dropoutForward(x, spec), saved: [] }),
    (dy) => [dropoutForward(dy, spec)],
  );
}
