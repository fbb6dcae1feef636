/** One layer alone on a graph, with given parameters: what the specs of layers share. */
import { tensor, tensor2d, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import type { DropoutSpec } from '../../../../src/compute/kernels/dropoutSpec';
import { denseInput } from '../../../../src/compute/nn/layerInput';
import { GraphTensors } from '../../../../src/compute/nn/graphTensors';
import type { LayerInput } from '../../../../src/compute/nn/layer';
import { bindLayer } from '../../../../src/compute/nn/layers';
import { parametersOf } from '../../../../src/compute/nn/parameters';
import { runLayer } from '../../../../src/compute/nn/runLayer';
import { karate } from '../../../../src/data/generators/karate';
import { numEdgeChannels, type EdgeIndex, type GraphData } from '../../../../src/data/graph/graphData';
import type { LayerSpec } from '../../../../src/data/run/layers/layers';
import { gradientsOf, valuesOf } from '../support';

/** Values of a layer's parameters, by role. */
export type Roles = Readonly<Record<string, ArrayLike<number>>>;

export const graphOf = (
  numNodes: number,
  edgeIndex: EdgeIndex,
  edgeWeight: Float32Array | null = null,
): GraphData => ({ ...karate('factions'), numNodes, edgeIndex, edgeWeight });

/** A path 0-1-2 and the isolated node 3. */
export const PATH = graphOf(4, {
  source: Int32Array.of(1, 0, 2, 1),
  target: Int32Array.of(0, 1, 1, 2),
});

export interface Alone {
  /** Its parameters as tensors, in order. */
  readonly tensorsOf: (values: Roles) => Tensor[];
  /** Rebuilds the values of each role from a list in order. */
  readonly named: (inOrder: readonly Float32Array[]) => Roles;
  /** Output of the layer with bias, norm, activation and residual. */
  readonly forward: (input: LayerInput, tensors: readonly Tensor[], dropout?: Inside) => Tensor2D;
  readonly dispose: () => void;
}

type Inside = (rate: number, stream: number) => DropoutSpec | null;

export function alone(spec: LayerSpec, graph: GraphData, inChannels: number): Alone {
  const layer = bindLayer(spec);
  const parameters = parametersOf([layer], inChannels, numEdgeChannels(graph));
  const graphTensors = new GraphTensors(graph);
  return {
    tensorsOf: (values) => parameters.map(({ role, shape }) => tensor([...toList(values, role)], [...shape])),
    named: (inOrder) => Object.fromEntries(parameters.map(({ role }, i) => [role, inOrder[i]])),
    forward: (input, tensors, dropout = () => null) => {
      const find = (role: string) => tensors[parameters.findIndex((each) => each.role === role)];
      return runLayer(layer, graphTensors, input, find, dropout);
    },
    dispose: () => graphTensors.dispose(),
  };
}

function toList(values: Roles, role: string): number[] {
  const found = values[role];
  if (!found) throw new Error(`expected values of '${role}', got those of ${Object.keys(values).join(', ')}`);
  return Array.from(found);
}

/** Output for dense x (numNodes x inChannels). */
export async function outputOf(
  spec: LayerSpec,
  graph: GraphData,
  x: ArrayLike<number>,
  values: Roles,
  dropout?: Inside,
): Promise<Float32Array> {
  const inChannels = x.length / graph.numNodes;
  const layer = alone(spec, graph, inChannels);
  const y = await valuesOf(() =>
    layer.forward(
      denseInput(tensor2d(Array.from(x), [graph.numNodes, inChannels])),
      layer.tensorsOf(values),
      dropout,
    ),
  );
  layer.dispose();
  return y;
}

/** Gradients of the sum of dy * output: of x, and of the parameters by role. */
export async function gradientsOfLayer(
  spec: LayerSpec,
  graph: GraphData,
  x: ArrayLike<number>,
  values: Roles,
  dy: ArrayLike<number>,
): Promise<{ dx: Float32Array; parameters: Roles }> {
  const inChannels = x.length / graph.numNodes;
  const layer = alone(spec, graph, inChannels);
  const input = tensor2d(Array.from(x), [graph.numNodes, inChannels]);
  const tensors = layer.tensorsOf(values);
  const seed = tensor2d(Array.from(dy), [graph.numNodes, dy.length / graph.numNodes]);
  const [dx, ...rest] = await gradientsOf(
    () => layer.forward(denseInput(input), tensors),
    [input, ...tensors],
    seed,
  );
  for (const each of [input, seed, ...tensors]) each.dispose();
  layer.dispose();
  return { dx, parameters: layer.named(rest) };
}
