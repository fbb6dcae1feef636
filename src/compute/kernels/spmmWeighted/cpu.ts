/** spmmWeighted in plain loops. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { dropping } from '../dropout/cpu';
import { input } from '../kernelCall';
import { floats, integers, output } from '../onCpu';
import { SPMM_WEIGHTED } from './index';

export const spmmWeightedCpu: KernelConfig = {
  kernelName: SPMM_WEIGHTED,
  backendName: 'cpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const rowPtr = integers(backend, input(inputs, 'rowPtr'));
    const edge = integers(backend, input(inputs, 'edge'));
    const node = integers(backend, input(inputs, 'node'));
    const weights = floats(backend, input(inputs, 'weights'));
    const x = floats(backend, input(inputs, 'x'));
    const dropped = dropping(attrs);
    const numRows = rowPtr.length - 1;
    const heads = input(inputs, 'weights').shape[1];
    const width = input(inputs, 'x').shape[1];
    const channels = width / heads;
    const y = new Float32Array(numRows * width);
    for (let row = 0; row < numRows; row++) {
      for (let k = rowPtr[row]; k < rowPtr[row + 1]; k++) {
        for (let column = 0; column < width; column++) {
          const at = edge[k] * heads + Math.floor(column / channels);
          y[row * width + column] += dropped(weights[at], at) * x[node[k] * width + column];
        }
      }
    }
    return output(backend, [numRows, width], y);
  },
};
