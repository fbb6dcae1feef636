/** sddmm in WGSL: one thread for each edge and head. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { elementwise, RANDOM_WGSL } from '../onWebgpu';
import { SDDMM } from './index';

const code = (value: string) => `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let e = index / uniforms.heads;
    let column = (index % uniforms.heads) * uniforms.channels;
    let left = targets[e] * uniforms.width + column;
    let right = sources[e] * uniforms.width + column;
    var dot = 0.0;
    for (var c = 0; c < uniforms.channels; c = c + 1) { dot = dot + a[left + c] * b[right + c]; }
    result[index] = ${value};
  }`;

const PLAIN = code('dot');
const WITH_DROPOUT = `${RANDOM_WGSL}${code(
  'select(0.0, dot * uniforms.scale, keeps(uniforms.key, drawOf(index), uniforms.threshold))',
)}`;

export const sddmmWebgpu: KernelConfig = {
  kernelName: SDDMM,
  backendName: 'webgpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const names = ['targets', 'sources', 'a', 'b'] as const;
    const heads = number(attrs, 'heads');
    const width = input(inputs, 'a').shape[1];
    const threshold = number(attrs, 'threshold');
    return elementwise(backend, {
      key: threshold > 0 ? `${SDDMM}_dropout` : SDDMM,
      inputs: names.map((name) => [name, input(inputs, name)]),
      uniforms: [
        ['width', 'i32', width],
        ['heads', 'i32', heads],
        ['channels', 'i32', width / heads],
        ['key', 'u32', number(attrs, 'key')],
        ['threshold', 'i32', threshold],
        ['scale', 'f32', number(attrs, 'scale')],
      ],
      code: threshold > 0 ? WITH_DROPOUT : PLAIN,
      outputShape: [input(inputs, 'targets').shape[0], heads],
    });
  },
};
