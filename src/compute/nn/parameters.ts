/**
 * All parameters of a model in one flat array, layer by layer, weight before bias. One array makes Adam one kernel
 * for the whole model, and a keyframe one copy.
 */
import { reshape, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import type { LayerSpec } from '../../data/spec/layers';
import { unpack } from '../kernels/unpack/index';
import { glorotUniform } from './init';

export interface Parameter {
  /** Index of its layer, from 0. */
  readonly layer: number;
  readonly role: 'weight' | 'bias';
  readonly shape: readonly number[];
  readonly offset: number;
  readonly size: number;
}

/** Where everything stands, for layers that take inChannels numbers per node. */
export function parametersOf(layers: readonly LayerSpec[], inChannels: number): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let offset = 0;
  const add = (layer: number, role: Parameter['role'], shape: readonly number[]) => {
    const size = shape.reduce((product, length) => product * length, 1);
    parameters.push({ layer, role, shape, offset, size });
    offset += size;
  };
  layers.forEach(({ width, bias }, layer) => {
    add(layer, 'weight', [layer === 0 ? inChannels : layers[layer - 1].width, width]);
    if (bias) add(layer, 'bias', [width]);
  });
  return parameters;
}

export const parameterCount = (parameters: readonly Parameter[]): number =>
  parameters.reduce((sum, { size }) => sum + size, 0);

/** Glorot for weights, zero for biases. */
export function initialParameters(parameters: readonly Parameter[], seed: number): Float32Array {
  const packed = new Float32Array(parameterCount(parameters));
  parameters.forEach(({ role, shape, offset }, tensor) => {
    if (role === 'weight') packed.set(glorotUniform(shape[0], shape[1], seed, tensor), offset);
  });
  return packed;
}

/** The L2 penalty of each single parameter: the first layer's weights alone (Kipf and Welling, section 5.2). */
export function decayOf(parameters: readonly Parameter[], weightDecay: number): Float32Array {
  const decay = new Float32Array(parameterCount(parameters));
  for (const { layer, role, offset, size } of parameters)
    if (layer === 0 && role === 'weight') decay.fill(weightDecay, offset, offset + size);
  return decay;
}

/** The parameters as tensors of their own, in order. */
export function parameterTensors(packed: Tensor1D, parameters: readonly Parameter[]): Tensor[] {
  const parts = unpack(
    packed,
    parameters.map(({ offset }) => offset),
    parameters.map(({ size }) => size),
  );
  return parts.map((part, k) => reshape(part, [...parameters[k].shape]));
}

const isMatrix = (tensor: Tensor | undefined): tensor is Tensor2D => tensor?.rank === 2;
const isVector = (tensor: Tensor | undefined): tensor is Tensor1D => tensor?.rank === 1;

/** The weight and the bias of a layer, out of `parameterTensors`. */
export function layerTensors(
  parameters: readonly Parameter[],
  tensors: readonly Tensor[],
  layer: number,
): { weight: Tensor2D; bias: Tensor1D | null } {
  const find = (role: Parameter['role']) =>
    tensors[parameters.findIndex((parameter) => parameter.layer === layer && parameter.role === role)];
  const weight = find('weight');
  const bias = find('bias');
  if (!isMatrix(weight)) throw fail('nn/parameters', `expected a weight matrix for layer ${layer}, got none`);
  return { weight, bias: isVector(bias) ? bias : null };
}
