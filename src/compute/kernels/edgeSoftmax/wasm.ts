/** edgeSoftmax on the wasm backend's heap: see wasm/edgeSoftmax.as.ts. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { EDGE_SOFTMAX, EDGE_SOFTMAX_GRADIENT } from './index';

export const edgeSoftmaxWasm = (kernels: WasmKernels): readonly KernelConfig[] => [
  {
    kernelName: EDGE_SOFTMAX,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given }) => {
      const backend = wasmBackend(given);
      const rowPtr = input(inputs, 'rowPtr');
      const scores = input(inputs, 'scores');
      const y = output(backend, scores.shape);
      kernels.edgeSoftmax(
        offset(backend, rowPtr),
        offset(backend, scores),
        offset(backend, y),
        rowPtr.shape[0] - 1,
        scores.shape[1],
      );
      return y;
    },
  },
  {
    kernelName: EDGE_SOFTMAX_GRADIENT,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given }) => {
      const backend = wasmBackend(given);
      const rowPtr = input(inputs, 'rowPtr');
      const y = input(inputs, 'y');
      const ds = output(backend, y.shape);
      kernels.edgeSoftmaxGradient(
        offset(backend, rowPtr),
        offset(backend, input(inputs, 'dy')),
        offset(backend, y),
        offset(backend, ds),
        rowPtr.shape[0] - 1,
        y.shape[1],
      );
      return ds;
    },
  },
];
