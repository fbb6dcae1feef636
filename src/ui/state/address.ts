/**
 * The address bar: a RunSpec and a ViewSpec as readable keys in the hash, only what differs from the defaults.
 *
 *   #data=cora&seed=3&layers=gcn*width.32,gcn&lr=0.03&layer=z
 *   #data=karate&model=node2vec&settings=p.0.25*q.4
 *
 * A hash is input like any other: what cannot be read is left at its default and named in `problems`.
 */
import { messageOf } from '../../data/base/errors';
import { DATASETS } from '../../data/spec/catalogue';
import { defaultRun } from '../../data/spec/defaults';
import { hasEdits, type GraphEdits } from '../../data/spec/edits';
import { layerDescriptor, methodDescriptor } from '../../data/spec/layers/defaults';
import { LAYERS, type LayerSpec } from '../../data/spec/layers/layers';
import { MODELS, type ModelDescriptor } from '../../data/spec/models';
import type { Param, ParamValue } from '../../data/spec/params';
import { canonical, type RunSpec } from '../../data/spec/runSpec';
import { TRAIN_PARAMS, type TrainSpec } from '../../data/spec/training';
import { validateRunSpec } from '../../data/spec/validate';
import { PROJECTION_METHODS } from '../../engine/types';
import { COLOUR_MODES, DEFAULT_VIEW, FLOWS, type ViewSpec } from './viewSpec';

export interface Scene {
  readonly draft: RunSpec;
  readonly view: ViewSpec;
}

const TRAIN_KEYS: Readonly<Record<keyof TrainSpec, string>> = {
  learningRate: 'lr',
  weightDecay: 'wd',
  inputDropout: 'indrop',
  decayOn: 'decay',
  dropout: 'drop',
  epochs: 'epochs',
  normaliseFeatures: 'norm',
  optimiser: 'opt',
  momentum: 'momentum',
  earlyStopping: 'stop',
  patience: 'patience',
  batchSize: 'batch',
};

const KNOWN = new Set([
  'data',
  'labels',
  'model',
  'seed',
  'layers',
  'settings',
  'edits',
  'colour',
  'layer',
  'method',
  'select',
  'pace',
  'unit',
  'field',
  'flow',
  'head',
  'drawing',
  ...Object.values(TRAIN_KEYS),
]);

/** The output layer is as wide as there are classes, and has no activation. */
const isFixed = (key: string): boolean => key === 'width' || key === 'activation';

/** A layer by its kind, then each setting that is not the default: `gcn`, `gcn*width.32*bias.true`. */
function layerText(layer: LayerSpec, isLast: boolean): string {
  const params = layerDescriptor(layer.kind).params.filter(({ key }) => !(isLast && isFixed(key)));
  return [layer.kind, ...changedSettings(params, layer)].join('*');
}

/** Each setting that is not the default: `width.32`. */
function changedSettings(params: readonly Param[], of: object): readonly string[] {
  const values = new Map<string, unknown>(Object.entries(of));
  return params
    .filter((param) => values.get(param.key) !== param.default)
    .map(({ key }) => `${key}.${String(values.get(key))}`);
}

/** What stands there, unchecked: validateRunSpec reads it. */
function layersFrom(text: string): readonly unknown[] {
  return text.split(',').map((part) => {
    const [kind, ...settings] = part.split('*');
    return { ...settingsFrom(settings, LAYERS.find(({ id }) => id === kind)?.params), kind };
  });
}

function settingsFrom(settings: readonly string[], params: readonly Param[] = []): object {
  const fields = settings.map((setting) => {
    const dot = setting.indexOf('.');
    const [key, value] = [setting.slice(0, dot), setting.slice(dot + 1)];
    const param = params.find((each) => each.key === key);
    return [key, param ? valueFrom(param, value) : value] as const;
  });
  return Object.fromEntries(fields);
}

