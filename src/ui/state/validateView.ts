/** Reads values from outside (a link, a scene file, a kept session) into a ViewSpec, field by field. */
import { fail } from '../../data/base/errors';
import { IMPORT_LIMITS } from '../../data/formats/rawGraph';
import {
  booleanAt,
  fieldsOf,
  integerIn,
  listOf,
  oneOf,
  realIn,
  shown,
  type Fields,
} from '../../data/run/checks';
import type { Edge } from '../../data/run/edits';
import { MAX_EDITS, MAX_EPOCH } from '../../data/run/validate';
import { METRICS, PROJECTION_METHODS } from '../../data/run/pictures';
import { attempt } from './attempt';
import { CONTROLS } from './controls';
import type { ColumnFilter } from './columnFilter';
import { COMPONENTS, NO_FILTER, VERDICTS, type Filter } from './filter';
import {
  CHART_KINDS,
  COLOUR_MODES,
  DEFAULT_VIEW,
  FLOWS,
  HEAT_SCALES,
  PANELS,
  TABS,
  THEMES,
  TOOLS,
  type Camera,
  type ViewSpec,
} from './viewSpec';

type Check<T> = (area: string, value: unknown) => T;

const choice =
  <T extends string>(options: readonly T[]): Check<T> =>
  (area, value) =>
    oneOf(area, value, options);

const wholeUpTo =
  (max: number): Check<number> =>
  (area, value) =>
    integerIn(area, value, 0, max);

const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (area, value) =>
    value === null ? null : check(area, value);

/** Each at most once. */
const setOf =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (area, value) => [...new Set(listOf(area, value).map((item, k) => check(`${area}[${k}]`, item)))];

const pairOf =
  <T>(check: Check<T>): Check<readonly [T, T]> =>
  (area, value) => {
    const list = listOf(area, value);
    if (list.length !== 2) throw fail(area, `expected a pair, got a list of ${list.length}`);
    return [check(`${area}[0]`, list[0]), check(`${area}[1]`, list[1])];
  };

/** Some of the fields; what is not given is as in `standard`. */
function fieldIn<T extends object>(area: string, value: unknown, standard: T): (key: keyof T) => unknown {
  const fields = new Map(Object.entries(fieldsOf(area, value, Object.keys(standard))));
  return (key) => (fields.has(String(key)) ? fields.get(String(key)) : standard[key]);
}

const node = wholeUpTo(Number.MAX_SAFE_INTEGER);
/** A class by its number; -1 is none. */
const classes = orNull(setOf<number>((area, value) => integerIn(area, value, -1, 2 ** 31 - 1)));
/** As many as the largest graph has, with those that are added by hand. */
const MAX_SELECTED = IMPORT_LIMITS.nodes + MAX_EDITS;
const selection: Check<readonly number[]> = (area, value) => {
  const { length } = listOf(area, value);
  if (length > MAX_SELECTED) throw fail(area, `expected at most ${MAX_SELECTED} nodes, got ${length}`);
  return ascending(setOf(node)(area, value));
};
const ascending = (list: readonly number[]): readonly number[] => [...list].sort((a, b) => a - b);

/** The lower node first. */
const edge: Check<Edge> = (area, value) => {
  const [a, b] = pairOf(node)(area, value);
  if (a === b) throw fail(area, `expected two nodes, got ${a} twice`);
  return a < b ? [a, b] : [b, a];
};

const camera: Check<Camera> = (area, value) => {
  const { x, y, ratio } = fieldsOf(area, value, ['x', 'y', 'ratio']);
  return {
    x: realIn(`${area}.x`, x, -1000, 1000),
    y: realIn(`${area}.y`, y, -1000, 1000),
    ratio: realIn(`${area}.ratio`, ratio, 1e-4, 1e4),
  };
};

const shortText: Check<string> = (area, value) => {
  if (typeof value !== 'string' || value.length > 200)
    throw fail(area, `expected a text of at most 200 characters, got ${shown(value)}`);
  return value;
};

const columnFilter: Check<ColumnFilter> = (area, value) => {
  const { column, wanted } = fieldsOf(area, value, ['column', 'wanted']);
  return { column: shortText(`${area}.column`, column), wanted: shortText(`${area}.wanted`, wanted) };
};

