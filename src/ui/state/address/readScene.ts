/** A scene from its places. It is always valid: what does not fit is left at its default and told. */
import { fieldsOf, integerIn, listOf, oneOf, realIn } from '../../../data/run/checks';
import { fail } from '../../../data/base/errors';
import type { GraphData } from '../../../data/graph/graphData';
import type { RunSpec } from '../../../data/run/runSpec';
import { MAX_EPOCH } from '../../../data/run/validate';
import { BACKEND_NAMES } from '../../../data/run/backend';
import { attempt } from '../attempt';
import type { Scene, SceneResults } from '../scene';
import { readView } from '../validateView';
import type { Places } from './places';
import { readRun, RUN_PLACES } from './readRun';

const VIEW = 'view.';
const OTHERS: ReadonlySet<string> = new Set(['epoch', 'pending', 'results']);
/** More than any scene holds of them. */
const MAX_PREDICTIONS = 1000;

/** @param graph the visitor's own, already known under its id; null: the link holds none */
export function readScene(places: Places, graph: GraphData | null, problems: string[]): Scene {
  for (const place of places.keys())
    if (!RUN_PLACES.has(place) && !OTHERS.has(place) && !place.startsWith(VIEW))
      problems.push(`'${place.slice(0, 40)}' means nothing here; it was left out.`);
  const optional = <T>(place: string, otherwise: T, read: (value: unknown) => T): T => {
    const value = places.get(place);
    return value === undefined ? otherwise : attempt(problems, otherwise, () => read(value));
  };
  const fields = [...places].flatMap(([place, value]) =>
    place.startsWith(VIEW) ? [[place.slice(VIEW.length), value] as const] : [],
  );
  const run = readRun(places, problems);
  return {
    run,
    epoch: optional('epoch', 0, (value) => integerIn('epoch', value, 0, MAX_EPOCH)),
    view: readView(Object.fromEntries(fields), problems),
    pending: optional('pending', null, (value) => pendingFrom(value, run, problems)),
    results: optional('results', null, resultsFrom),
    graph,
  };
}

/** What is offered beside the run is of the same graph. */
function pendingFrom(value: unknown, run: RunSpec, problems: string[]): RunSpec {
  const allowed = [...RUN_PLACES].filter((place) => place !== 'timeline');
  const places = new Map(Object.entries(fieldsOf('pending', value, allowed)));
  return readRun(new Map([...places, ['data', run.data.id]]), problems);
}

function resultsFrom(value: unknown): SceneResults {
  const fields = fieldsOf('results', value, ['backend', 'build', 'loss', 'test', 'predictions']);
  const { step, classes } = fieldsOf('results.predictions', fields['predictions'], ['step', 'classes']);
  const list = listOf('results.predictions.classes', classes);
  if (list.length > MAX_PREDICTIONS)
    throw fail('results.predictions', `expected at most ${MAX_PREDICTIONS}, got ${list.length}`);
  const { build, test } = fields;
  if (typeof build !== 'string' || !/^[\w.-]{1,40}$/.test(build))
    throw fail('results.build', 'expected a short name, got something else');
  return {
    backend: oneOf('results.backend', fields['backend'], BACKEND_NAMES),
    build,
    loss: realIn('results.loss', fields['loss'], -Number.MAX_VALUE, Number.MAX_VALUE),
    test: test === null ? null : realIn('results.test', test, 0, 1),
    predictions: {
      step: integerIn('results.predictions.step', step, 1, 2 ** 31 - 1),
      classes: list.map((each, k) => integerIn(`results.predictions.classes[${k}]`, each, 0, 2 ** 31 - 1)),
    },
  };
}
