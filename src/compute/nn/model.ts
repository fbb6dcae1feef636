/** A stack of layers on a graph: where its parameters stand, and its forward pass. */
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import { numEdgeChannels, numFeatures, type Features, type GraphData } from '../../data/graph/graphData';
import { asLastLayer } from '../../data/spec/layers/lastLayer';
import type { LayerSpec } from '../../data/spec/layers/layers';
import { MAX_DEPTH, MIN_DEPTH } from '../../data/spec/models';
import type { DropoutSpec } from '../kernels/dropoutSpec';
import { dropout } from '../kernels/dropout/gradient';
import { denseInput, featureTensor } from './features';
import { GraphTensors } from './graphTensors';
import { bindLayer, type BoundLayer } from './layers';
import { parametersOf, type Parameter } from './parameters';
import { runLayer } from './runLayer';

/** What is dropped in a step; all null while the model is evaluated. */
export interface StepDropout {
  /** Of what enters each layer: of the features for the first, of the previous layer's output for others. */
  readonly input: (layer: number) => DropoutSpec | null;
  /** Inside a layer, at a rate of its own. */
  readonly inside: (layer: number, rate: number, stream: number) => DropoutSpec | null;
}

export const NO_DROPOUT: StepDropout = { input: () => null, inside: () => null };

export interface Model {
  readonly layers: readonly BoundLayer[];
  readonly parameters: readonly Parameter[];
  /**
   * Output of every layer, the last being the logits (numNodes x numClasses).
   *
   * @param tensors one for each of `parameters`, from `parameterTensors`
   * @param x in place of the features: for gradients with respect to them
   */
  readonly forward: (tensors: readonly Tensor[], dropped: StepDropout, x?: Tensor2D) => Tensor2D[];
  readonly dispose: () => void;
}

/** The layers as they are built: the last one is as wide as there are classes. */
function builtLayers(layers: readonly LayerSpec[], numClasses: number): readonly BoundLayer[] {
  if (layers.length < MIN_DEPTH || layers.length > MAX_DEPTH)
    throw fail('model', `expected ${MIN_DEPTH} to ${MAX_DEPTH} layers, got ${layers.length}`);
  const thin = layers.findIndex(({ width }) => !(Number.isInteger(width) && width > 0));
  if (thin >= 0)
    throw fail('model', `expected a width of 1 or more in layer ${thin + 1}, got ${layers[thin].width}`);
  return layers.map((layer, i) =>
    bindLayer(i === layers.length - 1 ? asLastLayer(layer, numClasses) : layer),
  );
}

/** @param features as they are trained on: see `preparedFeatures` */
export function createModel(specs: readonly LayerSpec[], graph: GraphData, features: Features): Model {
  const layers = builtLayers(specs, graph.labelling.classNames.length);
  const parameters = parametersOf(layers, numFeatures(features), numEdgeChannels(graph));
  const graphTensors = new GraphTensors(graph);
  const x = featureTensor(features);
  const places = new Map(parameters.map(({ layer, role }, place) => [`${layer} ${role}`, place]));

  const inputOf = (given: Tensor2D | undefined, dropped: DropoutSpec | null) =>
    given ? denseInput(given) : x.input(dropped);

  const forward = (tensors: readonly Tensor[], dropped: StepDropout, given?: Tensor2D): Tensor2D[] => {
    const outputs: Tensor2D[] = [];
    layers.forEach((layer, index) => {
      const find = (role: string): Tensor | undefined => tensors[places.get(`${index} ${role}`) ?? -1];
      const inputDropout = dropped.input(index);
      const input =
        index === 0
          ? inputOf(given, inputDropout)
          : denseInput(dropout(outputs[index - 1], inputDropout));
      outputs.push(
        runLayer(layer, graphTensors, input, find, (rate, stream) => dropped.inside(index, rate, stream)),
      );
    });
    return outputs;
  };

  const dispose = () => {
    graphTensors.dispose();
    x.dispose();
  };
  return { layers, parameters, forward, dispose };
}
