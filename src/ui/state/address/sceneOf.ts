/** What the page shows as a scene. */
import type { GraphData } from '../../../data/graph/graphData';
import { isOwnId } from '../../../data/run/catalogue';
import { scoreOf } from '../../../data/run/records';
import type { RunSpec } from '../../../data/run/runSpec';
import { headlineOf } from '../../../data/run/tasks/tasks';
import { BUILD } from '../../build';
import type { AppState } from '../appState';
import { settingsNow } from '../settings';
import type { Scene, SceneResults } from '../scene';
import { DEFAULT_VIEW, type Camera, type ViewSpec } from '../viewSpec';
import { admitGraph, ownSetOf, withoutNames } from './ownGraph';

export interface SceneOptions {
  /** The run as it was, with its timeline, to the epoch shown; else the settings of the controls, at epoch 0. */
  readonly run?: boolean;
  /** What is looked at; else the defaults. */
  readonly view?: boolean;
  /** The visitor's own graph. */
  readonly graph?: boolean;
  /** With the names, ids and columns of its file; without them it is another graph, under an id of its own. */
  readonly names?: boolean;
  /** What this page computed, to compare with. */
  readonly results?: boolean;
  /** In place of the view's own. */
  readonly locked?: ViewSpec['locked'];
  readonly hidden?: ViewSpec['hidden'];
  readonly embed?: boolean;
}

type Shown = Pick<AppState, 'run' | 'asked' | 'pending' | 'training' | 'view' | 'graph' | 'backend'>;

export function sceneOf(state: Shown, options: SceneOptions = {}): Scene {
  const { view, graph } = state;
  const asRun = options.run !== false;
  const run = asRun ? state.run : settingsNow(state);
  const { locked = view.locked, hidden = view.hidden, embed = view.embed } = options;
  const isOwn = options.graph !== false && isOwnId(run.data.id) && graph?.descriptor.id === run.data.id;
  const own = isOwn ? (options.names === false ? withoutNames(graph.base) : graph.base) : null;
  const id = own && own !== graph?.base ? admitted(own, graph?.descriptor.source.name ?? '') : null;
  const onOwn = (spec: RunSpec): RunSpec => (id === null ? spec : { ...spec, data: { ...spec.data, id } });
  return {
    run: onOwn(run),
    pending: asRun && state.pending ? onOwn(state.pending) : null,
    epoch: asRun ? state.training.epoch : 0,
    view: { ...(options.view === false ? DEFAULT_VIEW : shareable(view)), locked, hidden, embed },
    graph: own,
    results: options.results === true && asRun ? resultsOf(state) : null,
  };
}

/** The graph is known under its id, which it returns: the address of a run on it asks for its card. */
function admitted(graph: GraphData, source: string): string {
  const set = ownSetOf(graph, source);
  admitGraph(set, set.descriptor.id, 'graph');
  return set.descriptor.id;
}

/** Without what is the visitor's own. */
const shareable = (view: ViewSpec): ViewSpec => ({
  ...view,
  theme: DEFAULT_VIEW.theme,
  tool: DEFAULT_VIEW.tool,
  camera: { graph: rounded(view.camera.graph), embedding: rounded(view.camera.embedding) },
});

/** To five digits, which is less than a pixel. */
const rounded = (camera: Camera | null): Camera | null => {
  const round = (value: number) => Number(value.toPrecision(5));
  return camera && { x: round(camera.x), y: round(camera.y), ratio: round(camera.ratio) };
};

/** All nodes are told of a small graph, of a larger one so many. */
const ALL_NODES = 400;
const SOME_NODES = 256;

function resultsOf({ run, training, backend }: Shown): SceneResults | null {
  const { epoch, records, predictions } = training;
  const record = records[epoch];
  if (!record || !predictions || backend.kind !== 'ready' || !Number.isFinite(record.loss)) return null;
  const step = predictions.length <= ALL_NODES ? 1 : Math.floor(predictions.length / SOME_NODES);
  const count = step === 1 ? predictions.length : SOME_NODES;
  return {
    backend: backend.info.name,
    build: BUILD,
    loss: record.loss,
    test: scoreOf(record, 'test', headlineOf(run).id),
    predictions: {
      step,
      classes: Array.from({ length: count }, (_, k) => predictions[k * step] ?? 0),
    },
  };
}
