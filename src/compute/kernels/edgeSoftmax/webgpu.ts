/** edgeSoftmax in WGSL: one launch sums over each node's edges, a second gives each edge its share of that. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input } from '../kernelCall';
import { elementwise, release } from '../onWebgpu';
import { EDGE_SOFTMAX, EDGE_SOFTMAX_GRADIENT } from './index';

/** Largest score of a node and head, and the sum of exp(score - largest): result[2 slot], result[2 slot + 1]. */
const TOP_AND_SUM = `
  fn main(index : i32) {
    if (2 * index >= uniforms.size) { return; }
    let row = index / uniforms.heads;
    let start = rowPtr[row] * uniforms.heads + index % uniforms.heads;
    let end = rowPtr[row + 1] * uniforms.heads;
    var top = 0.0;
    if (start < end) { top = scores[start]; }
    for (var at = start; at < end; at = at + uniforms.heads) { top = max(top, scores[at]); }
    var sum = 0.0;
    for (var at = start; at < end; at = at + uniforms.heads) { sum = sum + exp(scores[at] - top); }
    result[2 * index] = top;
    result[2 * index + 1] = sum;
  }`;

const SHARE = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let slot = targets[index / uniforms.heads] * uniforms.heads + index % uniforms.heads;
    result[index] = exp(scores[index] - topAndSum[2 * slot]) / topAndSum[2 * slot + 1];
  }`;

const MEAN = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let row = index / uniforms.heads;
    let start = rowPtr[row] * uniforms.heads + index % uniforms.heads;
    let end = rowPtr[row + 1] * uniforms.heads;
    var sum = 0.0;
    for (var at = start; at < end; at = at + uniforms.heads) { sum = sum + y[at] * dy[at]; }
    result[index] = sum;
  }`;

const GRADIENT = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let slot = targets[index / uniforms.heads] * uniforms.heads + index % uniforms.heads;
    result[index] = y[index] * (dy[index] - mean[slot]);
  }`;

export const edgeSoftmaxWebgpu: readonly KernelConfig[] = [
  {
    kernelName: EDGE_SOFTMAX,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend }) => {
      const rowPtr = input(inputs, 'rowPtr');
      const scores = input(inputs, 'scores');
      const heads = scores.shape[1];
      const topAndSum = elementwise(backend, {
        key: `${EDGE_SOFTMAX}_sum`,
        inputs: [
          ['rowPtr', rowPtr],
          ['scores', scores],
        ],
        uniforms: [['heads', 'i32', heads]],
        code: TOP_AND_SUM,
        outputShape: [rowPtr.shape[0] - 1, heads, 2],
      });
      const y = elementwise(backend, {
        key: EDGE_SOFTMAX,
        inputs: [
          ['targets', input(inputs, 'targets')],
          ['scores', scores],
          ['topAndSum', topAndSum],
        ],
        uniforms: [['heads', 'i32', heads]],
        code: SHARE,
        outputShape: scores.shape,
      });
      release(backend, topAndSum);
      return y;
    },
  },
  {
    kernelName: EDGE_SOFTMAX_GRADIENT,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend }) => {
      const rowPtr = input(inputs, 'rowPtr');
      const y = input(inputs, 'y');
      const dy = input(inputs, 'dy');
      const heads = y.shape[1];
      const mean = elementwise(backend, {
        key: `${EDGE_SOFTMAX_GRADIENT}_mean`,
        inputs: [
          ['rowPtr', rowPtr],
          ['y', y],
          ['dy', dy],
        ],
        uniforms: [['heads', 'i32', heads]],
        code: MEAN,
        outputShape: [rowPtr.shape[0] - 1, heads],
      });
      const ds = elementwise(backend, {
        key: EDGE_SOFTMAX_GRADIENT,
        inputs: [
          ['targets', input(inputs, 'targets')],
          ['y', y],
          ['dy', dy],
          ['mean', mean],
        ],
        uniforms: [['heads', 'i32', heads]],
        code: GRADIENT,
        outputShape: y.shape,
      });
      release(backend, mean);
      return ds;
    },
  },
];
