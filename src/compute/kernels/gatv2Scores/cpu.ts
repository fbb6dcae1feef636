/** gatv2Scores in plain loops. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { floats, integers, output } from '../onCpu';
import { GATV2_ATTENTION_GRADIENT, GATV2_END_GRADIENT, GATV2_SCORES } from './index';

export const gatv2ScoresCpu: readonly KernelConfig[] = [
  {
    kernelName: GATV2_SCORES,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const targets = integers(backend, input(inputs, 'targets'));
      const sources = integers(backend, input(inputs, 'sources'));
      const ofTarget = floats(backend, input(inputs, 'ofTarget'));
      const ofSource = floats(backend, input(inputs, 'ofSource'));
      const attention = floats(backend, input(inputs, 'attention'));
      const [heads, channels] = input(inputs, 'attention').shape;
      const width = heads * channels;
      const slope = number(attrs, 'slope');
      const y = new Float32Array(targets.length * heads);
      targets.forEach((target, e) => {
        for (let head = 0; head < heads; head++) {
          let score = 0;
          for (let at = head * channels; at < (head + 1) * channels; at++) {
            const z = ofTarget[target * width + at] + ofSource[sources[e] * width + at];
            score += attention[at] * (z > 0 ? z : slope * z);
          }
          y[e * heads + head] = score;
        }
      });
      return output(backend, [targets.length, heads], y);
    },
  },
  {
    kernelName: GATV2_END_GRADIENT,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const rowPtr = integers(backend, input(inputs, 'rowPtr'));
      const edge = integers(backend, input(inputs, 'edge'));
      const node = integers(backend, input(inputs, 'node'));
      const own = floats(backend, input(inputs, 'own'));
      const other = floats(backend, input(inputs, 'other'));
      const attention = floats(backend, input(inputs, 'attention'));
      const ds = floats(backend, input(inputs, 'ds'));
      const [heads, channels] = input(inputs, 'attention').shape;
      const width = heads * channels;
      const slope = number(attrs, 'slope');
      const d = new Float32Array(own.length);
      for (let row = 0; row + 1 < rowPtr.length; row++) {
        for (let column = 0; column < width; column++) {
          const at = row * width + column;
          const head = Math.floor(column / channels);
          let sum = 0;
          for (let k = rowPtr[row]; k < rowPtr[row + 1]; k++) {
            const z = own[at] + other[node[k] * width + column];
            sum += ds[edge[k] * heads + head] * (z > 0 ? 1 : slope);
          }
          d[at] = attention[column] * sum;
        }
      }
      return output(backend, [rowPtr.length - 1, width], d);
    },
  },
  {
    kernelName: GATV2_ATTENTION_GRADIENT,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const targets = integers(backend, input(inputs, 'targets'));
      const sources = integers(backend, input(inputs, 'sources'));
      const ofTarget = floats(backend, input(inputs, 'ofTarget'));
      const ofSource = floats(backend, input(inputs, 'ofSource'));
      const ds = floats(backend, input(inputs, 'ds'));
      const heads = input(inputs, 'ds').shape[1];
      const width = input(inputs, 'ofTarget').shape[1];
      const channels = width / heads;
      const slope = number(attrs, 'slope');
      const sums = new Float64Array(width);
      targets.forEach((target, e) => {
        for (let column = 0; column < width; column++) {
          const z = ofTarget[target * width + column] + ofSource[sources[e] * width + column];
          sums[column] += ds[e * heads + Math.floor(column / channels)] * (z > 0 ? z : slope * z);
        }
      });
      return output(backend, [heads, channels], Float32Array.from(sums));
    },
  },
];
