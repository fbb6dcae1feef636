/** The dense product and its gradients on the wasm backend's heap: see wasm/linear.as.ts. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { LINEAR, LINEAR_INPUT_GRADIENT, LINEAR_WEIGHT_GRADIENT } from './index';

export const linearWasm = (kernels: WasmKernels): readonly KernelConfig[] => [
  {
    kernelName: LINEAR,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given }) => {
      const backend = wasmBackend(given);
      const x = input(inputs, 'x');
      const w = input(inputs, 'w');
      const [numRows, inChannels] = x.shape;
      const outChannels = w.shape[1];
      const y = output(backend, [numRows, outChannels]);
      const [from, by] = [offset(backend, x), offset(backend, w)];
      kernels.linear(from, by, offset(backend, y), numRows, inChannels, outChannels);
      return y;
    },
  },
  {
    kernelName: LINEAR_INPUT_GRADIENT,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given }) => {
      const backend = wasmBackend(given);
      const dy = input(inputs, 'dy');
      const w = input(inputs, 'w');
      const [inChannels, outChannels] = w.shape;
      const dx = output(backend, [dy.shape[0], inChannels]);
      const flipped = output(backend, [outChannels, inChannels]);
      kernels.linearInputGradient(
        offset(backend, dy),
        offset(backend, w),
        offset(backend, flipped),
        offset(backend, dx),
        dy.shape[0],
        inChannels,
        outChannels,
      );
      backend.disposeData(flipped.dataId);
      return dx;
    },
  },
  {
    kernelName: LINEAR_WEIGHT_GRADIENT,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given }) => {
      const backend = wasmBackend(given);
      const x = input(inputs, 'x');
      const dy = input(inputs, 'dy');
      const [numRows, inChannels] = x.shape;
      const outChannels = dy.shape[1];
      const dw = output(backend, [inChannels, outChannels]);
      kernels.linearWeightGradient(
        offset(backend, x),
        offset(backend, dy),
        offset(backend, dw),
        numRows,
        inChannels,
        outChannels,
      );
      return dw;
    },
  },
];
