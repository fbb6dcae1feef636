/** spmm on the wasm backend's heap: see wasm/spmm.as.ts. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input, number } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { SPMM, SPMM_DROPOUT } from './index';

export const spmmWasm = (kernels: WasmKernels): readonly KernelConfig[] => [
  {
    kernelName: SPMM,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given }) => {
      const backend = wasmBackend(given);
      const at = (name: string) => offset(backend, input(inputs, name));
      const numRows = input(inputs, 'rowPtr').shape[0] - 1;
      const width = input(inputs, 'x').shape[1];
      const y = output(backend, [numRows, width]);
      kernels.spmm(at('rowPtr'), at('colIndex'), at('values'), at('x'), offset(backend, y), numRows, width);
      return y;
    },
  },
  {
    kernelName: SPMM_DROPOUT,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend: given, attrs }) => {
      const backend = wasmBackend(given);
      const at = (name: string) => offset(backend, input(inputs, name));
      const numRows = input(inputs, 'rowPtr').shape[0] - 1;
      const width = input(inputs, 'x').shape[1];
      const y = output(backend, [numRows, width]);
      const values = input(inputs, 'values');
      const dropped = output(backend, values.shape);
      kernels.dropoutOfEntries(
        offset(backend, values),
        at('draws'),
        offset(backend, dropped),
        values.shape[0],
        number(attrs, 'key'),
        number(attrs, 'threshold'),
        number(attrs, 'scale'),
      );
      kernels.spmm(
        at('rowPtr'),
        at('colIndex'),
        offset(backend, dropped),
        at('x'),
        offset(backend, y),
        numRows,
        width,
      );
      backend.disposeData(dropped.dataId);
      return y;
    },
  },
];
