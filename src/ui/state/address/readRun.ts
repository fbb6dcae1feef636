/** A run from its places. What does not fit is left at its default and told. */
import { fail } from '../../../data/base/errors';
import { descriptorOf } from '../../../data/run/catalogue';
import { isFields, oneOf, shown } from '../../../data/run/checks';
import { defaultRun } from '../../../data/run/defaults';
import { MODELS, type ModelDescriptor } from '../../../data/run/models';
import type { RunSpec } from '../../../data/run/runSpec';
import { DEFAULT_TASK } from '../../../data/run/tasks/tasks';
import { TRAIN_PARAMS } from '../../../data/run/training';
import { validateDataRef, validateRunSpec, validateTask } from '../../../data/run/validate';
import { unknownOwnId } from './ownGraph';
import { attempt } from '../attempt';
import { DEFAULT_DATA, DEFAULT_MODEL, type Places } from './places';

export const RUN_PLACES: ReadonlySet<string> = new Set([
  'data',
  'labels',
  'task',
  'model',
  'seed',
  'layers',
  'method',
  'edits',
  'timeline',
  ...TRAIN_PARAMS.map(({ key }) => `training.${key}`),
]);

/** @param problems takes the sentences on what was left out */
export function readRun(places: Places, problems: string[]): RunSpec {
  const id = attempt(problems, DEFAULT_DATA, () => dataFrom(places.get('data') ?? DEFAULT_DATA));
  const labelling = attempt(problems, null, () => labellingFrom(id, places.get('labels') ?? null));
  const model = attempt(problems, DEFAULT_MODEL, () => modelFrom(places.get('model') ?? DEFAULT_MODEL.id));

  const task = attempt(problems, DEFAULT_TASK, () =>
    validateTask(places.get('task') ?? DEFAULT_TASK, 'run.task'),
  );

  let run = defaultRun({ id, labelling }, 0, model, task);
  /** Takes a change over if the whole stays valid. */
  const change = (place: string, changed: (value: unknown) => unknown) => {
    const value = places.get(place);
    if (value !== undefined) run = attempt(problems, run, () => validateRunSpec(changed(value)));
  };
  change('seed', (seed) => ({ ...run, seed }));
  change('edits', (edits) => ({ ...run, edits }));
  change('layers', (layers) => ({ ...run, model: { ...run.model, layers } }));
  change('method', (fields) => ({ ...run, model: { ...run.model, method: methodFrom(run, fields) } }));
  for (const { key } of TRAIN_PARAMS)
    change(`training.${key}`, (value) => ({ ...run, training: { ...run.training, [key]: value } }));
  change('timeline', (timeline) => ({ ...run, timeline }));
  return run;
}

function dataFrom(id: unknown): string {
  if (unknownOwnId(id) !== null)
    throw fail('data', `expected a graph that is in the link or kept by this browser, got ${shown(id)}`);
  return validateDataRef({ id }).id;
}

function labellingFrom(id: string, labels: unknown): string | null {
  return labels === null
    ? null
    : oneOf(
        'labels',
        labels,
        descriptorOf(id).labellings.map((labelling) => labelling.id),
      );
}

function modelFrom(model: unknown): ModelDescriptor {
  const id = oneOf(
    'model',
    model,
    MODELS.map((each) => each.id),
  );
  return MODELS.find((each) => each.id === id) ?? DEFAULT_MODEL;
}

/** Some settings of the model's own method; anything else is refused by the run's validation. */
const methodFrom = (run: RunSpec, fields: unknown): unknown =>
  run.model.method && isFields(fields) ? { ...run.model.method, ...fields } : fields;
