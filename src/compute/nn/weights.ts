/** The parameters of a run one by one, out of the flat array that training keeps them in. */
import { fail } from '../../data/base/errors';
import type { NamedTensor } from '../../data/formats/safetensors/write';
import { numEdgeChannels, numFeatures, type GraphData } from '../../data/graph/graphData';
import { layersAsBuilt } from '../../data/run/layers/lastLayer';
import type { RunSpec } from '../../data/run/runSpec';
import { taskWeightName, weightName } from '../../data/run/weightName';
import type { ParameterShape } from './layer';
import { bindLayer } from './layers';
import { parameterCount, parametersOf, withTaskParameters } from './parameters';

/**
 * Copies, in the order of the layers; matrices are inChannels x outChannels.
 *
 * @param packed as in a keyframe of the run
 * @param ofTask the parameters of its task, see `Task.parameters`
 * @throws PlaygroundError for a run without layers, and for weights of another one
 */
export function layerWeights(
  run: RunSpec,
  graph: GraphData,
  packed: Float32Array,
  ofTask: readonly ParameterShape[] = [],
): readonly NamedTensor[] {
  if (run.model.method) throw fail('weights', `expected a model of layers, got '${run.model.id}'`);
  const layers = layersAsBuilt(run, graph).map(bindLayer);
  const ofLayers = parametersOf(layers, numFeatures(graph.features), numEdgeChannels(graph));
  const parameters = withTaskParameters(ofLayers, ofTask, layers.length);
  const count = parameterCount(parameters);
  if (packed.length !== count) throw fail('weights', `expected ${count} numbers, got ${packed.length}`);
  return parameters.map(({ layer, role, shape, offset, size }) => ({
    name: layer < layers.length ? weightName(layer, role) : taskWeightName(role),
    shape,
    values: packed.slice(offset, offset + size),
  }));
}
