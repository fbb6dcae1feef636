/** Bias and activation on the wasm backend's heap: see wasm/biasActivation.as.ts. */
import { util, type KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input, number } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { ACTIVATION_GRADIENT, BIAS_ACTIVATION, COLUMN_SUM } from './index';

export const biasActivationWasm = (kernels: WasmKernels): readonly KernelConfig[] => [
  {
    kernelName: BIAS_ACTIVATION,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given, attrs }) => {
      const backend = wasmBackend(given);
      const x = input(inputs, 'x');
      const [numRows, width] = x.shape;
      const y = output(backend, x.shape);
      const bias = offset(backend, input(inputs, 'bias'));
      kernels.biasActivation(
        offset(backend, x),
        bias,
        offset(backend, y),
        numRows,
        width,
        number(attrs, 'activation'),
      );
      return y;
    },
  },
  {
    kernelName: ACTIVATION_GRADIENT,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given, attrs }) => {
      const backend = wasmBackend(given);
      const dy = input(inputs, 'dy');
      const dx = output(backend, dy.shape);
      kernels.activationGradient(
        offset(backend, dy),
        offset(backend, input(inputs, 'y')),
        offset(backend, dx),
        util.sizeFromShape(dy.shape),
        number(attrs, 'activation'),
      );
      return dx;
    },
  },
  {
    kernelName: COLUMN_SUM,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given }) => {
      const backend = wasmBackend(given);
      const x = input(inputs, 'x');
      const [numRows, width] = x.shape;
      const sum = output(backend, [width]);
      kernels.columnSum(offset(backend, x), offset(backend, sum), numRows, width);
      return sum;
    },
  },
];
