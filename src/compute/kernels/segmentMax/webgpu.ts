/** segmentMax in WGSL: the winners are one launch, the values that they stand for another. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input } from '../kernelCall';
import { elementwise } from '../onWebgpu';
import { SEGMENT_MAX, SEGMENT_MAX_GRADIENT } from './index';

/** `best == best` is false for NaN, which wins and stays. */
const WINNERS = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let row = index / uniforms.width;
    let column = index % uniforms.width;
    let first = rowPtr[row];
    let end = rowPtr[row + 1];
    if (first == end) {
      result[index] = -1;
      return;
    }
    var best = x[neighbour[first] * uniforms.width + column];
    var winner = first;
    for (var e = first + 1; e < end; e = e + 1) {
      let candidate = x[neighbour[e] * uniforms.width + column];
      if (best == best && !(candidate <= best)) {
        best = candidate;
        winner = e;
      }
    }
    result[index] = winner;
  }`;

const VALUES = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let winner = winners[index];
    if (winner < 0) {
      result[index] = 0.0;
    } else {
      result[index] = x[neighbour[winner] * uniforms.width + index % uniforms.width];
    }
  }`;

const GRADIENT = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let row = index / uniforms.width;
    let column = index % uniforms.width;
    var sum = 0.0;
    for (var k = rowPtr[row]; k < rowPtr[row + 1]; k = k + 1) {
      let at = node[k] * uniforms.width + column;
      if (winners[at] == edge[k]) { sum = sum + dy[at]; }
    }
    result[index] = sum;
  }`;

export const segmentMaxWebgpu: readonly KernelConfig[] = [
  {
    kernelName: SEGMENT_MAX,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend }) => {
      const rowPtr = input(inputs, 'rowPtr');
      const neighbour = input(inputs, 'from');
      const x = input(inputs, 'x');
      const width = x.shape[1];
      const outputShape = [rowPtr.shape[0] - 1, width];
      const winners = elementwise(backend, {
        key: `${SEGMENT_MAX}_winners`,
        inputs: [
          ['rowPtr', rowPtr],
          ['neighbour', neighbour],
          ['x', x],
        ],
        uniforms: [['width', 'i32', width]],
        code: WINNERS,
        outputShape,
        dtype: 'int32',
      });
      const value = elementwise(backend, {
        key: SEGMENT_MAX,
        inputs: [
          ['neighbour', neighbour],
          ['x', x],
          ['winners', winners],
        ],
        uniforms: [['width', 'i32', width]],
        code: VALUES,
        outputShape,
      });
      return [value, winners];
    },
  },
  {
    kernelName: SEGMENT_MAX_GRADIENT,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend }) => {
      const names = ['rowPtr', 'edge', 'node', 'winners', 'dy'] as const;
      const width = input(inputs, 'dy').shape[1];
      return elementwise(backend, {
        key: SEGMENT_MAX_GRADIENT,
        inputs: names.map((name) => [name, input(inputs, name)]),
        uniforms: [['width', 'i32', width]],
        code: GRADIENT,
        outputShape: [input(inputs, 'rowPtr').shape[0] - 1, width],
      });
    },
  },
];
