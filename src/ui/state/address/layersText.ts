/** Layers, a task and settings of a method as text: `gcn*width.32,gcn` and `p.0.25*q.4`, only what is not the default. */
import { fail } from '../../../data/base/errors';
import { isFields, type Fields } from '../../../data/run/checks';
import { methodDescriptor } from '../../../data/run/layers/defaults';
import { LAYERS } from '../../../data/run/layers/layers';
import { MODELS } from '../../../data/run/models';
import type { Param, ParamValue } from '../../../data/run/params';
import { TASKS } from '../../../data/run/tasks/list';
import { DEFAULT_MODEL } from './places';

/** A setting's text as the type that its descriptor wants; text of another type stays text, to be refused by name. */
export function readValue(param: Param, text: string): ParamValue {
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

const settingsOf = (fields: readonly (readonly [string, unknown])[]): readonly string[] =>
  fields.map(([key, value]) => `${key}.${String(value)}`);

function settingsFrom(settings: readonly string[], params: readonly Param[] = []): object {
  const fields = settings.map((setting) => {
    const dot = setting.indexOf('.');
    const [key, value] = [setting.slice(0, dot), setting.slice(dot + 1)];
    const param = params.find((each) => each.key === key);
    return [key, param ? readValue(param, value) : value] as const;
  });
  return Object.fromEntries(fields);
}

export function writeLayers(layers: unknown): string | null {
  if (!Array.isArray(layers) || !layers.every(isFields)) return null;
  return layers.map((layer) => writeNamed(layer, 'kind')).join(',');
}

/** `gcn*width.32`: what it is, then its settings. */
function writeNamed(fields: Fields, idKey: string): string {
  const { [idKey]: id, ...settings } = fields;
  return [String(id), ...settingsOf(Object.entries(settings))].join('*');
}

function readNamed(
  text: string,
  idKey: string,
  all: readonly { readonly id: string; readonly params: readonly Param[] }[],
): object {
  const [id, ...settings] = text.split('*');
  return { ...settingsFrom(settings, all.find((each) => each.id === id)?.params), [idKey]: id };
}

export const readLayers = (text: string): readonly unknown[] =>
  text.split(',').map((part) => readNamed(part, 'kind', LAYERS));

export const writeSettings = (settings: unknown): string | null =>
  isFields(settings) ? settingsOf(Object.entries(settings)).join('*') : null;

export const writeTask = (task: unknown): string | null => (isFields(task) ? writeNamed(task, 'id') : null);

export const readTask = (text: string): object => readNamed(text, 'id', TASKS);

export function readSettings(text: string, model: string | null): unknown {
  const { method } = MODELS.find(({ id }) => id === model) ?? DEFAULT_MODEL;
  if (!method) throw fail('settings', `expected none with a model of layers, got '${text.slice(0, 40)}'`);
  return settingsFrom(text.split('*'), methodDescriptor(method.kind).params);
}
