/** gatScores in plain loops. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { floats, integers, output } from '../onCpu';
import { GAT_SCORES, LEAKY_GRADIENT } from './index';

export const gatScoresCpu: readonly KernelConfig[] = [
  {
    kernelName: GAT_SCORES,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const targets = integers(backend, input(inputs, 'targets'));
      const sources = integers(backend, input(inputs, 'sources'));
      const ofTarget = floats(backend, input(inputs, 'ofTarget'));
      const ofSource = floats(backend, input(inputs, 'ofSource'));
      const heads = input(inputs, 'ofTarget').shape[1];
      const slope = number(attrs, 'slope');
      const y = new Float32Array(targets.length * heads);
      targets.forEach((target, e) => {
        for (let head = 0; head < heads; head++) {
          const z = ofTarget[target * heads + head] + ofSource[sources[e] * heads + head];
          y[e * heads + head] = z > 0 ? z : slope * z;
        }
      });
      return output(backend, [targets.length, heads], y);
    },
  },
  {
    kernelName: LEAKY_GRADIENT,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const info = input(inputs, 'dy');
      const y = floats(backend, input(inputs, 'y'));
      const slope = number(attrs, 'slope');
      const dz = floats(backend, info).map((value, i) => (y[i] > 0 ? value : slope * value));
      return output(backend, info.shape, dz);
    },
  },
];