/** A setting's text as the type that its descriptor wants; text of another type stays text, to be refused by name. */
function valueFrom(param: Param, text: string): ParamValue {
  switch (param.kind) {
    case 'integer':
    case 'real':
      return text.trim() === '' ? text : Number(text);
    case 'own':
      return text === 'null' ? null : text.trim() === '' ? text : Number(text);
    case 'boolean':
      return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text;
    case 'choice':
      return text;
    default:
      return param satisfies never;
  }
}

/** Only the lists that hold something. */
const editsText = (edits: GraphEdits): string =>
  JSON.stringify(Object.fromEntries(Object.entries(edits).filter(([, list]) => list.length > 0)));

/** Text that is no JSON stays text, to be refused by name. */
function editsFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function formatAddress({ draft, view }: Scene): string {
  const keys = new URLSearchParams();
  const model = modelOf(draft.model.id);
  const standard = defaultRun(draft.data, 0, model);
  keys.set('data', draft.data.id);
  if (draft.data.labelling) keys.set('labels', draft.data.labelling);
  if (model.id !== MODELS[0]!.id) keys.set('model', model.id);
  if (draft.seed !== standard.seed) keys.set('seed', String(draft.seed));
  if (canonical(draft.model.layers) !== canonical(standard.model.layers)) {
    const { layers } = draft.model;
    keys.set('layers', layers.map((layer, i) => layerText(layer, i === layers.length - 1)).join(','));
  }
  const { method } = draft.model;
  if (method && canonical(method) !== canonical(standard.model.method))
    keys.set('settings', changedSettings(methodDescriptor(method.kind).params, method).join('*'));
  if (hasEdits(draft.edits)) keys.set('edits', editsText(draft.edits));
  for (const { key } of TRAIN_PARAMS) {
    const value = draft.training[key];
    if (value === standard.training[key]) continue;
    keys.set(TRAIN_KEYS[key], String(value));
  }
  if (view.colourBy !== DEFAULT_VIEW.colourBy) keys.set('colour', view.colourBy);
  if (view.layer !== DEFAULT_VIEW.layer) keys.set('layer', view.layer);
  if (view.method !== DEFAULT_VIEW.method) keys.set('method', view.method);
  if (view.selection.length > 0 && view.selection.length <= 50) keys.set('select', view.selection.join('.'));
  // Units, heads and drawings are counted from 1, as on the page.
  if (view.unit !== DEFAULT_VIEW.unit) keys.set('unit', String(view.unit + 1));
  if (view.field !== DEFAULT_VIEW.field) keys.set('field', view.field ? 'on' : 'off');
  if (view.flow !== DEFAULT_VIEW.flow) keys.set('flow', view.flow);
  if (view.head !== 'all') keys.set('head', String(view.head + 1));
  if (view.pictureSeed !== DEFAULT_VIEW.pictureSeed) keys.set('drawing', String(view.pictureSeed + 1));
  if (view.pace !== DEFAULT_VIEW.pace) keys.set('pace', String(view.pace ?? 'max'));
  return `#${keys.toString().replaceAll('%2C', ',')}`;
}

const modelOf = (id: string): ModelDescriptor => MODELS.find((each) => each.id === id) ?? MODELS[0]!;

const oneOf = <T extends string>(options: readonly T[], value: string): T | undefined =>
  options.find((option) => option === value);

