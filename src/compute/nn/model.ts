/** A stack of layers on a graph: where its parameters stand, and its forward pass. */
import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import { numFeatures, type Features, type GraphData } from '../../data/graph/graphData';
import { asLastLayer } from '../../data/spec/layers/lastLayer';
import type { LayerSpec } from '../../data/spec/layers/layers';
import { MAX_DEPTH, MIN_DEPTH } from '../../data/spec/models';
import type { DropoutSpec } from '../kernels/dropoutSpec';
import { dropout } from '../kernels/dropout/gradient';
import { denseInput, featureTensor } from './features';
import { finish } from './finish';
import { GraphTensors } from './graphTensors';
import type { LayerInput } from './layer';
import { bindLayer, type BoundLayer } from './layers';
import { parametersOf, type Parameter } from './parameters';

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
   */
  readonly forward: (tensors: readonly Tensor[], dropped: StepDropout) => Tensor2D[];
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

const isMatrix = (tensor: Tensor | undefined): tensor is Tensor2D => tensor?.rank === 2;
const isVector = (tensor: Tensor | undefined): tensor is Tensor1D => tensor?.rank === 1;

/** @param features as they are trained on: see `preparedFeatures` */
export function createModel(specs: readonly LayerSpec[], graph: GraphData, features: Features): Model {
  const layers = builtLayers(specs, graph.labelling.classNames.length);
  const parameters = parametersOf(layers, numFeatures(features));
  const graphTensors = new GraphTensors(graph);
  const x = featureTensor(features);
  const places = new Map(parameters.map(({ layer, role }, place) => [`${layer} ${role}`, place]));

  const forward = (tensors: readonly Tensor[], dropped: StepDropout): Tensor2D[] => {
    const outputs: Tensor2D[] = [];
    layers.forEach((layer, index) => {
      const find = (role: string): Tensor | undefined => tensors[places.get(`${index} ${role}`) ?? -1];
      const parameter = (role: string): Tensor => {
        const found = find(role);
        if (!found) throw fail('model', `expected a parameter '${role}' in layer ${index + 1}, found none`);
        return found;
      };
      const matrix = (role: string): Tensor2D => {
        const found = find(role);
        if (!isMatrix(found))
          throw fail('model', `expected a matrix '${role}' in layer ${index + 1}, found none`);
        return found;
      };
      const vector = (role: string): Tensor1D | null => {
        const found = find(role);
        return isVector(found) ? found : null;
      };
      const inputDropout = dropped.input(index);
      const input =
        index === 0 ? x.input(inputDropout) : denseInput(dropout(outputs[index - 1], inputDropout));
      const sum = layer.forward({
        graph: graphTensors,
        input,
        parameter,
        matrix,
        dropout: (rate, stream) => dropped.inside(index, rate, stream),
      });
      const residual = layer.spec.residual ? residualOf(input, find('residual')) : null;
      const finished = finish(sum, layer.spec, {
        bias: vector('bias'),
        scale: vector('norm scale'),
        shift: vector('norm shift'),
        residual,
      });
      outputs.push(layer.after(finished));
    });
    return outputs;
  };

  const dispose = () => {
    graphTensors.dispose();
    x.dispose();
  };
  return { layers, parameters, forward, dispose };
}

/** The input itself where the widths agree, else its image under the residual's own linear map. */
const residualOf = (input: LayerInput, weight: Tensor | undefined): Tensor2D =>
  isMatrix(weight) ? input.times(weight) : input.dense();
