/** Counts what a training step launches: kernels of tfjs, or on a GPU the programs dispatched. */
import { profile } from '@tensorflow/tfjs-core';

export async function kernelsOf(step: () => void): Promise<number> {
  const { kernels } = await profile(() => {
    step();
    return [];
  });
  return kernels.length;
}

export async function dispatchesOf(step: () => void, settle: () => Promise<unknown>): Promise<number> {
  const prototype = GPUComputePassEncoder.prototype;
  const original = prototype.dispatchWorkgroups;
  let count = 0;
  prototype.dispatchWorkgroups = function counted(...sizes) {
    count += 1;
    return original.apply(this, sizes);
  };
  step();
  await settle();
  prototype.dispatchWorkgroups = original;
  return count;
}
