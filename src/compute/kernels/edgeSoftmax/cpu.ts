/** edgeSoftmax in plain loops. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input } from '../kernelCall';
import { floats, integers, output } from '../onCpu';
import { EDGE_SOFTMAX, EDGE_SOFTMAX_GRADIENT } from './index';

/** The elements of one node and head: every `heads`-th from start to end. */
function eachSegment(rowPtr: Int32Array, heads: number, visit: (start: number, end: number) => void): void {
  for (let row = 0; row + 1 < rowPtr.length; row++)
    for (let head = 0; head < heads; head++) visit(rowPtr[row] * heads + head, rowPtr[row + 1] * heads);
}

export const edgeSoftmaxCpu: readonly KernelConfig[] = [
  {
    kernelName: EDGE_SOFTMAX,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend }) => {
      const info = input(inputs, 'scores');
      const scores = floats(backend, info);
      const heads = info.shape[1];
      const y = new Float32Array(scores.length);
      eachSegment(integers(backend, input(inputs, 'rowPtr')), heads, (start, end) => {
        let top = -Infinity;
        for (let at = start; at < end; at += heads) top = Math.max(top, scores[at]);
        let sum = 0;
        for (let at = start; at < end; at += heads) sum += Math.exp(scores[at] - top);
        for (let at = start; at < end; at += heads) y[at] = Math.exp(scores[at] - top) / sum;
      });
      return output(backend, info.shape, y);
    },
  },
  {
    kernelName: EDGE_SOFTMAX_GRADIENT,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend }) => {
      const info = input(inputs, 'y');
      const y = floats(backend, info);
      const dy = floats(backend, input(inputs, 'dy'));
      const heads = info.shape[1];
      const ds = new Float32Array(y.length);
      eachSegment(integers(backend, input(inputs, 'rowPtr')), heads, (start, end) => {
        let mean = 0;
        for (let at = start; at < end; at += heads) mean += y[at] * dy[at];
        for (let at = start; at < end; at += heads) ds[at] = y[at] * (dy[at] - mean);
      });
      return output(backend, info.shape, ds);
    },
  },
];
