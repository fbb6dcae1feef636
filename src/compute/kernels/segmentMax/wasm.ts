/** segmentMax on the wasm backend's heap: see wasm/segmentMax.as.ts. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input } from '../kernelCall';
import { integerOutput, offset, output, wasmBackend } from '../onWasm';
import { SEGMENT_MAX, SEGMENT_MAX_GRADIENT } from './index';

export const segmentMaxWasm = (kernels: WasmKernels): readonly KernelConfig[] => [
  {
    kernelName: SEGMENT_MAX,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given }) => {
      const backend = wasmBackend(given);
      const at = (name: string) => offset(backend, input(inputs, name));
      const numRows = input(inputs, 'rowPtr').shape[0] - 1;
      const width = input(inputs, 'x').shape[1];
      const value = output(backend, [numRows, width]);
      const winners = integerOutput(backend, [numRows, width]);
      kernels.segmentMax(
        at('rowPtr'),
        at('from'),
        at('x'),
        offset(backend, value),
        offset(backend, winners),
        numRows,
        width,
      );
      return [value, winners];
    },
  },
  {
    kernelName: SEGMENT_MAX_GRADIENT,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given }) => {
      const backend = wasmBackend(given);
      const at = (name: string) => offset(backend, input(inputs, name));
      const numRows = input(inputs, 'rowPtr').shape[0] - 1;
      const width = input(inputs, 'dy').shape[1];
      const dx = output(backend, [numRows, width]);
      kernels.segmentMaxGradient(
        at('rowPtr'),
        at('edge'),
        at('node'),
        at('winners'),
        at('dy'),
        offset(backend, dx),
        numRows,
        width,
      );
      return dx;
    },
  },
];
