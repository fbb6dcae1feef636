/** spmmWeighted on the wasm backend's heap: see wasm/spmmWeighted.as.ts. */
import { util, type KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input, number } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { SPMM_WEIGHTED } from './index';

export const spmmWeightedWasm = (kernels: WasmKernels): KernelConfig => ({
  kernelName: SPMM_WEIGHTED,
  backendName: 'wasm',
  kernelFunc: ({ inputs, backend: given, attrs }) => {
    const backend = wasmBackend(given);
    const at = (name: string) => offset(backend, input(inputs, name));
    const weights = input(inputs, 'weights');
    const heads = weights.shape[1];
    const numRows = input(inputs, 'rowPtr').shape[0] - 1;
    const width = input(inputs, 'x').shape[1];
    const y = output(backend, [numRows, width]);
    const threshold = number(attrs, 'threshold');
    const dropped = threshold > 0 ? output(backend, weights.shape) : null;
    if (dropped)
      kernels.dropout(
        at('weights'),
        offset(backend, dropped),
        util.sizeFromShape(weights.shape),
        number(attrs, 'key'),
        threshold,
        number(attrs, 'scale'),
      );
    kernels.spmmWeighted(
      at('rowPtr'),
      at('edge'),
      at('node'),
      offset(backend, dropped ?? weights),
      at('x'),
      offset(backend, y),
      numRows,
      heads,
      width / heads,
    );
    if (dropped) backend.disposeData(dropped.dataId);
    return y;
  },
});
