/**
 * How one node came by its row at one layer: recomputed from the run's weights in plain loops, on demand. Of the layers
 * below, only rows that the node hears of are computed, each once. Dropout takes no part, as in evaluation.
 */
import { fail } from '../../data/base/errors';
import {
  numEdgeChannels,
  numFeatures,
  type DenseMatrix,
  type Features,
  type GraphData,
} from '../../data/graph/graphData';
import type { LayerSpec } from '../../data/run/layers/layers';
import type { Trace, TraceParameter } from '../../data/run/trace';
import { bindLayer } from '../nn/layers';
import { parameterCount, parametersOf } from '../nn/parameters';
import { createFinisher } from './finishing';
import { featureRows, hiddenRows, type InputRows } from './inputRows';
import { explainLayer } from './layers';
import { GraphLinks } from './links';
import { remembered, type Rows } from './rows';

export interface ExplainInput {
  /** As built: see `layersAsBuilt`. */
  readonly layers: readonly LayerSpec[];
  readonly graph: GraphData;
  /** As they are trained on, see `preparedFeatures`. */
  readonly features: Features;
  /** Packed as `parametersOf` has it. */
  readonly weights: Float32Array;
}

export interface Explainer {
  /** @throws PlaygroundError when there is no such layer or node */
  trace(layerIndex: number, node: number): Trace;
  /** h'_i. */
  output(layerIndex: number, node: number): Float32Array;
  /** Copies of a layer's parameters. */
  parameters(layerIndex: number): readonly TraceParameter[];
}

interface LayerInForce {
  readonly output: Rows;
  readonly trace: (node: number) => Trace;
  readonly parameters: readonly TraceParameter[];
}

function layerInForce(
  spec: LayerSpec,
  layer: number,
  input: InputRows,
  links: GraphLinks,
  parameters: readonly TraceParameter[],
): LayerInForce {
  const { numNodes } = links;
  const find = (role: string): DenseMatrix | null =>
    parameters.find((each) => each.role === role)?.matrix ?? null;
  const matrix = (role: string): DenseMatrix => {
    const found = find(role);
    if (!found)
      throw fail('explain', `expected a parameter '${role}' in a layer of kind ${spec.kind}, found none`);
    return found;
  };
  const explained = explainLayer(spec, { links, input, matrix, vector: (role) => matrix(role).values });
  const residualWeight = find('residual');
  const rule = remembered(explained.row);
  const finisher = createFinisher({
    spec,
    numNodes,
    rule,
    vector: (role) => find(role)?.values ?? null,
    residual: spec.residual ? (residualWeight ? input.times(residualWeight) : input.row) : null,
    unitLength: spec.kind === 'sage' && spec.unitLength,
  });
  const output = remembered((node) => finisher.row(rule(node), node));
  const trace = (node: number): Trace => ({
    ...explained.rule(node),
    layer,
    kind: spec.kind,
    node,
    input: input.row(node),
    finish: finisher.trace(rule(node), node),
    output: output(node),
  });
  return { output, trace, parameters };
}

/** @throws PlaygroundError when the weights are of another model */
export function createExplainer({ layers, graph, features, weights }: ExplainInput): Explainer {
  const shapes = parametersOf(layers.map(bindLayer), numFeatures(features), numEdgeChannels(graph));
  if (weights.length !== parameterCount(shapes))
    throw fail('explain', `expected ${parameterCount(shapes)} weights, got ${weights.length}`);
  const links = new GraphLinks(graph);
  const inForce: LayerInForce[] = [];
  let input = featureRows(features);
  layers.forEach((spec, index) => {
    const parameters = shapes
      .filter(({ layer }) => layer === index)
      .map(({ role, shape, offset, size }): TraceParameter => {
        const numCols = shape.at(-1) ?? 1;
        const values = weights.slice(offset, offset + size);
        return { role, matrix: { numRows: size / numCols, numCols, values } };
      });
    const made = layerInForce(spec, index, input, links, parameters);
    inForce.push(made);
    input = hiddenRows(made.output, spec.width);
  });

  const at = (layer: number, node: number): LayerInForce => {
    const found = inForce[layer];
    if (!found) throw fail('explain', `expected a layer from 0 to ${inForce.length - 1}, got ${layer}`);
    if (!(Number.isInteger(node) && node >= 0 && node < graph.numNodes))
      throw fail('explain', `expected a node from 0 to ${graph.numNodes - 1}, got ${node}`);
    return found;
  };
  return {
    trace: (layer, node) => at(layer, node).trace(node),
    output: (layer, node) => at(layer, node).output(node),
    parameters: (layer) => at(layer, 0).parameters,
  };
}
