/** Masked softmax cross-entropy on the wasm backend's heap: see wasm/softmaxCrossEntropy.as.ts. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { WasmKernels } from '../../wasm/module';
import { input, number } from '../kernelCall';
import { offset, output, wasmBackend } from '../onWasm';
import { SOFTMAX_CROSS_ENTROPY } from './index';

export const softmaxCrossEntropyWasm = (kernels: WasmKernels): KernelConfig => ({
  kernelName: SOFTMAX_CROSS_ENTROPY,
  backendName: 'wasm',
  kernelFunc: ({ inputs, backend: given, attrs }) => {
    const backend = wasmBackend(given);
    const logits = input(inputs, 'logits');
    const [numRows, numClasses] = logits.shape;
    const loss = output(backend, []);
    const gradient = output(backend, logits.shape);
    kernels.softmaxCrossEntropy(
      offset(backend, logits),
      offset(backend, input(inputs, 'classes')),
      offset(backend, loss),
      offset(backend, gradient),
      numRows,
      numClasses,
      number(attrs, 'scale'),
    );
    return [loss, gradient];
  },
});
