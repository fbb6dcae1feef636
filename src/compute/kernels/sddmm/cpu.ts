/** sddmm in plain loops. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { dropping } from '../dropout/cpu';
import { input, number } from '../kernelCall';
import { floats, integers, output } from '../onCpu';
import { SDDMM } from './index';

export const sddmmCpu: KernelConfig = {
  kernelName: SDDMM,
  backendName: 'cpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const targets = integers(backend, input(inputs, 'targets'));
    const sources = integers(backend, input(inputs, 'sources'));
    const a = floats(backend, input(inputs, 'a'));
    const b = floats(backend, input(inputs, 'b'));
    const dropped = dropping(attrs);
    const heads = number(attrs, 'heads');
    const width = input(inputs, 'a').shape[1];
    const channels = width / heads;
    const numEdges = targets.length;
    const y = new Float32Array(numEdges * heads);
    for (let e = 0; e < numEdges; e++) {
      for (let head = 0; head < heads; head++) {
        const left = targets[e] * width + head * channels;
        const right = sources[e] * width + head * channels;
        let dot = 0;
        for (let c = 0; c < channels; c++) dot += a[left + c] * b[right + c];
        y[e * heads + head] = dropped(dot, e * heads + head);
      }
    }
    return output(backend, [numEdges, heads], y);
  },
};
