/**
 * Reads values from outside (a link, the console, a saved run) into specifications, driven by the descriptors. Every
 * error names the place in the value, what was expected there and what was found.
 */
import { fail } from '../base/errors';
import { descriptorOf, labellingIdOf } from './catalogue';
import {
  booleanAt,
  fieldsOf,
  integerIn,
  isFields,
  listOf,
  oneOf,
  realIn,
  shown,
  type Fields,
} from './checks';
import { DEFAULT_TRAINING } from './defaults';
import { NO_EDITS, type Edge, type GraphEdits } from './edits';
import type { Descriptor, ParamReader } from './layers/descriptor';
import { layerDescriptor, methodDescriptor, readerOf } from './layers/defaults';
import { LAYERS, type LayerSpec } from './layers/layers';
import { METHODS, type MethodSpec } from './methods/methods';
import { MAX_DEPTH, MIN_DEPTH, MODELS, type ModelDescriptor, type ModelSpec } from './models';
import type { Param, ParamValue } from './params';
import type { DataRef, RunSpec, TimelineEntry } from './runSpec';
import type { TaskSpec } from './tasks/descriptor';
import { TASKS } from './tasks/list';
import { DEFAULT_TASK, taskDescriptor } from './tasks/tasks';
import { LIVE_KEYS, TRAIN_PARAMS, type TrainChange, type TrainSpec } from './training';

const MAX_SEED = 2 ** 32 - 1;
/** Runs from the console may be longer than the settings allow. */
export const MAX_EPOCH = 100_000;

/** One value against its descriptor. */
export function validateParam(area: string, param: Param, value: unknown): ParamValue {
  const place = `${area}.${param.key}`;
  switch (param.kind) {
    case 'integer':
      return integerIn(place, value, param.min, param.max);
    case 'real':
      return realIn(place, value, param.min, param.max);
    case 'own':
      return value === null ? null : realIn(place, value, param.min, param.max);
    case 'choice':
      return oneOf(place, value, param.options);
    case 'boolean':
      return booleanAt(place, value);
    default:
      throw fail(place, `expected a known kind of parameter, got ${shown(param satisfies never)}`);
  }
}

function assertTrainingChange(area: string, value: unknown): asserts value is Partial<TrainSpec> {
  const fields = fieldsOf(
    area,
    value,
    TRAIN_PARAMS.map((param) => param.key),
  );
  for (const param of TRAIN_PARAMS)
    if (Object.hasOwn(fields, param.key)) validateParam(area, param, fields[param.key]);
}

/** Some of the training settings; keys that are not given stay out. */
export function validateTrainingChange(value: unknown, area = 'training'): Partial<TrainSpec> {
  assertTrainingChange(area, value);
  return { ...value };
}

/** All of the training settings; those that are not given are the defaults. */
export const validateTraining = (value: unknown, area = 'training'): TrainSpec => ({
  ...DEFAULT_TRAINING,
  ...validateTrainingChange(value, area),
});

function assertTrainChange(area: string, value: unknown): asserts value is TrainChange {
  fieldsOf(area, value, LIVE_KEYS);
  assertTrainingChange(area, value);
}

/** Settings that may move in mid-run. */
export function validateTrainChange(value: unknown, area = 'training'): TrainChange {
  assertTrainChange(area, value);
  return { ...value };
}

/** One layer; what is not given is the descriptor's default. */
export const validateLayer = (value: unknown, area = 'layer'): LayerSpec =>
  described(area, value, LAYERS, layerDescriptor);

/** One method; what is not given is the descriptor's default. */
export const validateMethod = (value: unknown, area = 'method'): MethodSpec =>
  described(area, value, METHODS, methodDescriptor);

function described<S extends { readonly kind: string }>(
  area: string,
  value: unknown,
  all: readonly Descriptor<S>[],
  find: (kind: S['kind']) => Descriptor<S>,
): S {
  if (!isFields(value)) throw fail(area, `expected an object, got ${shown(value)}`);
  const kinds = all.map(({ id }): S['kind'] => id);
  const descriptor = find(oneOf(`${area}.kind`, value['kind'], kinds));
  return readSettings(area, value, 'kind', descriptor);
}

