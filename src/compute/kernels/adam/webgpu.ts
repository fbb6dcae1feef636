/** Adam in WGSL: a program writes one buffer, so the moments are one launch and the weights another. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { elementwise } from '../onWebgpu';
import { ADAM } from './index';

const MOMENTS = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let isSecond = index >= uniforms.numWeights;
    let i = index - select(0, uniforms.numWeights, isSecond);
    let g = gradient[i] + uniforms.penalty * decay[i] * weights[i];
    if (isSecond) {
      result[index] = uniforms.beta2 * moments[index] + uniforms.rest2 * (g * g);
    } else {
      result[index] = uniforms.beta1 * moments[index] + uniforms.rest1 * g;
    }
  }`;

const WEIGHTS = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let root = sqrt(moments[uniforms.size + index]) * uniforms.rootCorrection;
    let kept = weights[index] * (1.0 - uniforms.shrinkage * rates[index] * decay[index]);
    let rate = rates[index] * uniforms.correction;
    result[index] = kept - rate * moments[index] / (root + uniforms.epsilon);
  }`;

export const adamWebgpu: KernelConfig = {
  kernelName: ADAM,
  backendName: 'webgpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const weights = input(inputs, 'weights');
    const [size] = weights.shape;
    const newMoments = elementwise(backend, {
      key: `${ADAM}_moments`,
      inputs: [
        ['weights', weights],
        ['moments', input(inputs, 'moments')],
        ['gradient', input(inputs, 'gradient')],
        ['decay', input(inputs, 'decay')],
      ],
      uniforms: [
        ['numWeights', 'i32', size],
        ['beta1', 'f32', number(attrs, 'beta1')],
        ['rest1', 'f32', number(attrs, 'rest1')],
        ['beta2', 'f32', number(attrs, 'beta2')],
        ['rest2', 'f32', number(attrs, 'rest2')],
        ['penalty', 'f32', number(attrs, 'penalty')],
      ],
      code: MOMENTS,
      outputShape: [2 * size],
    });
    const newWeights = elementwise(backend, {
      key: `${ADAM}_weights`,
      inputs: [
        ['weights', weights],
        ['moments', newMoments],
        ['rates', input(inputs, 'rates')],
        ['decay', input(inputs, 'decay')],
      ],
      uniforms: [
        ['correction', 'f32', number(attrs, 'correction')],
        ['rootCorrection', 'f32', number(attrs, 'rootCorrection')],
        ['epsilon', 'f32', number(attrs, 'epsilon')],
        ['shrinkage', 'f32', number(attrs, 'shrinkage')],
      ],
      code: WEIGHTS,
      outputShape: [size],
    });
    return [newWeights, newMoments];
  },
};
