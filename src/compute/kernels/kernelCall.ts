/** Reading a kernel's inputs and attributes with the checks that the types of tfjs leave out. */
import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';

export function input(inputs: NamedTensorInfoMap, name: string): TensorInfo {
  const info = inputs[name];
  if (!info) throw fail('kernels', `expected an input named ${name}, got none`);
  return info;
}

export function number(attrs: NamedAttrMap | undefined, name: string): number {
  const value = attrs?.[name];
  if (typeof value !== 'number')
    throw fail('kernels', `expected a number named ${name}, got ${typeof value}`);
  return value;
}

export function numbers(attrs: NamedAttrMap | undefined, name: string): readonly number[] {
  const value = attrs?.[name];
  if (!Array.isArray(value)) throw fail('kernels', `expected numbers named ${name}, got ${typeof value}`);
  return value.filter((each) => typeof each === 'number');
}
