/** One layer's forward pass from its parameters by role: the layer's own code, then what every layer has. */
import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import type { DropoutSpec } from '../kernels/dropoutSpec';
import { finish } from './finish';
import type { GraphTensors } from './graphTensors';
import type { LayerInput } from './layer';
import { firstRows } from './layerInput';
import type { BoundLayer } from './layers';

const isMatrix = (tensor: Tensor | undefined): tensor is Tensor2D => tensor?.rank === 2;
const isVector = (tensor: Tensor | undefined): tensor is Tensor1D => tensor?.rank === 1;

/** The rows of a layer's output that are wanted, out of more that may be computed. */
export interface Rows {
  /** They are the first ones. */
  readonly numRows: number;
  /** numRows x 1: 1 / n in the rows of the n nodes, 0 in rows that fill up; null where none do. */
  readonly share: Tensor2D | null;
}

/** @param find the parameter of a role, or undefined where the layer has none */
export function runLayer(
  layer: BoundLayer,
  graph: GraphTensors,
  input: LayerInput,
  find: (role: string) => Tensor | undefined,
  dropout: (rate: number, stream: number) => DropoutSpec | null,
  { numRows, share }: Rows = { numRows: graph.numNodes, share: null },
): Tensor2D {
  const missing = (what: string) =>
    fail('model', `expected ${what} in a layer of kind ${layer.spec.kind}, found none`);
  const parameter = (role: string): Tensor => {
    const found = find(role);
    if (!found) throw missing(`a parameter '${role}'`);
    return found;
  };
  const matrix = (role: string): Tensor2D => {
    const found = find(role);
    if (!isMatrix(found)) throw missing(`a matrix '${role}'`);
    return found;
  };
  const vector = (role: string): Tensor1D | null => {
    const found = find(role);
    return isVector(found) ? found : null;
  };
  const sum = firstRows(layer.forward({ graph, input, parameter, matrix, dropout }), numRows);
  const finished = finish(sum, layer.spec, {
    bias: vector('bias'),
    scale: vector('norm scale'),
    shift: vector('norm shift'),
    residual: layer.spec.residual ? residualOf(input.first(numRows), find('residual')) : null,
    share,
  });
  return layer.after(finished);
}

/** The input itself where the widths agree, else its image under the residual's own linear map. */
const residualOf = (input: LayerInput, weight: Tensor | undefined): Tensor2D =>
  isMatrix(weight) ? input.times(weight) : input.dense();
