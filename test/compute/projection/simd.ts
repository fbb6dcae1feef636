/** The heavy loops in WebAssembly, from the module that `npm run wasm` builds. */
import { readFileSync } from 'node:fs';
import { wasmKernels } from '../../../src/compute/projection/wasmKernels';

export const simdKernels = wasmKernels(
  new WebAssembly.Module(readFileSync('src/compute/wasm/build/kernels.wasm')),
);
