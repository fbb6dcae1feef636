/** A stack of layers on a graph: where its parameters stand, and its forward pass. */
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import { numEdgeChannels, numFeatures, type Features, type GraphData } from '../../data/graph/graphData';
import type { LayerSpec } from '../../data/run/layers/layers';
import { MAX_DEPTH, MIN_DEPTH } from '../../data/run/models';
import type { DropoutSpec } from '../kernels/dropoutSpec';
import { dropout } from '../kernels/dropout/gradient';
import { featureTensor, type FeatureTensor } from './features';
import { GraphTensors } from './graphTensors';
import type { LayerInput } from './layer';
import { denseInput } from './layerInput';
import { bindLayer, type BoundLayer } from './layers';
import { parametersOf, type Parameter } from './parameters';
import { runLayer, type Rows } from './runLayer';

/** What is dropped in a step; all null while the model is evaluated. */
export interface StepDropout {
  /** Of what enters each layer: of the features for the first, of the previous layer's output for others. */
  readonly input: (layer: number) => DropoutSpec | null;
  /** Inside a layer, at a rate of its own. */
  readonly inside: (layer: number, rate: number, stream: number) => DropoutSpec | null;
}

export const NO_DROPOUT: StepDropout = { input: () => null, inside: () => null };

/** Where a forward pass takes place: on the whole graph, or layer by layer on what a batch needs of it. */
export interface ForwardBlocks {
  readonly x: FeatureTensor;
  /** What messages of each layer travel on; the rows of its output are the nodes that send in the next. */
  readonly graphs: readonly GraphTensors[];
  /** The rows of each layer that are wanted, where it computes others too. */
  readonly rows?: readonly Rows[];
}

export interface Model {
  readonly layers: readonly BoundLayer[];
  readonly parameters: readonly Parameter[];
  /** The whole graph. */
  readonly wholeGraph: ForwardBlocks;
  /**
   * Output of every layer, the last being what the task reads (numNodes x outChannels).
   *
   * @param tensors one for each of `parameters`, from `parameterTensors`
   * @param x in place of the features: for gradients with respect to them
   */
  readonly forward: (tensors: readonly Tensor[], dropped: StepDropout, x?: Tensor2D) => Tensor2D[];
  /** The same on blocks of sampled neighbours: one row for each node that it wants. */
  readonly forwardOn: (blocks: ForwardBlocks, tensors: readonly Tensor[], dropped: StepDropout) => Tensor2D[];
  readonly dispose: () => void;
}

function boundLayers(layers: readonly LayerSpec[]): readonly BoundLayer[] {
  if (layers.length < MIN_DEPTH || layers.length > MAX_DEPTH)
    throw fail('model', `expected ${MIN_DEPTH} to ${MAX_DEPTH} layers, got ${layers.length}`);
  const thin = layers.findIndex(({ width }) => !(Number.isInteger(width) && width > 0));
  if (thin >= 0)
    throw fail('model', `expected a width of 1 or more in layer ${thin + 1}, got ${layers[thin].width}`);
  return layers.map(bindLayer);
}

/**
 * @param specs as built: see `layersAsBuilt`
 * @param features as they are trained on: see `preparedFeatures`
 */
export function createModel(specs: readonly LayerSpec[], graph: GraphData, features: Features): Model {
  const layers = boundLayers(specs);
  const parameters = parametersOf(layers, numFeatures(features), numEdgeChannels(graph));
  const graphTensors = new GraphTensors(graph);
  const wholeGraph: ForwardBlocks = { x: featureTensor(features), graphs: layers.map(() => graphTensors) };
  const places = new Map(parameters.map(({ layer, role }, place) => [`${layer} ${role}`, place]));

  const run = (
    { graphs, rows }: ForwardBlocks,
    first: (dropped: DropoutSpec | null) => LayerInput,
    tensors: readonly Tensor[],
    dropped: StepDropout,
  ): Tensor2D[] => {
    const outputs: Tensor2D[] = [];
    layers.forEach((layer, index) => {
      const find = (role: string): Tensor | undefined => tensors[places.get(`${index} ${role}`) ?? -1];
      const inputDropout = dropped.input(index);
      const input = index === 0 ? first(inputDropout) : denseInput(dropout(outputs[index - 1], inputDropout));
      const inside = (rate: number, stream: number) => dropped.inside(index, rate, stream);
      outputs.push(runLayer(layer, graphs[index], input, find, inside, rows?.[index]));
    });
    return outputs;
  };

  const dispose = () => {
    graphTensors.dispose();
    wholeGraph.x.dispose();
  };
  return {
    layers,
    parameters,
    wholeGraph,
    forward: (tensors, dropped, x) =>
      run(wholeGraph, x ? () => denseInput(x) : wholeGraph.x.input, tensors, dropped),
    forwardOn: (other, tensors, dropped) => run(other, other.x.input, tensors, dropped),
    dispose,
  };
}
