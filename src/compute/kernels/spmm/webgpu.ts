/** spmm in WGSL: one thread for each element of the result walks its row, so no atomics and one order of summation. */
import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { elementwise, RANDOM_WGSL, type Uniform } from '../onWebgpu';
import { SPMM, SPMM_DROPOUT } from './index';

const code = (value: string) => `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let row = index / uniforms.width;
    let column = index % uniforms.width;
    var sum = 0.0;
    for (var e = rowPtr[row]; e < rowPtr[row + 1]; e = e + 1) {
      ${value}
      sum = sum + value * x[colIndex[e] * uniforms.width + column];
    }
    result[index] = sum;
  }`;

const PLAIN = code('let value = values[e];');
const WITH_DROPOUT = `${RANDOM_WGSL}${code(`
      let kept = keeps(uniforms.key, bitcast<u32>(draws[e]), uniforms.threshold);
      let value = select(0.0, values[e] * uniforms.scale, kept);`)}`;

const outputShape = (rowPtr: TensorInfo, x: TensorInfo) => [rowPtr.shape[0] - 1, x.shape[1]];

export const spmmWebgpu: readonly KernelConfig[] = [
  {
    kernelName: SPMM,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend }) => {
      const names = ['rowPtr', 'colIndex', 'values', 'x'] as const;
      const x = input(inputs, 'x');
      return elementwise(backend, {
        key: SPMM,
        inputs: names.map((name) => [name, input(inputs, name)]),
        uniforms: [['width', 'i32', x.shape[1]]],
        code: PLAIN,
        outputShape: outputShape(input(inputs, 'rowPtr'), x),
      });
    },
  },
  {
    kernelName: SPMM_DROPOUT,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const names = ['rowPtr', 'colIndex', 'values', 'draws', 'x'] as const;
      const x = input(inputs, 'x');
      const uniforms: Uniform[] = [
        ['width', 'i32', x.shape[1]],
        ['key', 'u32', number(attrs, 'key')],
        ['threshold', 'i32', number(attrs, 'threshold')],
        ['scale', 'f32', number(attrs, 'scale')],
      ];
      return elementwise(backend, {
        key: SPMM_DROPOUT,
        inputs: names.map((name) => [name, input(inputs, name)]),
        uniforms,
        code: WITH_DROPOUT,
        outputShape: outputShape(input(inputs, 'rowPtr'), x),
      });
    },
  },
];