export function parseAddress(hash: string): Scene & { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const keys = new URLSearchParams(hash.replace(/^#/, ''));
  const refuse = (key: string, expected: string) =>
    problems.push(`expected ${key} to be ${expected}, got '${keys.get(key)}'; it was left out.`);

  for (const key of new Set(keys.keys()))
    if (!KNOWN.has(key)) problems.push(`'${key}' means nothing here; it was left out.`);

  const wanted = keys.get('data') ?? DATASETS[0]!.id;
  const descriptor = DATASETS.find(({ id }) => id === wanted);
  if (!descriptor) refuse('data', `one of ${DATASETS.map(({ id }) => id).join(', ')}`);
  const { id, labellings } = descriptor ?? DATASETS[0]!;
  const labels = keys.get('labels');
  const isKnownLabelling = labels === null || labellings.some((labelling) => labelling.id === labels);
  if (!isKnownLabelling) refuse('labels', `one of ${labellings.map((labelling) => labelling.id).join(', ')}`);
  const wantedModel = keys.get('model') ?? MODELS[0]!.id;
  const isModel = MODELS.some((each) => each.id === wantedModel);
  if (!isModel) refuse('model', `one of ${MODELS.map((each) => each.id).join(', ')}`);

  const data = { id, labelling: isKnownLabelling ? labels : null };
  let draft = defaultRun(data, 0, modelOf(wantedModel));
  /** Takes a change over if the whole stays valid. */
  const attempt = (changed: unknown) => {
    try {
      draft = validateRunSpec(changed);
    } catch (error) {
      problems.push(`${messageOf(error).replace(/\.$/, '')}; it was left out.`);
    }
  };
  const seed = keys.get('seed');
  if (seed !== null) attempt({ ...draft, seed: Number(seed) });
  const edits = keys.get('edits');
  if (edits !== null) attempt({ ...draft, edits: editsFrom(edits) });
  const layers = keys.get('layers');
  if (layers !== null) attempt({ ...draft, model: { ...draft.model, layers: layersFrom(layers) } });
  const settings = keys.get('settings');
  if (settings !== null) {
    const own = draft.model.method;
    const params = own ? methodDescriptor(own.kind).params : [];
    if (!own) refuse('settings', 'left out with a model of layers');
    else
      attempt({
        ...draft,
        model: { ...draft.model, method: { ...own, ...settingsFrom(settings.split('*'), params) } },
      });
  }
  for (const param of TRAIN_PARAMS) {
    const text = keys.get(TRAIN_KEYS[param.key]);
    if (text === null) continue;
    const value = valueFrom(param, text);
    attempt({ ...draft, training: { ...draft.training, [param.key]: value } });
  }

  const view = { ...DEFAULT_VIEW };
  const text = (key: string) => keys.get(key);
  const colourBy = oneOf(COLOUR_MODES, text('colour') ?? view.colourBy);
  if (!colourBy) refuse('colour', `one of ${COLOUR_MODES.join(', ')}`);
  const method = oneOf(PROJECTION_METHODS, text('method') ?? view.method);
  if (!method) refuse('method', `one of ${PROJECTION_METHODS.join(', ')}`);
  const layer = text('layer') ?? view.layer;
  const isLayer = /^(x|h[1-7]|z)$/.test(layer);
  if (!isLayer) refuse('layer', 'x, h1 to h7, or z');
  const selection = (text('select') ?? '').split('.').filter(Boolean).map(Number);
  const isSelection = selection.every((node) => Number.isSafeInteger(node) && node >= 0);
  if (!isSelection) refuse('select', 'node numbers joined by dots');
  const flow = oneOf(FLOWS, text('flow') ?? view.flow);
  if (!flow) refuse('flow', `one of ${FLOWS.join(', ')}`);
  const field = oneOf(['on', 'off'], text('field') ?? 'on');
  if (!field) refuse('field', 'on or off');
  /** A number counted from 1, as one from 0. */
  const counted = (key: string): number | null => {
    const value = text(key);
    if (value === null) return null;
    if (/^[1-9]\d{0,5}$/.test(value)) return Number(value) - 1;
    refuse(key, 'a number from 1');
    return null;
  };
  const pace = text('pace');
  const isPace = pace === null || pace === 'max' || (Number(pace) > 0 && Number(pace) <= 1000);
  if (!isPace) refuse('pace', 'epochs per second from 1 to 1000, or max');

  return {
    draft,
    view: {
      ...view,
      colourBy: colourBy ?? view.colourBy,
      method: method ?? view.method,
      layer: isLayer ? layer : view.layer,
      unit: counted('unit') ?? view.unit,
      field: field !== 'off',
      flow: flow ?? view.flow,
      head: counted('head') ?? view.head,
      pictureSeed: counted('drawing') ?? view.pictureSeed,
      selection: isSelection ? [...new Set(selection)].sort((a, b) => a - b) : [],
      pace: !isPace || pace === null ? view.pace : pace === 'max' ? null : Number(pace),
    },
    problems,
  };
}
