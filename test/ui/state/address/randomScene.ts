/** Random valid scenes, for fast-check: every field of a run and a view that belongs in a link. */
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { ownId } from '../../../../src/data/formats/packed/ownId';
import { packGraph } from '../../../../src/data/formats/packed/packGraph';
import { buildEdgeIndex } from '../../../../src/data/graph/edgeIndex';
import type { GraphData } from '../../../../src/data/graph/graphData';
import { ownDescriptor } from '../../../../src/data/import/ownDescriptor';
import { addOwnSet, DATASETS, descriptorOf } from '../../../../src/data/run/catalogue';
import { defaultRun } from '../../../../src/data/run/defaults';
import type { Edge, GraphEdits } from '../../../../src/data/run/edits';
import { LAYERS } from '../../../../src/data/run/layers/layers';
import { METHODS } from '../../../../src/data/run/methods/methods';
import { MODELS, mustTrainOn } from '../../../../src/data/run/models';
import type { Param, ParamValue } from '../../../../src/data/run/params';
import type { DataRef, RunSpec, TimelineEntry } from '../../../../src/data/run/runSpec';
import { TASKS } from '../../../../src/data/run/tasks/list';
import { LIVE_KEYS, TRAIN_PARAMS } from '../../../../src/data/run/training';
import { validateRunSpec, validateTask } from '../../../../src/data/run/validate';
import { METRICS, PROJECTION_METHODS } from '../../../../src/data/run/pictures';
import { CONTROLS } from '../../../../src/ui/state/controls';
import { COMPONENTS, VERDICTS } from '../../../../src/ui/state/filter';
import type { Scene, SceneResults } from '../../../../src/ui/state/scene';
import {
  CHART_KINDS,
  COLOUR_MODES,
  DEFAULT_VIEW,
  FLOWS,
  HEAT_SCALES,
  PANELS,
  TABS,
  type ViewSpec,
} from '../../../../src/ui/state/viewSpec';

const whole = (min: number, max: number) => fc.integer({ min, max });
const real = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const node = whole(0, 30_000);
const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
const orNull = <T>(arbitrary: Arbitrary<T>) => fc.option(arbitrary, { nil: null });

function paramValue(param: Param): Arbitrary<ParamValue> {
  switch (param.kind) {
    case 'integer':
      return whole(param.min, param.max);
    case 'real':
      return real(param.min, param.max);
    case 'own':
      return orNull(real(param.min, param.max));
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...param.options);
    default:
      return param satisfies never;
  }
}

/** Some settings, the others at their defaults. */
const someOf = (params: readonly Param[]) =>
  fc.record(Object.fromEntries(params.map((param) => [param.key, paramValue(param)])), { requiredKeys: [] });

const isValid = (run: unknown): boolean => {
  try {
    const valid = validateRunSpec(run);
    const { name, counts } = descriptorOf(valid.data.id);
    mustTrainOn(valid, name, counts);
    return true;
  } catch {
    return false;
  }
};

const layerChange = fc
  .constantFrom(...LAYERS)
  .chain(({ id, params }) => someOf(params).map((settings) => ({ ...settings, kind: id })))
  // Heads that do not divide the width are refused: one head divides all.
  .map((layer) => ('heads' in layer ? { ...layer, heads: 1 } : layer));

function model(id: string): Arbitrary<unknown> {
  const found = MODELS.find((each) => each.id === id)!;
  const { method } = found;
  if (!method)
    return fc.oneof(
      fc.constant(id),
      fc.array(layerChange, { minLength: 1, maxLength: 5 }).map((layers) => ({
        id,
        layers: layers.map((layer, k) =>
          k === layers.length - 1 ? { ...layer, activation: 'none' } : layer,
        ),
      })),
    );
  const { params } = METHODS.find((each) => each.id === method.kind)!;
  return someOf(params).map((settings) => ({ id, method: { ...method, ...settings } }));
}

const edge: Arbitrary<Edge> = fc
  .tuple(node, node)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? [a, b] : [b, a]));
const few = <T>(arbitrary: Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4 });

const edits: Arbitrary<GraphEdits> = fc.record({
  addedNodes: few(fc.record({ x: real(-1e6, 1e6), y: real(-1e6, 1e6) })),
  removedNodes: fc.uniqueArray(node, { maxLength: 4 }).map(sorted),
  addedEdges: few(edge),
  removedEdges: few(edge),
  labels: few(fc.tuple(node, orNull(whole(0, 40)))),
});

const live = someOf(TRAIN_PARAMS.filter(({ key }) => LIVE_KEYS.some((each) => each === key)));
const timeline: Arbitrary<readonly TimelineEntry[]> = fc
  .array(
    fc.oneof(
      fc.record({ epoch: whole(0, 9000), change: live }),
      fc.record({ epoch: whole(0, 9000), change: live, edits }),
    ),
    { maxLength: 4 },
  )
  .map((entries) => entries.sort((a, b) => a.epoch - b.epoch) as TimelineEntry[]);

const task = fc
  .constantFrom(...TASKS)
  .chain(({ id, params }) => someOf(params).map((settings) => validateTask({ id, ...settings })));

