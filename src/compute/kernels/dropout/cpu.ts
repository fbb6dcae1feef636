/** Dropout in plain loops. */
import type { KernelConfig, NamedAttrMap } from '@tensorflow/tfjs-core';
import { randomBits } from '../../../data/base/random';
import { input, number } from '../kernelCall';
import { floats, output } from '../onCpu';
import { DROPOUT } from './index';

/** What becomes of value number i. Nothing is dropped where the threshold is 0. */
export function dropping(attrs: NamedAttrMap | undefined): (value: number, i: number) => number {
  const key = number(attrs, 'key');
  const threshold = number(attrs, 'threshold');
  const scale = number(attrs, 'scale');
  if (threshold === 0) return (value) => value;
  return (value, i) => (randomBits(key, i) >>> 8 >= threshold ? value * scale : 0);
}

export const dropoutCpu: KernelConfig = {
  kernelName: DROPOUT,
  backendName: 'cpu',
  kernelFunc: ({ inputs, backend, attrs }) => {
    const x = input(inputs, 'x');
    return output(backend, x.shape, floats(backend, x).map(dropping(attrs)));
  },
};
