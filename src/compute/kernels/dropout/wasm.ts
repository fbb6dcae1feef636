/** Dropout on the wasm backend's heap: see wasm/dropout.as.ts. */
import { util, type KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input, number } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { DROPOUT } from './index';

export const dropoutWasm = (kernels: WasmKernels): KernelConfig => ({
  kernelName: DROPOUT,
  backendName: 'wasm',
  kernelFunc: ({ inputs, backend: given, attrs }) => {
    const backend = wasmBackend(given);
    const x = input(inputs, 'x');
    const y = output(backend, x.shape);
    kernels.dropout(
      offset(backend, x),
      offset(backend, y),
      util.sizeFromShape(x.shape),
      number(attrs, 'key'),
      number(attrs, 'threshold'),
      number(attrs, 'scale'),
    );
    return y;
  },
});
