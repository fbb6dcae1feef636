/** Dropout in plain loops. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { randomBits } from '../../../data/base/random';
import { input, number } from '../kernelCall';
import { floats, output } from '../onCpu';
import { DROPOUT } from './index';

export const dropoutCpu: KernelConfig = {
  kernelName: DROPOUT,
  backendName: 'cpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const x = input(inputs, 'x');
    const key = number(attrs, 'key');
    const threshold = number(attrs, 'threshold');
    const scale = number(attrs, 'scale');
    const y = floats(backend, x).map((value, i) =>
      randomBits(key, i) >>> 8 >= threshold ? value * scale : 0,
    );
    return output(backend, x.shape, y);
  },
};
