/** gatv2Scores in WGSL; the gradient of the attention vectors is one workgroup for each of their elements. */
import type { KernelConfig, NamedAttrMap } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { elementwise, reduction, REDUCTION_THREADS, type Uniform } from '../onWebgpu';
import { GATV2_ATTENTION_GRADIENT, GATV2_END_GRADIENT, GATV2_SCORES } from './index';

const SCORES = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let e = index / uniforms.heads;
    let column = (index % uniforms.heads) * uniforms.channels;
    let left = targets[e] * uniforms.width + column;
    let right = sources[e] * uniforms.width + column;
    var score = 0.0;
    for (var c = 0; c < uniforms.channels; c = c + 1) {
      let z = ofTarget[left + c] + ofSource[right + c];
      score = score + attention[column + c] * select(uniforms.slope * z, z, z > 0.0);
    }
    result[index] = score;
  }`;

const END_GRADIENT = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let row = index / uniforms.width;
    let column = index % uniforms.width;
    let head = column / uniforms.channels;
    var sum = 0.0;
    for (var k = rowPtr[row]; k < rowPtr[row + 1]; k = k + 1) {
      let z = own[index] + other[node[k] * uniforms.width + column];
      sum = sum + ds[edge[k] * uniforms.heads + head] * select(uniforms.slope, 1.0, z > 0.0);
    }
    result[index] = attention[column] * sum;
  }`;

const ATTENTION_GRADIENT = `
  fn part(slot : i32, thread : i32) -> f32 {
    let head = slot / uniforms.channels;
    var sum = 0.0;
    for (var e = thread; e < uniforms.numEdges; e = e + ${REDUCTION_THREADS}) {
      let z = ofTarget[targets[e] * uniforms.width + slot] + ofSource[sources[e] * uniforms.width + slot];
      sum = sum + ds[e * uniforms.heads + head] * select(uniforms.slope * z, z, z > 0.0);
    }
    return sum;
  }`;

const sizes = (heads: number, channels: number, attrs: NamedAttrMap | undefined): readonly Uniform[] => [
  ['width', 'i32', heads * channels],
  ['heads', 'i32', heads],
  ['channels', 'i32', channels],
  ['slope', 'f32', number(attrs, 'slope')],
];

export const gatv2ScoresWebgpu: readonly KernelConfig[] = [
  {
    kernelName: GATV2_SCORES,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const names = ['targets', 'sources', 'ofTarget', 'ofSource', 'attention'] as const;
      const [heads, channels] = input(inputs, 'attention').shape;
      return elementwise(backend, {
        key: GATV2_SCORES,
        inputs: names.map((name) => [name, input(inputs, name)]),
        uniforms: sizes(heads, channels, attrs),
        code: SCORES,
        outputShape: [input(inputs, 'targets').shape[0], heads],
      });
    },
  },
  {
    kernelName: GATV2_END_GRADIENT,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const names = ['rowPtr', 'edge', 'node', 'own', 'other', 'attention', 'ds'] as const;
      const [heads, channels] = input(inputs, 'attention').shape;
      return elementwise(backend, {
        key: GATV2_END_GRADIENT,
        inputs: names.map((name) => [name, input(inputs, name)]),
        uniforms: sizes(heads, channels, attrs),
        code: END_GRADIENT,
        outputShape: [input(inputs, 'rowPtr').shape[0] - 1, heads * channels],
      });
    },
  },
  {
    kernelName: GATV2_ATTENTION_GRADIENT,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const names = ['targets', 'sources', 'ofTarget', 'ofSource', 'ds'] as const;
      const [numEdges, heads] = input(inputs, 'ds').shape;
      const channels = input(inputs, 'ofTarget').shape[1] / heads;
      const sum = reduction(backend, {
        key: GATV2_ATTENTION_GRADIENT,
        inputs: names.map((name) => [name, input(inputs, name)]),
        uniforms: [...sizes(heads, channels, attrs), ['numEdges', 'i32', numEdges]],
        code: ATTENTION_GRADIENT,
        outputShape: [heads * channels],
      });
      return { ...sum, shape: [heads, channels] };
    },
  },
];
