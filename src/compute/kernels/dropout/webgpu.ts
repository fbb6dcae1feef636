/** Dropout in WGSL. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { elementwise, RANDOM_WGSL } from '../onWebgpu';
import { DROPOUT } from './index';

const CODE = `${RANDOM_WGSL}
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let kept = keeps(uniforms.key, drawOf(index), uniforms.threshold);
    result[index] = select(0.0, x[index] * uniforms.scale, kept);
  }`;

export const dropoutWebgpu: KernelConfig = {
  kernelName: DROPOUT,
  backendName: 'webgpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const x = input(inputs, 'x');
    return elementwise(backend, {
      key: DROPOUT,
      inputs: [['x', x]],
      uniforms: [
        ['key', 'u32', number(attrs, 'key')],
        ['threshold', 'i32', number(attrs, 'threshold')],
        ['scale', 'f32', number(attrs, 'scale')],
      ],
      code: CODE,
      outputShape: x.shape,
    });
  },
};
