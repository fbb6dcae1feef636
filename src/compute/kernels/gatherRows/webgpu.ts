/** gatherRows in WGSL. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input } from '../kernelCall';
import { elementwise } from '../onWebgpu';
import { GATHER_ROWS } from './index';

const CODE = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let e = index / uniforms.width;
    result[index] = x[nodes[e] * uniforms.width + index % uniforms.width];
  }`;

export const gatherRowsWebgpu: KernelConfig = {
  kernelName: GATHER_ROWS,
  backendName: 'webgpu',
  kernelFunc: ({ inputs, backend }) => {
    const nodes = input(inputs, 'nodes');
    const x = input(inputs, 'x');
    const width = x.shape[1];
    return elementwise(backend, {
      key: GATHER_ROWS,
      inputs: [
        ['nodes', nodes],
        ['x', x],
      ],
      uniforms: [['width', 'i32', width]],
      code: CODE,
      outputShape: [nodes.shape[0], width],
    });
  },
};
