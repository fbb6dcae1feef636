/** spmmWeighted in WGSL: one thread for each element of the result walks its row. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { elementwise, RANDOM_WGSL } from '../onWebgpu';
import { SPMM_WEIGHTED } from './index';

const code = (weight: string) => `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let row = index / uniforms.width;
    let column = index % uniforms.width;
    let head = column / uniforms.channels;
    var sum = 0.0;
    for (var k = rowPtr[row]; k < rowPtr[row + 1]; k = k + 1) {
      let at = edge[k] * uniforms.heads + head;
      ${weight}
      sum = sum + weight * x[node[k] * uniforms.width + column];
    }
    result[index] = sum;
  }`;

const PLAIN = code('let weight = weights[at];');
const WITH_DROPOUT = `${RANDOM_WGSL}${code(`
      let kept = keeps(uniforms.key, drawOf(at), uniforms.threshold);
      let weight = select(0.0, weights[at] * uniforms.scale, kept);`)}`;

export const spmmWeightedWebgpu: KernelConfig = {
  kernelName: SPMM_WEIGHTED,
  backendName: 'webgpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const names = ['rowPtr', 'edge', 'node', 'weights', 'x'] as const;
    const heads = input(inputs, 'weights').shape[1];
    const width = input(inputs, 'x').shape[1];
    const threshold = number(attrs, 'threshold');
    return elementwise(backend, {
      key: threshold > 0 ? `${SPMM_WEIGHTED}_dropout` : SPMM_WEIGHTED,
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
      outputShape: [input(inputs, 'rowPtr').shape[0] - 1, width],
    });
  },
};
