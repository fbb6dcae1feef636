/** Bias and activation in WGSL; the sum over rows is one workgroup for each column. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { ACTIVATIONS, type Activation } from '../../../data/run/params';
import { input, number } from '../kernelCall';
import { elementwise, reduction, REDUCTION_THREADS } from '../onWebgpu';
import { ACTIVATION_GRADIENT, BIAS_ACTIVATION, COLUMN_SUM } from './index';

/** relu is not `max(v, 0)`, which may turn NaN to 0. tanh overflows on some drivers beyond 40; it is 1 from 10 on. */
const ACTIVATE: Record<Activation, string> = {
  relu: 'select(v, 0.0, v < 0.0)',
  tanh: 'tanh(clamp(v, -15.0, 15.0))',
  elu: 'select(exp(v) - 1.0, v, v > 0.0)',
  none: 'v',
};

const SLOPE_FROM_OUTPUT: Record<Activation, string> = {
  relu: 'select(0.0, 1.0, v > 0.0)',
  tanh: '1.0 - v * v',
  elu: 'min(v + 1.0, 1.0)',
  none: '1.0',
};

const COLUMN_SUM_CODE = `
  fn part(slot : i32, thread : i32) -> f32 {
    var sum = 0.0;
    for (var row = thread; row < uniforms.numRows; row = row + ${REDUCTION_THREADS}) {
      sum = sum + x[row * uniforms.width + slot];
    }
    return sum;
  }`;

export const biasActivationWebgpu: readonly KernelConfig[] = [
  {
    kernelName: BIAS_ACTIVATION,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const x = input(inputs, 'x');
      const activation = ACTIVATIONS[number(attrs, 'activation')];
      const code = `
        fn main(index : i32) {
          if (index >= uniforms.size) { return; }
          let v = x[index] + bias[index % uniforms.width];
          result[index] = ${ACTIVATE[activation]};
        }`;
      return elementwise(backend, {
        key: `${BIAS_ACTIVATION}_${activation}`,
        inputs: [
          ['x', x],
          ['bias', input(inputs, 'bias')],
        ],
        uniforms: [['width', 'i32', x.shape[1]]],
        code,
        outputShape: x.shape,
      });
    },
  },
  {
    kernelName: ACTIVATION_GRADIENT,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const dy = input(inputs, 'dy');
      const activation = ACTIVATIONS[number(attrs, 'activation')];
      const code = `
        fn main(index : i32) {
          if (index >= uniforms.size) { return; }
          let v = y[index];
          result[index] = dy[index] * (${SLOPE_FROM_OUTPUT[activation]});
        }`;
      return elementwise(backend, {
        key: `${ACTIVATION_GRADIENT}_${activation}`,
        inputs: [
          ['dy', dy],
          ['y', input(inputs, 'y')],
        ],
        uniforms: [],
        code,
        outputShape: dy.shape,
      });
    },
  },
  {
    kernelName: COLUMN_SUM,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend }) => {
      const x = input(inputs, 'x');
      const [numRows, width] = x.shape;
      return reduction(backend, {
        key: COLUMN_SUM,
        inputs: [['x', x]],
        uniforms: [
          ['numRows', 'i32', numRows],
          ['width', 'i32', width],
        ],
        code: COLUMN_SUM_CODE,
        outputShape: [width],
      });
    },
  },
];
