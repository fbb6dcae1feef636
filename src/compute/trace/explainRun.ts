/** The explainer of a run at the weights of a keyframe. */
import { fail } from '../../data/base/errors';
import type { GraphData } from '../../data/graph/graphData';
import { layersAsBuilt } from '../../data/run/layers/lastLayer';
import type { RunSpec } from '../../data/run/runSpec';
import { preparedFeatures } from '../nn/features';
import { createExplainer, type Explainer } from './explainer';

/**
 * @param weights packed, as in a keyframe of the run
 * @throws PlaygroundError for a run without layers
 */
export function explainRun(run: RunSpec, graph: GraphData, weights: Float32Array): Explainer {
  const { model, training } = run;
  if (model.method)
    throw fail('explain', `expected a model of layers, got '${model.id}'`, 'It passes no messages.');
  return createExplainer({
    layers: layersAsBuilt(run, graph),
    graph,
    features: preparedFeatures(graph.features, training.normaliseFeatures),
    weights,
  });
}
