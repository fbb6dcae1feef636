/** sddmm on the wasm backend's heap: see wasm/sddmm.as.ts. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input, number } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { SDDMM } from './index';

export const sddmmWasm = (kernels: WasmKernels): KernelConfig => ({
  kernelName: SDDMM,
  backendName: 'wasm',
  kernelFunc: ({ inputs, backend: given, attrs }) => {
    const backend = wasmBackend(given);
    const at = (name: string) => offset(backend, input(inputs, name));
    const [numEdges] = input(inputs, 'targets').shape;
    const heads = number(attrs, 'heads');
    const width = input(inputs, 'a').shape[1];
    const y = output(backend, [numEdges, heads]);
    const out = offset(backend, y);
    kernels.sddmm(at('targets'), at('sources'), at('a'), at('b'), out, numEdges, heads, width / heads);
    const threshold = number(attrs, 'threshold');
    // In place: each element is read before it is written.
    if (threshold > 0)
      kernels.dropout(out, out, numEdges * heads, number(attrs, 'key'), threshold, number(attrs, 'scale'));
    return y;
  },
});
