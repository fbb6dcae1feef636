/** The run that a set opens with: every setting from its descriptor, then what the set's recipe says otherwise. */
import { fail } from '../base/errors';
import { descriptorOf, labellingIdOf } from './catalogue';
import type { DatasetDescriptor } from './datasets';
import { NO_EDITS } from './edits';
import type { CommonSpec } from './layers/descriptor';
import type { LayerSpec } from './layers/layers';
import { GCN_MODEL, learnsFromLabels, NODE2VEC_MODEL, type ModelDescriptor, type ModelSpec } from './models';
import type { DataRef, RunSpec } from './runSpec';
import type { ParamValue } from './params';
import type { TaskDescriptor, TaskSpec } from './tasks/descriptor';
import { DEFAULT_TASK, taskDescriptor } from './tasks/tasks';
import { DECAY_ON, OPTIMISERS, STOPPING_RULES, TRAIN_PARAMS, type TrainSpec } from './training';

const defaultOf = (key: keyof TrainSpec): ParamValue => {
  const param = TRAIN_PARAMS.find((each) => each.key === key);
  if (!param) throw fail('training', `expected a descriptor of '${key}', found none`);
  return param.default;
};
const numberOf = (key: keyof TrainSpec): number => Number(defaultOf(key));

/** The general defaults, from TRAIN_PARAMS. */
export const DEFAULT_TRAINING: TrainSpec = {
  epochs: numberOf('epochs'),
  learningRate: numberOf('learningRate'),
  weightDecay: numberOf('weightDecay'),
  decayOn: DECAY_ON.find((option) => option === defaultOf('decayOn')) ?? DECAY_ON[0],
  inputDropout: numberOf('inputDropout'),
  dropout: numberOf('dropout'),
  normaliseFeatures: defaultOf('normaliseFeatures') === true,
  optimiser: OPTIMISERS.find((option) => option === defaultOf('optimiser')) ?? OPTIMISERS[0],
  momentum: numberOf('momentum'),
  earlyStopping: STOPPING_RULES.find((option) => option === defaultOf('earlyStopping')) ?? STOPPING_RULES[0],
  patience: numberOf('patience'),
  batchSize: numberOf('batchSize'),
};

/** The general settings, then the model's own recipe, then the data set's for such a model, then the task's for layers. */
export const defaultTraining = (
  set: DatasetDescriptor,
  model: ModelDescriptor = GCN_MODEL,
  task: TaskSpec = DEFAULT_TASK,
): TrainSpec => ({
  ...DEFAULT_TRAINING,
  ...model.training,
  ...(model.method
    ? set.recipe.methods?.[model.id]
    : { ...set.recipe.training, ...taskDescriptor(task.id).recipe?.training }),
});

/** A width that the layer's heads do not divide is not for it: it keeps its own settings. */
function withRecipe(layer: LayerSpec, recipe: Partial<CommonSpec> = {}): LayerSpec {
  const width = recipe.width ?? layer.width;
  if (layer.kind === 'gat' && layer.combine === 'concatenate' && width % layer.heads !== 0) return layer;
  return { ...layer, ...recipe };
}

/** The model's own layers, as the task's recipe has them; without one the hidden ones as the set's has them. */
export function defaultModel(
  set: DatasetDescriptor,
  model: ModelDescriptor = GCN_MODEL,
  task: TaskSpec = DEFAULT_TASK,
): ModelSpec {
  const { hidden, last }: Partial<NonNullable<TaskDescriptor['recipe']>> =
    taskDescriptor(task.id).recipe ?? set.recipe;
  return {
    id: model.id,
    method: model.method,
    layers: model.layers.map((layer, index) =>
      withRecipe(layer, index < model.layers.length - 1 ? hidden : last),
    ),
  };
}

/** The model that is wanted, or one in its place that can be trained on the set: without classes few can. */
export const modelFor = (
  set: { readonly counts: Pick<DatasetDescriptor['counts'], 'classes'> },
  wanted: ModelDescriptor = GCN_MODEL,
  task: TaskSpec = DEFAULT_TASK,
): ModelDescriptor => (set.counts.classes === 0 && learnsFromLabels(wanted, task) ? NODE2VEC_MODEL : wanted);

/** Throws where there is no such set or labelling. */
export function defaultRun(
  data: DataRef,
  seed = 0,
  model: ModelDescriptor = GCN_MODEL,
  task: TaskSpec = DEFAULT_TASK,
): RunSpec {
  const set = descriptorOf(data.id);
  labellingIdOf(set, data.labelling);
  return {
    version: 1,
    data: { id: data.id, labelling: data.labelling },
    task,
    model: defaultModel(set, model, task),
    training: defaultTraining(set, model, task),
    seed,
    edits: NO_EDITS,
    timeline: [],
  };
}
