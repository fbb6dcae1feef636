/** The explainer of a run at the weights of a keyframe. */
import { fail } from '../../data/base/errors';
import type { GraphData } from '../../data/graph/graphData';
import { asLastLayer } from '../../data/run/layers/lastLayer';
import type { RunSpec } from '../../data/run/runSpec';
import { preparedFeatures } from '../nn/features';
import { createExplainer, type Explainer } from './explainer';

/**
 * @param weights packed, as in a keyframe of the run
 * @throws PlaygroundError for a run without layers
 */
export function explainRun({ model, training }: RunSpec, graph: GraphData, weights: Float32Array): Explainer {
  if (model.method)
    throw fail('explain', `expected a model of layers, got '${model.id}'`, 'It passes no messages.');
  const last = model.layers.length - 1;
  const numClasses = graph.labelling.classNames.length;
  return createExplainer({
    layers: model.layers.map((layer, index) => (index === last ? asLastLayer(layer, numClasses) : layer)),
    graph,
    features: preparedFeatures(graph.features, training.normaliseFeatures),
    weights,
  });
}
