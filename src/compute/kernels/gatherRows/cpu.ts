/** gatherRows in plain loops. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input } from '../kernelCall';
import { floats, integers, output } from '../onCpu';
import { GATHER_ROWS } from './index';

export const gatherRowsCpu: KernelConfig = {
  kernelName: GATHER_ROWS,
  backendName: 'cpu',
  kernelFunc: ({ inputs, backend }) => {
    const nodes = integers(backend, input(inputs, 'nodes'));
    const info = input(inputs, 'x');
    const x = floats(backend, info);
    const width = info.shape[1];
    const y = new Float32Array(nodes.length * width);
    nodes.forEach((node, e) => y.set(x.subarray(node * width, (node + 1) * width), e * width));
    return output(backend, [nodes.length, width], y);
  },
};