/** @param idKey the field that says which descriptor it is, beside its parameters */
function readSettings<S>(
  area: string,
  value: Fields,
  idKey: string,
  descriptor: {
    readonly id: string;
    readonly params: readonly Param[];
    readonly read: (values: ParamReader) => S;
  },
): S {
  const fields = fieldsOf(area, value, [idKey, ...descriptor.params.map((param) => param.key)]);
  return descriptor.read(
    readerOf(descriptor, (key) => {
      const param = paramOf(descriptor, key);
      return validateParam(area, param, fields[key] === undefined ? param.default : fields[key]);
    }),
  );
}

/** A task by its id, or as {id, loss, ...}; what is not given is the descriptor's default. */
export function validateTask(value: unknown, area = 'task'): TaskSpec {
  const given = typeof value === 'string' ? { id: value } : value;
  if (!isFields(given)) throw fail(area, `expected the id of a task or an object, got ${shown(value)}`);
  const id = oneOf(
    `${area}.id`,
    given['id'],
    TASKS.map((task) => task.id),
  );
  return readSettings(area, given, 'id', taskDescriptor(id));
}

function paramOf(descriptor: { readonly id: string; readonly params: readonly Param[] }, key: string): Param {
  const found = descriptor.params.find((param) => param.key === key);
  if (!found) throw fail(descriptor.id, `expected a descriptor of '${key}', found none`);
  return found;
}

/** Some settings of one layer; its kind and the keys that are not given stay as they are. */
export function validateLayerChange(value: unknown, of: LayerSpec, area = 'layer'): LayerSpec {
  if (!isFields(value)) throw fail(area, `expected an object, got ${shown(value)}`);
  return validateLayer({ ...of, ...value }, area);
}

/** Some settings of a method; its kind and the keys that are not given stay as they are. */
export function validateMethodChange(value: unknown, of: MethodSpec, area = 'method'): MethodSpec {
  if (!isFields(value)) throw fail(area, `expected an object, got ${shown(value)}`);
  return validateMethod({ ...of, ...value }, area);
}

/** The id of a model on offer. */
export const validateModelId = (value: unknown, area = 'model'): string =>
  oneOf(
    area,
    value,
    MODELS.map((model) => model.id),
  );

/** A model by its id (what it starts from) or as a whole specification {id, layers} or {id, method}. */
export function validateModel(value: unknown, area = 'model'): ModelSpec {
  const ids = MODELS.map((model) => model.id);
  if (typeof value === 'string') {
    const id = oneOf(area, value, ids);
    const { layers, method } = modelOf(id);
    return { id, layers, method };
  }
  const fields = fieldsOf(area, value, ['id', 'layers', 'method']);
  const id = oneOf(`${area}.id`, fields['id'], ids);
  const own = modelOf(id).method;
  if (own) {
    const method = validateMethod(fields['method'] ?? own, `${area}.method`);
    if (method.kind !== own.kind)
      throw fail(`${area}.method.kind`, `expected '${own.kind}' in a model '${id}', got '${method.kind}'`);
    const none = listOf(`${area}.layers`, fields['layers'] ?? []);
    if (none.length > 0)
      throw fail(`${area}.layers`, `expected no layers in a model '${id}', got ${none.length}`);
    return { id, layers: [], method };
  }
  if (fields['method'] !== undefined && fields['method'] !== null)
    throw fail(`${area}.method`, `expected null in a model '${id}', got ${shown(fields['method'])}`);
  const layers = listOf(`${area}.layers`, fields['layers']);
  if (layers.length < MIN_DEPTH || layers.length > MAX_DEPTH)
    throw fail(`${area}.layers`, `expected ${MIN_DEPTH} to ${MAX_DEPTH} layers, got ${layers.length}`);
  const last = layers.length - 1;
  return {
    id,
    method: null,
    layers: layers.map((layer, index) => {
      const place = `${area}.layers[${index}]`;
      // The logits go to the softmax as they are.
      const given = index === last && isFields(layer) ? { activation: 'none', ...layer } : layer;
      const valid = validateLayer(given, place);
      if (index === last && valid.activation !== 'none')
        throw fail(`${place}.activation`, `expected 'none' for the output layer, got '${valid.activation}'`);
      return valid;
    }),
  };
}

function modelOf(id: string): ModelDescriptor {
  const found = MODELS.find((model) => model.id === id);
  if (!found)
    throw fail('model', `expected one of ${MODELS.map((model) => model.id).join(', ')}, got '${id}'`);
  return found;
}

export const validateSeed = (value: unknown, area = 'seed'): number => integerIn(area, value, 0, MAX_SEED);

