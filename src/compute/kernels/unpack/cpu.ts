/** Parts of a flat tensor, as views: no kernel writes to its inputs. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, numbers } from '../kernelCall';
import { floats, output } from '../onCpu';
import { UNPACK } from './index';

export const unpackCpu: KernelConfig = {
  kernelName: UNPACK,
  backendName: 'cpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const packed = floats(backend, input(inputs, 'packed'));
    const offsets = numbers(attrs, 'offsets');
    return numbers(attrs, 'sizes').map((size, k) =>
      output(backend, [size], packed.subarray(offsets[k], offsets[k] + size)),
    );
  },
};
