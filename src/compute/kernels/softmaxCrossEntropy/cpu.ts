/** Masked softmax cross-entropy in plain loops. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { floats, integers, output } from '../onCpu';
import { SOFTMAX_CROSS_ENTROPY } from './index';

export const softmaxCrossEntropyCpu: KernelConfig = {
  kernelName: SOFTMAX_CROSS_ENTROPY,
  backendName: 'cpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const info = input(inputs, 'logits');
    const logits = floats(backend, info);
    const classes = integers(backend, input(inputs, 'classes'));
    const scale = number(attrs, 'scale');
    const numClasses = info.shape[1];
    const gradient = new Float32Array(logits.length);
    let loss = 0;
    classes.forEach((wanted, row) => {
      if (wanted < 0) return;
      const from = row * numClasses;
      const z = logits.subarray(from, from + numClasses);
      const top = Math.max(...z);
      let sum = 0;
      for (const value of z) sum += Math.exp(value - top);
      for (let c = 0; c < numClasses; c++)
        gradient[from + c] = scale * (Math.exp(z[c] - top) / sum - (c === wanted ? 1 : 0));
      loss += scale * (Math.log(sum) - (z[wanted] - top));
    });
    return [output(backend, [], Float32Array.of(loss)), output(backend, info.shape, gradient)];
  },
};