function runOn(data: DataRef, withTimeline: boolean): Arbitrary<RunSpec> {
  return fc
    .constantFrom(...MODELS)
    .chain((descriptor) =>
      fc.record({
        descriptor: fc.constant(descriptor),
        model: model(descriptor.id),
        task,
        training: someOf(TRAIN_PARAMS),
        seed: whole(0, 2 ** 32 - 1),
        edits: fc.oneof(fc.constant(undefined), edits),
        timeline: withTimeline ? timeline : fc.constant([]),
      }),
    )
    .map(({ descriptor, training, ...rest }) => {
      const standard = defaultRun(data, 0, descriptor, rest.task);
      return { ...standard, ...rest, training: { ...standard.training, ...training } };
    })
    .filter(isValid)
    .map((run) => validateRunSpec(run));
}

const camera = fc.record({ x: real(-9, 9), y: real(-9, 9), ratio: real(0.01, 10) });
const controls = fc.subarray(CONTROLS.map(({ id }) => id));

const view: Arbitrary<ViewSpec> = fc
  .record(
    {
      colourBy: fc.constantFrom(...COLOUR_MODES),
      layer: fc.constantFrom('x', 'h1', 'h2', 'h7', 'z'),
      method: fc.constantFrom(...PROJECTION_METHODS),
      pictureSeed: whole(0, 2 ** 31 - 1),
      metric: fc.constantFrom(...METRICS),
      trueNeighbours: fc.boolean(),
      badlyPlaced: fc.boolean(),
      twoByAxes: fc.boolean(),
      filmScale: fc.boolean(),
      heat: fc.constantFrom(...HEAT_SCALES),
      unit: whole(0, 255),
      field: fc.boolean(),
      flow: fc.constantFrom(...FLOWS),
      head: fc.oneof(whole(0, 7), fc.constant('all' as const)),
      selection: fc.uniqueArray(node, { maxLength: 90 }).map(sorted),
      edge: orNull(edge),
      filter: fc.record({
        classes: orNull(fc.uniqueArray(whole(-1, 9), { maxLength: 5 })),
        predicted: orNull(fc.uniqueArray(whole(-1, 9), { maxLength: 5 })),
        verdict: fc.constantFrom(...VERDICTS),
        minDegree: whole(0, 50),
        maxDegree: orNull(whole(0, 500)),
        component: fc.constantFrom(...COMPONENTS),
        column: fc.option(
          fc.record({ column: fc.string({ maxLength: 20 }), wanted: fc.string({ maxLength: 20 }) }),
        ),
      }),
      table: fc.boolean(),
      charts: fc.tuple(fc.constantFrom(...CHART_KINDS), fc.constantFrom(...CHART_KINDS)),
      stopAt: orNull(whole(1, 10_000)),
      projector: fc.boolean(),
      pace: fc.oneof(fc.constantFrom(null, 'default' as const, 20), real(0.1, 1000)),
      folded: fc.subarray([...PANELS]),
      opened: fc.subarray([...PANELS]),
      tab: fc.constantFrom(...TABS),
      camera: fc.record({ graph: orNull(camera), embedding: orNull(camera) }),
      locked: controls,
      hidden: controls,
      embed: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((change) => ({ ...DEFAULT_VIEW, ...change }));

const results: Arbitrary<SceneResults> = fc.record({
  backend: fc.constantFrom('webgpu', 'wasm', 'cpu'),
  build: fc.constantFrom('dev', '0a1b2c3d'),
  loss: real(0, 20),
  test: orNull(real(0, 1)),
  predictions: fc.record({ step: whole(1, 100), classes: fc.array(whole(0, 40), { maxLength: 256 }) }),
});

/** A ring of nodes with names, made known as a visitor's own. */
export function ownRing(
  numNodes: number,
  name = 'ring',
  classNames: readonly string[] = ['first <b>', 'second'],
): { readonly graph: GraphData; readonly data: DataRef } {
  const nodes = Array.from({ length: numNodes }, (_, k) => k);
  const graph: GraphData = {
    name,
    numNodes,
    edgeIndex: buildEdgeIndex(
      numNodes,
      nodes,
      nodes.map((k) => (k + 1) % numNodes),
    ),
    edgeWeight: null,
    features: { kind: 'identity', numCols: numNodes },
    labelling: {
      id: 'half',
      name: 'half',
      classNames,
      y: Int32Array.from(nodes, (k) => (classNames.length === 0 ? -1 : 2 * k < numNodes ? 0 : 1)),
      split:
        classNames.length === 0
          ? { train: new Int32Array(0), val: null, test: null }
          : { train: Int32Array.of(0, numNodes - 1), val: null, test: Int32Array.of(1) },
    },
    nodeNames: nodes.map((k) => `node ${k}`),
    positions: null,
  };
  const id = ownId(packGraph(graph));
  addOwnSet(ownDescriptor(graph, id, 'a test'));
  return { graph, data: { id, labelling: null } };
}

const set: Arbitrary<{ readonly data: DataRef; readonly graph: GraphData | null }> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...DATASETS).chain(({ id }) =>
      orNull(fc.constantFrom(...descriptorOf(id).labellings.map((labelling) => labelling.id))).map(
        (labelling) => ({
          data: { id, labelling },
          graph: null,
        }),
      ),
    ),
  },
  { weight: 1, arbitrary: whole(3, 40).map((numNodes) => ownRing(numNodes)) },
);

export const scenes: Arbitrary<Scene> = set.chain(({ data, graph }) =>
  fc.record({
    run: runOn(data, true),
    pending: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: runOn(data, false) },
    ),
    epoch: whole(0, 10_000),
    view,
    graph: fc.constant(graph),
    results: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: results }),
  }),
);
