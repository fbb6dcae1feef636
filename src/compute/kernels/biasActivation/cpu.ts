/** Bias and activation in plain loops. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { ACTIVATIONS, type Activation } from '../../../data/run/params';
import { input, number } from '../kernelCall';
import { floats, output } from '../onCpu';
import { ACTIVATION_GRADIENT, BIAS_ACTIVATION, COLUMN_SUM } from './index';

/** Comparisons are written so that NaN comes out as NaN: a run that diverges must be seen to. */
const ACTIVATE: Record<Activation, (x: number) => number> = {
  relu: (x) => (x < 0 ? 0 : x),
  tanh: Math.tanh,
  elu: (x) => (x < 0 ? Math.expm1(x) : x),
  none: (x) => x,
};

const SLOPE_FROM_OUTPUT: Record<Activation, (y: number) => number> = {
  relu: (y) => (y > 0 ? 1 : 0),
  tanh: (y) => 1 - y * y,
  elu: (y) => (y < 0 ? y + 1 : 1),
  none: () => 1,
};

export const biasActivationCpu: readonly KernelConfig[] = [
  {
    kernelName: BIAS_ACTIVATION,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const x = input(inputs, 'x');
      const bias = floats(backend, input(inputs, 'bias'));
      const activate = ACTIVATE[ACTIVATIONS[number(attrs, 'activation')]];
      const y = floats(backend, x).map((value, i) => activate(value + bias[i % bias.length]));
      return output(backend, x.shape, y);
    },
  },
  {
    kernelName: ACTIVATION_GRADIENT,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const y = floats(backend, input(inputs, 'y'));
      const slope = SLOPE_FROM_OUTPUT[ACTIVATIONS[number(attrs, 'activation')]];
      const dy = input(inputs, 'dy');
      const dx = floats(backend, dy).map((value, i) => value * slope(y[i]));
      return output(backend, dy.shape, dx);
    },
  },
  {
    kernelName: COLUMN_SUM,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend }) => {
      const x = input(inputs, 'x');
      const width = x.shape[1];
      const sum = new Float32Array(width);
      floats(backend, x).forEach((value, i) => (sum[i % width] += value));
      return output(backend, [width], sum);
    },
  },
];
