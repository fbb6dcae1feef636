/**
 * All parameters of a model in one flat array, layer by layer. One array makes Adam one kernel for the whole model,
 * and a keyframe one copy.
 */
import { reshape, type Tensor, type Tensor1D } from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../data/run/layers/layers';
import type { DecayOn } from '../../data/run/training';
import { unpack } from '../kernels/unpack/index';
import { glorotUniform } from './init';
import type { ParameterShape } from './layer';
import type { BoundLayer } from './layers';

export interface Parameter extends ParameterShape {
  /** Index of its layer, from 0. */
  readonly layer: number;
  readonly offset: number;
  readonly size: number;
}

/** What every layer may have beside its own parameters: bias, norm, residual. */
function commonShapes({ spec, outChannels }: BoundLayer, inChannels: number): readonly ParameterShape[] {
  const shapes: ParameterShape[] = [];
  if (spec.bias) shapes.push({ role: 'bias', shape: [outChannels], init: 'zeros' });
  if (spec.norm !== 'none')
    shapes.push(
      { role: 'norm scale', shape: [outChannels], init: 'ones' },
      { role: 'norm shift', shape: [outChannels], init: 'zeros' },
    );
  if (spec.residual && inChannels !== outChannels)
    shapes.push({ role: 'residual', shape: [inChannels, outChannels], init: 'glorot' });
  return shapes;
}

const sizeOf = ({ shape }: ParameterShape): number => shape.reduce((product, length) => product * length, 1);

/** Where everything stands, for a first layer that takes inChannels numbers per node, on a graph that tells edgeChannels of each edge. */
export function parametersOf(
  layers: readonly BoundLayer[],
  inChannels: number,
  edgeChannels = 1,
): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let offset = 0;
  layers.forEach((layer, index) => {
    const channels = layers[index - 1]?.outChannels ?? inChannels;
    for (const shape of [...layer.parameters(channels, edgeChannels), ...commonShapes(layer, channels)]) {
      const size = sizeOf(shape);
      parameters.push({ ...shape, layer: index, offset, size });
      offset += size;
    }
  });
  return parameters;
}

/** Those of a task after those of the layers, as if they were of one layer more. */
export function withTaskParameters(
  ofLayers: readonly Parameter[],
  shapes: readonly ParameterShape[],
  numLayers: number,
): readonly Parameter[] {
  let offset = parameterCount(ofLayers);
  const ofTask = shapes.map((shape): Parameter => {
    const size = sizeOf(shape);
    offset += size;
    return { ...shape, layer: numLayers, offset: offset - size, size };
  });
  return [...ofLayers, ...ofTask];
}

export const parameterCount = (parameters: readonly Parameter[]): number =>
  parameters.reduce((sum, { size }) => sum + size, 0);

export function initialParameters(parameters: readonly Parameter[], seed: number): Float32Array {
  const packed = new Float32Array(parameterCount(parameters));
  parameters.forEach(({ init, shape, offset, size }, tensor) => {
    if (init === 'glorot')
      packed.set(glorotUniform(shape.at(-2) ?? 1, shape.at(-1) ?? 1, seed, tensor, size), offset);
    else packed.fill(init === 'ones' ? 1 : 0, offset, offset + size);
  });
  return packed;
}

/** The learning rate of each single parameter: its layer's own, or the run's. */
export function ratesOf(
  parameters: readonly Parameter[],
  layers: readonly LayerSpec[],
  learningRate: number,
): Float32Array {
  const rates = new Float32Array(parameterCount(parameters));
  for (const { layer, offset, size } of parameters)
    rates.fill(layers.at(layer)?.learningRate ?? learningRate, offset, offset + size);
  return rates;
}

/**
 * The L2 penalty of each single parameter. On the first layer alone it spares the bias (Kipf and Welling, section 5.2);
 * a layer with a penalty of its own has it on its weights, wherever the others decay.
 */
export function decayOf(
  parameters: readonly Parameter[],
  layers: readonly LayerSpec[],
  weightDecay: number,
  decayOn: DecayOn = 'first layer',
): Float32Array {
  const decay = new Float32Array(parameterCount(parameters));
  for (const { layer, init, offset, size } of parameters) {
    const own = layers.at(layer)?.weightDecay ?? null;
    const decays = decayOn === 'all layers' || (init === 'glorot' && (layer === 0 || own !== null));
    if (decays) decay.fill(own ?? weightDecay, offset, offset + size);
  }
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
