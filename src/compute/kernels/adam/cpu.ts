/** Adam in plain loops. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { floats, output } from '../onCpu';
import { ADAM } from './index';

export const adamCpu: KernelConfig = {
  kernelName: ADAM,
  backendName: 'cpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const of = (name: string) => floats(backend, input(inputs, name));
    const [correction, rootCorrection, beta1, rest1, beta2, rest2, epsilon, penalty, shrinkage] = [
      'correction',
      'rootCorrection',
      'beta1',
      'rest1',
      'beta2',
      'rest2',
      'epsilon',
      'penalty',
      'shrinkage',
    ].map((name) => number(attrs, name));
    const gradient = of('gradient');
    const rates = of('rates');
    const decay = of('decay');
    const weights = of('weights').slice();
    const moments = of('moments').slice();
    const size = weights.length;
    for (let i = 0; i < size; i++) {
      const g = gradient[i] + penalty * decay[i] * weights[i];
      moments[i] = beta1 * moments[i] + rest1 * g;
      moments[size + i] = beta2 * moments[size + i] + rest2 * g * g;
      const root = Math.sqrt(moments[size + i]) * rootCorrection;
      const kept = weights[i] * (1 - shrinkage * rates[i] * decay[i]);
      weights[i] = kept - (rates[i] * correction * moments[i]) / (root + epsilon);
    }
    return [output(backend, [size], weights), output(backend, [2 * size], moments)];
  },
};
