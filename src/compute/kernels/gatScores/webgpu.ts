/** gatScores in WGSL. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { elementwise } from '../onWebgpu';
import { GAT_SCORES, LEAKY_GRADIENT } from './index';

const SCORES = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let e = index / uniforms.heads;
    let head = index % uniforms.heads;
    let z = ofTarget[targets[e] * uniforms.heads + head] + ofSource[sources[e] * uniforms.heads + head];
    result[index] = select(uniforms.slope * z, z, z > 0.0);
  }`;

const GRADIENT = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    result[index] = dy[index] * select(uniforms.slope, 1.0, y[index] > 0.0);
  }`;

export const gatScoresWebgpu: readonly KernelConfig[] = [
  {
    kernelName: GAT_SCORES,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const names = ['targets', 'sources', 'ofTarget', 'ofSource'] as const;
      const heads = input(inputs, 'ofTarget').shape[1];
      return elementwise(backend, {
        key: GAT_SCORES,
        inputs: names.map((name) => [name, input(inputs, name)]),
        uniforms: [
          ['heads', 'i32', heads],
          ['slope', 'f32', number(attrs, 'slope')],
        ],
        code: SCORES,
        outputShape: [input(inputs, 'targets').shape[0], heads],
      });
    },
  },
  {
    kernelName: LEAKY_GRADIENT,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const dy = input(inputs, 'dy');
      return elementwise(backend, {
        key: LEAKY_GRADIENT,
        inputs: [
          ['dy', dy],
          ['y', input(inputs, 'y')],
        ],
        uniforms: [['slope', 'f32', number(attrs, 'slope')]],
        code: GRADIENT,
        outputShape: dy.shape,
      });
    },
  },
];
