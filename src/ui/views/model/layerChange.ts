import { messageOf } from '../../../data/base/errors';
import { defaultLayer, layerDescriptor } from '../../../data/run/layers/defaults';
import type { LayerKind, LayerSpec } from '../../../data/run/layers/layers';
import type { Param, ParamValue } from '../../../data/run/params';
import { validateLayer, validateLayerChange, validateParam } from '../../../data/run/validate';

/** Training settings that a layer may have for itself. */
export const OWN_KEYS = ['learningRate', 'weightDecay', 'dropout'] as const;

/** What every kind of layer has, and keeps when it becomes another kind. */
const KEPT = ['width', 'activation', 'bias', 'norm', 'residual', ...OWN_KEYS] as const;

/** The layer with one setting changed, or why there is no such layer. */
export function changedLayer(layer: LayerSpec, key: string, value: ParamValue): LayerSpec | string {
  try {
    return validateLayerChange({ [key]: value }, layer);
  } catch (error) {
    return messageOf(error);
  }
}

function isFit(param: Param, value: ParamValue): boolean {
  try {
    validateParam('layer', param, value);
    return true;
  } catch {
    return false;
  }
}

/** Heads of an output layer are averaged: its width is the number of classes, whatever they divide. */
const OF_OUTPUT: Readonly<Record<string, ParamValue>> = { combine: 'average' };

/** A layer of another kind: the settings that both kinds have stay where the new kind takes them. */
export function layerOfKind(kind: LayerKind, layer: LayerSpec, isOutput: boolean): LayerSpec {
  const { params } = layerDescriptor(kind);
  const own = isOutput
    ? Object.entries(OF_OUTPUT).filter(([key]) => params.some((param) => param.key === key))
    : [];
  const asOutput = Object.fromEntries(own);
  const kept = KEPT.filter((key) => params.some((param) => param.key === key && isFit(param, layer[key])));
  const common = Object.fromEntries(kept.map((key) => [key, layer[key]]));
  try {
    return validateLayer({ kind, ...asOutput, ...common });
  } catch {
    // One of them contradicts what only the new kind has, such as a width that its heads do not divide.
    return defaultLayer(kind, { ...asOutput, activation: layer.activation });
  }
}

/** Choices without those that contradict another setting of the layer: what is wrong cannot be chosen. */
export const possible = (param: Param, layer: LayerSpec): Param =>
  param.kind === 'choice'
    ? {
        ...param,
        options: param.options.filter((option) => typeof changedLayer(layer, param.key, option) !== 'string'),
      }
    : param;
