/**
 * What a scene says beyond the defaults, place by place: `data`, `seed`, `training.learningRate`, `view.colourBy` ...
 * Both forms of a link are written from this list and read into it. It goes by the defaults of this version of the
 * link: where one of them changes, links need a next version, and old ones go on being read with the old default.
 */
import { DATASETS, isOwnId } from '../../../data/run/catalogue';
import { defaultRun } from '../../../data/run/defaults';
import { hasEdits, type GraphEdits } from '../../../data/run/edits';
import { defaultLayer } from '../../../data/run/layers/defaults';
import { MODELS, type ModelDescriptor } from '../../../data/run/models';
import { canonical, type RunSpec, type TimelineEntry } from '../../../data/run/runSpec';
import type { TaskSpec } from '../../../data/run/tasks/descriptor';
import { DEFAULT_TASK, defaultTask, taskDescriptor } from '../../../data/run/tasks/tasks';
import type { Scene } from '../scene';
import { DEFAULT_VIEW, type ViewSpec } from '../viewSpec';

/** JSON by place; unchecked where it was read. */
export type Places = ReadonlyMap<string, unknown>;

export const DEFAULT_DATA = DATASETS[0]!.id;
export const DEFAULT_MODEL: ModelDescriptor = MODELS[0]!;

/** What is the visitor's own and is in no link: the theme of a room, the tool in a hand. */
const PERSONAL: ReadonlySet<string> = new Set<keyof ViewSpec>(['theme', 'tool']);

const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** The fields in which a value differs from the standard one. */
function differing(value: object, standard: object): readonly (readonly [string, unknown])[] {
  const usual = new Map<string, unknown>(Object.entries(standard));
  return Object.entries(value).filter(([key, field]) => !isSame(field, usual.get(key)));
}

/** Only the lists that hold something. */
const editsOf = (edits: GraphEdits): object =>
  Object.fromEntries(Object.entries(edits).filter(([, list]) => list.length > 0));

const entryOf = ({ epoch, change, edits }: TimelineEntry): object => ({
  epoch,
  change,
  ...(edits && { edits: editsOf(edits) }),
});

/** The data set is always said. */
export function placesOfRun(run: RunSpec): Places {
  const { data, task, model, seed, edits, timeline } = run;
  const standard = defaultRun(
    data,
    0,
    MODELS.find(({ id }) => id === model.id),
    task,
  );
  const places = new Map<string, unknown>([['data', data.id]]);
  // What a visitor's own graph starts from is worked out, and not the same for ever: there all is said.
  const isOwn = isOwnId(data.id);
  const say = (place: string, value: unknown, usual: unknown) => {
    if (!isSame(value, usual)) places.set(place, value);
  };
  say('labels', data.labelling, null);
  say('task', taskOf(task), null);
  say('model', model.id, DEFAULT_MODEL.id);
  say('seed', seed, standard.seed);
  if (model.layers.length > 0 && (isOwn || !isSame(model.layers, standard.model.layers)))
    places.set('layers', layersOf(model.layers));
  if (model.method && standard.model.method) {
    const changed = differing(model.method, standard.model.method);
    if (changed.length > 0) places.set('method', Object.fromEntries(changed));
  }
  if (hasEdits(edits)) places.set('edits', editsOf(edits));
  for (const [key, value] of differing(run.training, isOwn ? {} : standard.training))
    places.set(`training.${key}`, value);
  if (timeline.length > 0) places.set('timeline', timeline.map(entryOf));
  return places;
}

/** Its id and what is not that task's default; null for the default task as it stands. */
function taskOf(task: TaskSpec): object | null {
  const changed = differing(task, defaultTask(taskDescriptor(task.id)));
  if (task.id === DEFAULT_TASK.id && changed.length === 0) return null;
  return { id: task.id, ...Object.fromEntries(changed) };
}

/** Each by its kind and what is not that kind's default. The output layer has no activation, whatever is said. */
const layersOf = (layers: RunSpec['model']['layers']): readonly object[] =>
  layers.map((layer, index) => {
    const changed = differing(layer, defaultLayer(layer.kind));
    const isLast = index === layers.length - 1;
    return Object.fromEntries([
      ['kind', layer.kind],
      ...changed.filter(([key]) => !(isLast && key === 'activation')),
    ]);
  });

export function placesOf({ run, pending, epoch, view, results }: Scene): Places {
  const places = new Map(placesOfRun(run));
  if (epoch > 0) places.set('epoch', epoch);
  for (const [key, value] of differing(view, DEFAULT_VIEW))
    if (!PERSONAL.has(key)) places.set(`view.${key}`, value);
  if (pending) places.set('pending', Object.fromEntries(placesOfRun(pending)));
  if (results) places.set('results', results);
  return places;
}
