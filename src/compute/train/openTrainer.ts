/** The trainer of a run: of its stack of layers, or of the method that stands in their place. */
import { fail } from '../../data/base/errors';
import type { GraphData } from '../../data/graph/graphData';
import { learnsFromLabels, MODELS, mustLearn } from '../../data/run/models';
import type { RunSpec } from '../../data/run/runSpec';
import type { Keyframe } from '../../data/run/records';
import { createFactorisation } from '../embed/factorisation';
import { compileKernels } from '../embed/kernelModule';
import { createLabelPropagation } from '../embed/labelPropagation';
import { createNode2Vec } from '../embed/node2vec';
import { createTrainer, type Trainer } from './trainer';

/**
 * @param graph as the run has edited it at the epoch of the keyframe
 * @param loaded the same before any edit
 * @throws PlaygroundError when the model cannot be built on this graph or the keyframe is of another model
 */
export async function openTrainer(
  run: RunSpec,
  graph: GraphData,
  from: Keyframe | null,
  loaded: GraphData = graph,
): Promise<Trainer> {
  const { method } = run.model;
  mustLearn(run);
  if (graph.labelling.classNames.length === 0 && learnsFromLabels(run.model, run.task))
    throw fail(
      'model',
      `${MODELS.find(({ id }) => id === run.model.id)?.name ?? run.model.id} learns from labels: expected a graph with classes, got one without`,
      'Open the file again and choose a label column, or train Node2Vec or factorisation, which need none.',
    );
  switch (method?.kind) {
    case undefined:
      return createTrainer(run, graph, from, loaded);
    case 'node2vec':
      return createNode2Vec(run, method, graph, await compileKernels(), from, loaded);
    case 'factorisation':
      return createFactorisation(run, method, graph, from, loaded);
    case 'labelPropagation':
      return createLabelPropagation(run, method, graph, from, loaded);
    default:
      return method satisfies never;
  }
}
