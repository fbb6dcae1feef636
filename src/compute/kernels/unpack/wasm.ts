/** Parts of a flat tensor, copied within the heap. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, numbers } from '../kernelCall';
import { output, wasmBackend } from '../onWasm';
import { UNPACK } from './index';

export const unpackWasm: KernelConfig = {
  kernelName: UNPACK,
  backendName: 'wasm',
  kernelFunc: ({ inputs, backend: given, attrs }) => {
    const backend = wasmBackend(given);
    const packed = input(inputs, 'packed');
    const offsets = numbers(attrs, 'offsets');
    return numbers(attrs, 'sizes').map((size, k) => {
      const part = output(backend, [size]);
      // Views last until the heap grows, which a new output may make it do: taken after it, and for this part only.
      const values = backend.typedArrayFromHeap(packed).subarray(offsets[k], offsets[k] + size);
      backend.typedArrayFromHeap(part).set(values);
      return part;
    });
  },
};
