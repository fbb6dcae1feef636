/** gatherRows on the wasm backend's heap: see wasm/gatherRows.as.ts. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { GATHER_ROWS } from './index';

export const gatherRowsWasm = (kernels: WasmKernels): KernelConfig => ({
  kernelName: GATHER_ROWS,
  backendName: 'wasm',
  kernelFunc: ({ inputs, backend: given }) => {
    const backend = wasmBackend(given);
    const nodes = input(inputs, 'nodes');
    const x = input(inputs, 'x');
    const [numEdges] = nodes.shape;
    const width = x.shape[1];
    const y = output(backend, [numEdges, width]);
    kernels.gatherRows(offset(backend, nodes), offset(backend, x), offset(backend, y), numEdges, width);
    return y;
  },
});
