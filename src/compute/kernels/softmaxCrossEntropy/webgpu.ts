/** Masked softmax cross-entropy in WGSL: the loss is one workgroup's sum, the gradient one thread for each element. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { input, number } from '../kernelCall';
import { elementwise, reduction, REDUCTION_THREADS } from '../onWebgpu';
import { SOFTMAX_CROSS_ENTROPY } from './index';

const ROW = `
  fn topOf(start : i32) -> f32 {
    var top = logits[start];
    for (var c = 1; c < uniforms.numClasses; c = c + 1) { top = max(top, logits[start + c]); }
    return top;
  }
  fn sumOf(start : i32, top : f32) -> f32 {
    var sum = 0.0;
    for (var c = 0; c < uniforms.numClasses; c = c + 1) { sum = sum + exp(logits[start + c] - top); }
    return sum;
  }`;

const LOSS = `${ROW}
  fn part(slot : i32, thread : i32) -> f32 {
    var loss = 0.0;
    for (var row = thread; row < uniforms.numRows; row = row + ${REDUCTION_THREADS}) {
      let wanted = classes[row];
      if (wanted >= 0) {
        let start = row * uniforms.numClasses;
        let top = topOf(start);
        loss = loss + log(sumOf(start, top)) - (logits[start + wanted] - top);
      }
    }
    return loss * uniforms.scale;
  }`;

const GRADIENT = `${ROW}
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let row = index / uniforms.numClasses;
    let wanted = classes[row];
    if (wanted < 0) {
      result[index] = 0.0;
      return;
    }
    let start = row * uniforms.numClasses;
    let top = topOf(start);
    let probability = exp(logits[index] - top) / sumOf(start, top);
    result[index] = uniforms.scale * (probability - select(0.0, 1.0, index - start == wanted));
  }`;

export const softmaxCrossEntropyWebgpu: KernelConfig = {
  kernelName: SOFTMAX_CROSS_ENTROPY,
  backendName: 'webgpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const logits = input(inputs, 'logits');
    const [numRows, numClasses] = logits.shape;
    const shared = {
      inputs: [
        ['logits', logits],
        ['classes', input(inputs, 'classes')],
      ],
      uniforms: [
        ['numRows', 'i32', numRows],
        ['numClasses', 'i32', numClasses],
        ['scale', 'f32', number(attrs, 'scale')],
      ],
    } as const;
    const loss = reduction(backend, {
      ...shared,
      key: `${SOFTMAX_CROSS_ENTROPY}_loss`,
      code: LOSS,
      outputShape: [1],
    });
    const gradient = elementwise(backend, {
      ...shared,
      key: `${SOFTMAX_CROSS_ENTROPY}_gradient`,
      code: GRADIENT,
      outputShape: logits.shape,
    });
    return [{ ...loss, shape: [] }, gradient];
  },
};
