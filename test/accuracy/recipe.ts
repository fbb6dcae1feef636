/** A run's recipe in a few words, from its specification: what the table shows cannot differ from what was trained. */
import type { LayerSpec } from '../../src/data/run/layers/layers';
import type { MethodSpec } from '../../src/data/run/methods/methods';
import type { RunSpec } from '../../src/data/run/runSpec';
import { taskDescriptor } from '../../src/data/run/tasks/tasks';
import type { TrainSpec } from '../../src/data/run/training';

const short = (value: number): string => (value > 0 && value < 1e-3 ? value.toExponential() : String(value));

/** What makes a layer of this kind what it is, beside its width. */
function detailsOf(layer: LayerSpec): string[] {
  switch (layer.kind) {
    case 'gat':
      return [`${layer.heads} heads`, `attention dropout ${layer.attentionDropout}`];
    case 'sage':
      return [layer.aggregator];
    case 'gin':
      return [`inner ${layer.inner}`, ...(layer.learnEpsilon ? ['epsilon learned'] : [])];
    case 'mpnn':
      return [`inner ${layer.inner}`, layer.summary];
    case 'ggnn':
      return [`${layer.steps} rounds`];
    case 'sgc':
      return [`K ${layer.hops}`];
    case 'appnp':
      return [`K ${layer.hops}`, `teleport ${layer.teleport}`];
    case 'gcn':
    case 'linear':
      return [];
  }
}

function layersOf({ model, task }: RunSpec): string {
  const isClasses = taskDescriptor(task.id).output === 'classes';
  return model.layers
    .map((layer, index) => {
      const details = [
        ...detailsOf(layer),
        ...(layer.norm === 'none' ? [] : [`${layer.norm} norm`]),
        ...(layer.residual ? ['residual'] : []),
        ...(layer.learningRate === 0 ? ['frozen'] : []),
      ];
      const width = isClasses && index === model.layers.length - 1 ? 'classes' : String(layer.width);
      return `${layer.kind} ${width}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
    })
    .join(', ');
}

function trainingOf({ training, model }: RunSpec): string {
  const { epochs, learningRate, weightDecay, decayOn, inputDropout, dropout, optimiser } = training;
  return [
    `${epochs} epochs`,
    `${optimiser} ${short(learningRate)}`,
    weightDecay === 0
      ? 'no decay'
      : `decay ${short(weightDecay)}${model.layers.length > 1 ? ` on ${decayOn}` : ''}`,
    inputDropout === 0 && dropout === 0 ? 'no dropout' : `dropout ${short(inputDropout)} / ${short(dropout)}`,
  ].join(', ');
}

function methodOf(method: MethodSpec, { epochs, learningRate }: TrainSpec): string {
  switch (method.kind) {
    case 'node2vec': {
      const { dimension, walksPerNode, walkLength, context, negatives, p, q } = method;
      const walks = `${walksPerNode} walks of ${walkLength} per node, context ${context}, ${negatives} negative`;
      return `${dimension} numbers, ${walks}, p ${p}, q ${q}; ${epochs} epochs, rate ${short(learningRate)}; logistic regression`;
    }
    case 'factorisation':
      return `${method.dimension} numbers; ${epochs} power iterations; logistic regression`;
    case 'labelPropagation':
      return `${method.form}${method.form === 'spreading' ? `, alpha ${method.alpha}` : ''}; ${epochs} iterations`;
  }
}

export function recipeOf(run: RunSpec): string {
  const { method } = run.model;
  return method ? methodOf(method, run.training) : `${layersOf(run)}; ${trainingOf(run)}`;
}
