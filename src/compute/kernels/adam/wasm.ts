/** Adam on the wasm backend's heap: see wasm/adam.as.ts. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input, number } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { ADAM } from './index';

export const adamWasm = (kernels: WasmKernels): KernelConfig => ({
  kernelName: ADAM,
  backendName: 'wasm',
  kernelFunc: ({ inputs, backend: given, attrs }) => {
    const backend = wasmBackend(given);
    const at = (name: string) => offset(backend, input(inputs, name));
    const [size] = input(inputs, 'weights').shape;
    const weights = output(backend, [size]);
    const moments = output(backend, [2 * size]);
    kernels.adam(
      at('weights'),
      at('moments'),
      at('gradient'),
      at('rates'),
      at('decay'),
      offset(backend, weights),
      offset(backend, moments),
      size,
      number(attrs, 'correction'),
      number(attrs, 'rootCorrection'),
      number(attrs, 'beta1'),
      number(attrs, 'rest1'),
      number(attrs, 'beta2'),
      number(attrs, 'rest2'),
      number(attrs, 'epsilon'),
      number(attrs, 'penalty'),
      number(attrs, 'shrinkage'),
    );
    return [weights, moments];
  },
});
