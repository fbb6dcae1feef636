/** Parts of a flat tensor, one program for each. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, numbers } from '../kernelCall';
import { elementwise } from '../onWebgpu';
import { UNPACK } from './index';

const CODE = `
  fn main(index : i32) {
    if (index < uniforms.size) { result[index] = packed[uniforms.offset + index]; }
  }`;

export const unpackWebgpu: KernelConfig = {
  kernelName: UNPACK,
  backendName: 'webgpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const packed = input(inputs, 'packed');
    const offsets = numbers(attrs, 'offsets');
    return numbers(attrs, 'sizes').map((size, k) =>
      elementwise(backend, {
        key: UNPACK,
        inputs: [['packed', packed]],
        uniforms: [['offset', 'i32', offsets[k]]],
        code: CODE,
        outputShape: [size],
      }),
    );
  },
};