/** A set and one of its labellings, both on offer. */
export function validateDataRef(value: unknown, area = 'data'): DataRef {
  const { id, labelling = null } = fieldsOf(area, value, ['id', 'labelling']);
  if (typeof id !== 'string') throw fail(`${area}.id`, `expected the id of a set, got ${shown(id)}`);
  if (labelling !== null && typeof labelling !== 'string')
    throw fail(`${area}.labelling`, `expected the id of a labelling or null, got ${shown(labelling)}`);
  labellingIdOf(descriptorOf(id), labelling);
  return { id, labelling };
}

const MAX_NODE = 2 ** 31 - 1;
/** Room for what a person draws by hand. */
export const MAX_EDITS = 10_000;

/** Edits of a graph, by their form alone: whether there are such nodes is seen when they are applied. */
export function validateEdits(value: unknown, area = 'edits'): GraphEdits {
  const fields = fieldsOf(area, value, Object.keys(NO_EDITS));
  const list = <T>(key: keyof GraphEdits, read: (item: unknown, place: string) => T): readonly T[] => {
    const items = listOf(`${area}.${key}`, fields[key] ?? []);
    if (items.length > MAX_EDITS)
      throw fail(`${area}.${key}`, `expected at most ${MAX_EDITS}, got ${items.length}`);
    return items.map((item, index) => read(item, `${area}.${key}[${index}]`));
  };
  const node = (item: unknown, place: string) => integerIn(place, item, 0, MAX_NODE);
  const pair = (item: unknown, place: string): readonly [unknown, unknown] => {
    const [first, second, ...rest] = listOf(place, item);
    if (second === undefined || rest.length > 0) throw fail(place, `expected a pair, got ${shown(item)}`);
    return [first, second];
  };
  const edge = (item: unknown, place: string): Edge => {
    const [first, second] = pair(item, place);
    const [a, b] = [node(first, place), node(second, place)];
    if (a === b) throw fail(place, `expected two nodes, got ${a} twice`);
    return a < b ? [a, b] : [b, a];
  };
  const finite = (place: string, number: unknown) => realIn(place, number, -1e9, 1e9);
  return {
    addedNodes: list('addedNodes', (item, place) => {
      const { x, y } = fieldsOf(place, item, ['x', 'y']);
      return { x: finite(`${place}.x`, x), y: finite(`${place}.y`, y) };
    }),
    removedNodes: [...new Set(list('removedNodes', node))].sort((a, b) => a - b),
    addedEdges: list('addedEdges', edge),
    removedEdges: list('removedEdges', edge),
    labels: list('labels', (item, place) => {
      const [first, label] = pair(item, place);
      return [node(first, place), label === null ? null : integerIn(place, label, 0, MAX_NODE)] as const;
    }),
  };
}

function validateTimeline(value: unknown, area: string): readonly TimelineEntry[] {
  const entries = listOf(area, value).map((entry, index) => {
    const place = `${area}[${index}]`;
    const fields = fieldsOf(place, entry, ['epoch', 'change', 'edits']);
    return {
      epoch: integerIn(`${place}.epoch`, fields['epoch'], 0, MAX_EPOCH),
      change: validateTrainChange(fields['change'], `${place}.change`),
      ...(fields['edits'] === undefined ? {} : { edits: validateEdits(fields['edits'], `${place}.edits`) }),
    };
  });
  const late = entries.findIndex(
    (entry, index) => index > 0 && entry.epoch < (entries[index - 1]?.epoch ?? 0),
  );
  if (late > 0) throw fail(`${area}[${late}].epoch`, 'expected ascending epochs, got an earlier one');
  return entries;
}

/** A whole run. */
export function validateRunSpec(value: unknown, area = 'run'): RunSpec {
  const fields = fieldsOf(area, value, [
    'version',
    'data',
    'task',
    'model',
    'training',
    'seed',
    'edits',
    'timeline',
  ]);
  if (fields['version'] !== 1)
    throw fail(`${area}.version`, `expected 1, got ${shown(fields['version'])}`, 'Update the page.');
  const training = validateTraining(fields['training'], `${area}.training`);
  return {
    version: 1,
    data: validateDataRef(fields['data'], `${area}.data`),
    task: validateTask(fields['task'] ?? DEFAULT_TASK, `${area}.task`),
    model: validateModel(fields['model'], `${area}.model`),
    training,
    seed: validateSeed(fields['seed'], `${area}.seed`),
    edits: validateEdits(fields['edits'] ?? NO_EDITS, `${area}.edits`),
    timeline: validateTimeline(fields['timeline'] ?? [], `${area}.timeline`),
  };
}
