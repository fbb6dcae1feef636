/** The dense product and its gradients in plain loops, along rows of the second matrix. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input } from '../kernelCall';
import { floats, output } from '../onCpu';
import { LINEAR, LINEAR_INPUT_GRADIENT, LINEAR_WEIGHT_GRADIENT } from './index';

export const linearCpu: readonly KernelConfig[] = [
  {
    kernelName: LINEAR,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend }) => {
      const [numRows, inChannels] = input(inputs, 'x').shape;
      const outChannels = input(inputs, 'w').shape[1];
      const [x, w] = [floats(backend, input(inputs, 'x')), floats(backend, input(inputs, 'w'))];
      const y = new Float32Array(numRows * outChannels);
      for (let row = 0; row < numRows; row++)
        for (let k = 0; k < inChannels; k++) {
          const value = x[row * inChannels + k];
          for (let c = 0; c < outChannels; c++) y[row * outChannels + c] += value * w[k * outChannels + c];
        }
      return output(backend, [numRows, outChannels], y);
    },
  },
  {
    kernelName: LINEAR_INPUT_GRADIENT,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend }) => {
      const [numRows, outChannels] = input(inputs, 'dy').shape;
      const inChannels = input(inputs, 'w').shape[0];
      const [dy, w] = [floats(backend, input(inputs, 'dy')), floats(backend, input(inputs, 'w'))];
      const dx = new Float32Array(numRows * inChannels);
      for (let row = 0; row < numRows; row++)
        for (let k = 0; k < inChannels; k++) {
          let sum = 0;
          for (let c = 0; c < outChannels; c++) sum += dy[row * outChannels + c] * w[k * outChannels + c];
          dx[row * inChannels + k] = sum;
        }
      return output(backend, [numRows, inChannels], dx);
    },
  },
  {
    kernelName: LINEAR_WEIGHT_GRADIENT,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend }) => {
      const [numRows, inChannels] = input(inputs, 'x').shape;
      const outChannels = input(inputs, 'dy').shape[1];
      const [x, dy] = [floats(backend, input(inputs, 'x')), floats(backend, input(inputs, 'dy'))];
      const dw = new Float32Array(inChannels * outChannels);
      for (let row = 0; row < numRows; row++)
        for (let k = 0; k < inChannels; k++) {
          const value = x[row * inChannels + k];
          for (let c = 0; c < outChannels; c++) dw[k * outChannels + c] += value * dy[row * outChannels + c];
        }
      return output(backend, [inChannels, outChannels], dw);
    },
  },
];