const filter: Check<Filter> = (area, value) => {
  const of = fieldIn(area, value, NO_FILTER);
  return {
    classes: classes(`${area}.classes`, of('classes')),
    predicted: classes(`${area}.predicted`, of('predicted')),
    verdict: oneOf(`${area}.verdict`, of('verdict'), VERDICTS),
    minDegree: node(`${area}.minDegree`, of('minDegree')),
    maxDegree: orNull(node)(`${area}.maxDegree`, of('maxDegree')),
    component: oneOf(`${area}.component`, of('component'), COMPONENTS),
    column: orNull(columnFilter)(`${area}.column`, of('column')),
  };
};

const layer: Check<string> = (area, value) => {
  if (typeof value !== 'string' || !/^(x|h[1-7]|z)$/.test(value))
    throw fail(area, `expected x, h1 to h7, or z, got ${shown(value)}`);
  return value;
};

const pace: Check<ViewSpec['pace']> = (area, value) => {
  if (value === null || value === 'default') return value;
  if (typeof value !== 'number' || !(value > 0 && value <= 1000))
    throw fail(area, `expected epochs per second up to 1000, null or 'default', got ${shown(value)}`);
  return value;
};

const controls = setOf(choice(CONTROLS.map(({ id }) => id)));

const CHECKS: { readonly [K in keyof ViewSpec]: Check<ViewSpec[K]> } = {
  colourBy: choice(COLOUR_MODES),
  layer,
  method: choice(PROJECTION_METHODS),
  heldOut: booleanAt,
  threshold: (area, value) => realIn(area, value, 0, 1),
  twoByAxes: booleanAt,
  pictureSeed: wholeUpTo(2 ** 31 - 1),
  metric: choice(METRICS),
  trueNeighbours: booleanAt,
  badlyPlaced: booleanAt,
  unit: wholeUpTo(1_000_000),
  field: booleanAt,
  filmScale: booleanAt,
  heat: choice(HEAT_SCALES),
  flow: choice(FLOWS),
  head: (area, value) => (value === 'all' ? value : integerIn(area, value, 0, 1_000_000)),
  selection,
  edge: orNull(edge),
  filter,
  table: booleanAt,
  tool: choice(TOOLS),
  charts: pairOf(choice(CHART_KINDS)),
  stopAt: orNull((area, value) => integerIn(area, value, 1, MAX_EPOCH)),
  projector: booleanAt,
  pace,
  folded: setOf(choice(PANELS)),
  opened: setOf(choice(PANELS)),
  tab: choice(TABS),
  theme: choice(THEMES),
  camera: (area, value) => {
    const of = fieldIn(area, value, DEFAULT_VIEW.camera);
    return {
      graph: orNull(camera)(`${area}.graph`, of('graph')),
      embedding: orNull(camera)(`${area}.embedding`, of('embedding')),
    };
  },
  locked: controls,
  hidden: controls,
  embed: booleanAt,
};

const isKey = (key: string): key is keyof ViewSpec => Object.hasOwn(CHECKS, key);

const withField = <K extends keyof ViewSpec>(
  view: ViewSpec,
  area: string,
  key: K,
  value: unknown,
): ViewSpec => ({
  ...view,
  [key]: CHECKS[key](`${area}.${key}`, value),
});

/** A view; what is not given is the default. Throws at the first field that does not fit. */
export function validateViewSpec(value: unknown, area = 'view'): ViewSpec {
  const fields = fieldsOf(area, value, Object.keys(CHECKS));
  return Object.entries(fields).reduce<ViewSpec>(
    (view, [key, field]) => (isKey(key) ? withField(view, area, key, field) : view),
    DEFAULT_VIEW,
  );
}

/** The same, but a field that does not fit stays at its default and is told in `problems`. */
export function readView(fields: Fields, problems: string[], area = 'view'): ViewSpec {
  let view = DEFAULT_VIEW;
  for (const [key, value] of Object.entries(fields))
    view = attempt(problems, view, () => {
      if (!isKey(key)) throw fail(area, `expected a field of the view, got ${shown(key)}`);
      return withField(view, area, key, value);
    });
  return view;
}
