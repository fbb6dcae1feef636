/** A stack of layers on a graph: where its parameters stand, and its forward pass. */
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import { numFeatures, type Features, type GraphData } from '../../data/graph/graphData';
import { gcnNormalise } from '../../data/graph/normalise';
import type { LayerSpec } from '../../data/spec/layers';
import { MAX_DEPTH, MIN_DEPTH } from '../../data/spec/models';
import type { DropoutSpec } from '../kernels/dropoutSpec';
import { dropout } from '../kernels/dropout/gradient';
import { linear } from '../kernels/linear/gradient';
import { SparseTensor } from '../kernels/sparseTensor';
import { gcnConv } from './conv/gcnConv';
import { featureTensor } from './features';
import { layerTensors, parametersOf, type Parameter } from './parameters';

/** Dropout of what enters each layer: of the features for the first, of the previous layer's output for others. */
export type LayerDropout = (layer: number) => DropoutSpec | null;

export interface Model {
  readonly layers: readonly LayerSpec[];
  readonly parameters: readonly Parameter[];
  /**
   * Output of every layer, the last being the logits (numNodes x numClasses).
   *
   * @param tensors one for each of `parameters`, from `parameterTensors`
   */
  readonly forward: (tensors: readonly Tensor[], dropoutOf: LayerDropout) => Tensor2D[];
  readonly dispose: () => void;
}

/** The layers as they are built: the last one is as wide as there are classes. */
function builtLayers(layers: readonly LayerSpec[], numClasses: number): readonly LayerSpec[] {
  if (layers.length < MIN_DEPTH || layers.length > MAX_DEPTH)
    throw fail('model', `expected ${MIN_DEPTH} to ${MAX_DEPTH} layers, got ${layers.length}`);
  const thin = layers.findIndex(({ width }) => !(Number.isInteger(width) && width > 0));
  if (thin >= 0)
    throw fail('model', `expected a width of 1 or more in layer ${thin + 1}, got ${layers[thin].width}`);
  return layers.map((layer, i) => (i === layers.length - 1 ? { ...layer, width: numClasses } : layer));
}

/** @param features as they are trained on: see `preparedFeatures` */
export function createModel(specs: readonly LayerSpec[], graph: GraphData, features: Features): Model {
  const layers = builtLayers(specs, graph.labelling.classNames.length);
  const parameters = parametersOf(layers, numFeatures(features));
  const adj = new SparseTensor(gcnNormalise(graph));
  const input = featureTensor(features);

  const forward = (tensors: readonly Tensor[], dropoutOf: LayerDropout): Tensor2D[] => {
    const outputs: Tensor2D[] = [];
    layers.forEach(({ activation }, layer) => {
      const { weight, bias } = layerTensors(parameters, tensors, layer);
      const dropped = dropoutOf(layer);
      const xw =
        layer === 0 ? input.times(weight, dropped) : linear(dropout(outputs[layer - 1], dropped), weight);
      outputs.push(gcnConv(adj, xw, bias, activation));
    });
    return outputs;
  };

  const dispose = () => {
    adj.dispose();
    input.dispose();
  };
  return { layers, parameters, forward, dispose };
}
