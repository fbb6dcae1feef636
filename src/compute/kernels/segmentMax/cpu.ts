/** segmentMax in plain loops. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input } from '../kernelCall';
import { floats, integerOutput, integers, output } from '../onCpu';
import { SEGMENT_MAX, SEGMENT_MAX_GRADIENT } from './index';

export const segmentMaxCpu: readonly KernelConfig[] = [
  {
    kernelName: SEGMENT_MAX,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend }) => {
      const rowPtr = integers(backend, input(inputs, 'rowPtr'));
      const from = integers(backend, input(inputs, 'from'));
      const x = floats(backend, input(inputs, 'x'));
      const width = input(inputs, 'x').shape[1];
      const numRows = rowPtr.length - 1;
      const value = new Float32Array(numRows * width);
      const winners = new Int32Array(numRows * width).fill(-1);
      for (let row = 0; row < numRows; row++) {
        for (let column = 0; column < width; column++) {
          const at = row * width + column;
          for (let e = rowPtr[row]; e < rowPtr[row + 1]; e++) {
            const candidate = x[from[e] * width + column];
            const isNaNAlready = value[at] !== value[at];
            // Not `>`: NaN is to win, and to stay.
            if (winners[at] >= 0 && (isNaNAlready || candidate <= value[at])) continue;
            value[at] = candidate;
            winners[at] = e;
          }
        }
      }
      return [output(backend, [numRows, width], value), integerOutput(backend, [numRows, width], winners)];
    },
  },
  {
    kernelName: SEGMENT_MAX_GRADIENT,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend }) => {
      const rowPtr = integers(backend, input(inputs, 'rowPtr'));
      const edge = integers(backend, input(inputs, 'edge'));
      const node = integers(backend, input(inputs, 'node'));
      const winners = integers(backend, input(inputs, 'winners'));
      const dy = floats(backend, input(inputs, 'dy'));
      const width = input(inputs, 'dy').shape[1];
      const numRows = rowPtr.length - 1;
      const dx = new Float32Array(numRows * width);
      for (let row = 0; row < numRows; row++)
        for (let k = rowPtr[row]; k < rowPtr[row + 1]; k++)
          for (let column = 0; column < width; column++) {
            const at = node[k] * width + column;
            if (winners[at] === edge[k]) dx[row * width + column] += dy[at];
          }
      return output(backend, [numRows, width], dx);
    },
  },
];
