/**
 * `window.playground`: the page for the console, for notebooks and for tests. It does what the controls do, unpaced,
 * and tells when it is done. The README documents every function; wrong arguments throw errors that say what was
 * expected.
 */
import { fail } from '../../data/base/errors';
import { toDense } from '../../data/graph/dense';
import { numUndirectedEdges } from '../../data/graph/selfLoops';
import { DATASETS, descriptorOf } from '../../data/run/catalogue';
import { integerIn, oneOf, shown } from '../../data/run/checks';
import { defaultRun, modelFor } from '../../data/run/defaults';
import { MODELS } from '../../data/run/models';
import { canonical, type RunSpec } from '../../data/run/runSpec';
import { taskDescriptor } from '../../data/run/tasks/tasks';
import {
  MAX_EPOCH,
  validateModel,
  validateRunSpec,
  validateSeed,
  validateTask,
  validateTrainingChange,
} from '../../data/run/validate';
import { BACKEND_NAMES } from '../../data/run/backend';
import { redraws } from '../canvas/redraws';
import type { AppState } from '../state/appState';
import { editsNow } from '../state/editing';
import { settingsNow } from '../state/settings';
import type { Store } from '../state/store';
import { editedBy } from './editing';
import { depthApi } from './depthApi';
import { keepApi } from './keepApi';
import { listen } from './listen';
import { openApi } from './openApi';
import { AREA, optionsOf } from './options';
import { projectionApi } from './projectionApi';
import { pythonApi } from './pythonApi';
import type { Playground, TrainResult } from './playground';
import { sceneApi } from './sceneApi';
import { summaryOf } from './seedsSummary';
import { taskApi } from './taskApi';
import { toldRecord } from './toldRecord';
import type { Wiring } from './wiring';

/** As many as a visitor may wait for. */
const MOST_SEEDS = 1000;

/** Nothing is on its way: a run that is opened or trained, or the first graph. */
const isAtRest = ({ training, graph, data }: AppState): boolean =>
  graph ? !['playing', 'recovering', 'opening'].includes(training.phase) : data.kind !== 'loading';

export function createPlayground(
  store: Store,
  {
    actions,
    forget,
    engine,
    runner,
    repeats,
    comparing,
    load,
    importing,
    mustTrain,
    changeSettings,
    startWith,
    undo,
    redo,
  }: Wiring,
  ready: Promise<void>,
): Playground {
  const state = () => store.getState();

  const until = (holds: (state: AppState) => boolean): Promise<void> =>
    new Promise((resolve) => {
      if (holds(state())) return resolve();
      const stop = store.subscribe((next) => {
        if (!holds(next)) return;
        stop();
        resolve();
      });
    });

  /** @throws PlaygroundError where nothing can be trained: no graph is shown, or its run could not be opened */
  const mustStand = (name: string) => {
    const { graph, data, training } = state();
    if (graph && training.phase !== 'failed') return;
    const why = (data.kind === 'failed' && !graph ? data.message : training.error) ?? 'none is shown';
    throw fail(
      `${AREA}.${name}`,
      `expected a run on a graph, found none: ${why.replace(/\.$/, '')}`,
      'Load a data set or configure another run.',
    );
  };

  const resultSince = (from: number): TrainResult => {
    const { records, epoch: at } = state().training;
    mustStand('train');
    const last = records[at];
    if (!last)
      throw fail(`${AREA}.train`, 'expected an epoch that was recorded, found none', 'Reset the run.');
    const steps = records.slice(from + 1, at + 1);
    const total = steps.reduce((sum, { ms }) => sum + ms, 0);
    const { epoch, loss, scores, accuracy } = toldRecord(last);
    return { epoch, loss, scores, accuracy, msPerEpoch: steps.length > 0 ? total / steps.length : null };
  };

  /** Numbers the pauses: each ends the training that was asked for before it, also where its turn had not come. */
  let pauses = 0;

  /** @param goalFrom the epoch to train to, from where the run stands when its turn comes */
  const trainInTurn = (goalFrom: (state: AppState) => number): Promise<TrainResult> => {
    const asked = pauses;
    return inTurn(async () => {
      await settle();
      mustStand('train');
      const goal = goalFrom(state());
      const { epoch } = state().training;
      return asked === pauses && goal > epoch ? trainTo(goal) : resultSince(epoch);
    });
  };

  const trainTo = async (goal: number): Promise<TrainResult> => {
    const from = state().training.epoch;
    runner.play(goal, Infinity);
    await until(isAtRest);
    return resultSince(from);
  };

  /** What changes the run waits for what was asked before it: each call does all of its work and tells its own end. */
  // Where the first graph could not be had, another one can be loaded.
  let last: Promise<unknown> = ready.catch(() => {});
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };

  const mustKnowLayer = (name: string, layer: unknown) =>
    oneOf(
      `${AREA}.${name}`,
      layer,
      state().training.layers.map(({ id }) => id),
    );

  const settle = async () => {
    await until(({ training, graph }) => !graph || training.phase !== 'opening');
    if (!isAtRest(state())) await engine.pause();
    await until(isAtRest);
  };

  return {
    ready,
    datasets: () =>
      [...DATASETS, ...state().ownSets].map(({ id, name, counts, synthetic }) => ({
        id,
        name,
        nodes: counts.nodes,
        edges: counts.edges,
        synthetic,
      })),
    models: () => MODELS.map(({ id, name, sentence }) => ({ id, name, sentence })),
    load: async (id, options) => {
      const { labels } = optionsOf('load', options, ['labels']);
      const sets = [...DATASETS, ...state().ownSets];
      oneOf(
        `${AREA}.load`,
        id,
        sets.map((set) => set.id),
      );
      const descriptor = descriptorOf(id);
      const known = descriptor.labellings.map((each) => each.id);
      const labelling = (labels ?? null) === null ? null : oneOf(`${AREA}.load: labels`, labels, known);
      return inTurn(async () => {
        await settle();
        const data = { id, labelling };
        const { seed, task } = state().run;
        await load(defaultRun(data, seed, modelFor(descriptor, undefined, task), task));
        const { graph } = state();
        return { id, nodes: graph!.data.numNodes, directedEdges: graph!.data.edgeIndex.source.length };
      });
    },
    configure: async (change) => {
      const options = optionsOf('configure', change, ['task', 'model', 'training', 'seed']);
      const { task: wantedTask, model: wanted, training, seed } = options;
      const trained = validateTrainingChange(
        training === undefined ? {} : training,
        `${AREA}.configure: training`,
      );
      const asked = wantedTask === undefined ? null : validateTask(wantedTask, `${AREA}.configure: task`);
      const given = wanted === undefined ? null : validateModel(wanted, `${AREA}.configure: model`);
      const drawn = seed === undefined ? null : validateSeed(seed, `${AREA}.configure: seed`);
      /** Settings with the change, or an error that names what does not fit. */
      const changed = (now: RunSpec): RunSpec => {
        const task = asked ?? now.task;
        const model = given ?? now.model;
        const descriptor = MODELS.find(({ id }) => id === model.id);
        // Another model comes with the recipe of its own reference, another task with its own.
        const isOther = model.id !== now.model.id || task.id !== now.task.id;
        const base = isOther
          ? { ...defaultRun(now.data, now.seed, descriptor, task), edits: now.edits }
          : now;
        return validateRunSpec({
          ...base,
          task,
          // By its id it starts as the task's recipe has it, where there is one.
          model:
            wanted === undefined || (typeof wanted === 'string' && taskDescriptor(task.id).recipe)
              ? base.model
              : model,
          training: { ...base.training, ...trained },
          seed: drawn ?? now.seed,
          timeline: [],
        });
      };
      return inTurn(async () => {
        // Refused before what is going is halted.
        mustTrain(changed(settingsNow(state())));
        await settle();
        await startWith(changed(settingsNow(state())));
        return state().run;
      });
    },
    backend: () => {
      const { backend } = state();
      return backend.kind === 'ready' ? backend.info : null;
    },
    setBackend: async (name) => {
      oneOf(`${AREA}.setBackend`, name, ['auto', ...BACKEND_NAMES]);
      return inTurn(async () => {
        await settle();
        await runner.setBackend(name);
        const { backend } = state();
        if (backend.kind !== 'ready') throw fail(`${AREA}.setBackend`, `${name} could not be started`);
        return backend.info;
      });
    },
    train: async (options) => {
      const { epochs } = optionsOf('train', options, ['epochs']);
      if (epochs !== undefined) integerIn(`${AREA}.train: epochs`, epochs, 1, MAX_EPOCH);
      return trainInTurn(({ run, training }) =>
        epochs === undefined ? run.training.epochs : training.epoch + epochs,
      );
    },
    pause: () => {
      pauses++;
      return engine.pause();
    },
    step: () => trainInTurn(({ training }) => training.epoch + 1),
    reset: () =>
      inTurn(async () => {
        await settle();
        if (!state().graph) mustStand('reset');
        await runner.reset();
      }),
    seek: async (epoch) => {
      integerIn(`${AREA}.seek`, epoch, 0, MAX_EPOCH);
      return inTurn(async () => {
        await settle();
        const newest = Math.max(state().training.records.length - 1, 0);
        if (epoch > newest)
          throw fail(
            `${AREA}.seek`,
            `expected an epoch that the run has been at, 0 to ${newest}, got ${epoch}`,
            'Train first.',
          );
        await runner.seek(epoch);
        return toldRecord(state().training.records[epoch]!);
      });
    },
    keyframes: () => engine.keyframes(),
    seeds: async (seeds) => {
      if (!Array.isArray(seeds) || seeds.length === 0 || seeds.length > MOST_SEEDS)
        throw fail(`${AREA}.seeds`, `expected a list of 1 to ${MOST_SEEDS} seeds, got ${shown(seeds)}`);
      const wanted = seeds.map((seed, index) => validateSeed(seed, `${AREA}.seeds[${index}]`));
      return inTurn(async () => {
        mustStand('seeds');
        const run = settingsNow(state());
        return summaryOf(await repeats.start(wanted), run);
      });
    },
    edit: (change) =>
      inTurn(async () => {
        await settle();
        const { graph } = state();
        if (!graph) throw fail(`${AREA}.edit`, 'expected a graph, found none', 'Load one first.');
        const edits = editedBy(graph.base, editsNow(state()), graph.positions, change);
        await changeSettings({ ...settingsNow(state()), edits }, `edits.${canonical(edits)}`);
        const { data, edits: held } = state().graph!;
        // A refused edit is on the page as a notice, and leaves the graph as it was.
        if (canonical(held) !== canonical(edits))
          throw fail(`${AREA}.edit`, 'expected an edit that the run can take', 'The page says why not.');
        return {
          node: change.addNode ? data.numNodes - 1 : null,
          nodes: data.numNodes - (data.tombstones?.length ?? 0),
          edges: numUndirectedEdges(data.edgeIndex),
          edits,
        };
      }),
    undo: () => inTurn(() => settle().then(undo)),
    redo: () => inTurn(() => settle().then(redo)),
    layers: () => state().training.layers,
    trace: async (node, layerId) => {
      const { numNodes } = state().graph?.data ?? { numNodes: 0 };
      integerIn(`${AREA}.trace: node`, node, 0, numNodes - 1);
      mustKnowLayer('trace', layerId);
      return engine.explain(layerId, node);
    },
    embedding: async (layerId) => {
      mustKnowLayer('embedding', layerId);
      const { activations } = await engine.activations(layerId);
      const { numNodes } = state().graph!.data;
      const { numRows, numCols, values } =
        activations.kind === 'dense' ? activations.matrix : toDense(activations, numNodes);
      return { rows: numRows, columns: numCols, values };
    },
    projection: () => state().projection,
    ...openApi({
      state,
      importing,
      base: document.baseURI,
      atRest: (work) => inTurn(() => settle().then(work)),
    }),
    ...pythonApi(actions, (work) => inTurn(() => settle().then(work))),
    ...keepApi({ actions, forget, atRest: (work) => inTurn(() => settle().then(work)) }),
    ...sceneApi({ state, address: `${location.origin}${location.pathname}` }),
    ...taskApi({ state, engine, atRest: (work) => inTurn(() => settle().then(work)) }),
    ...depthApi({ state, engine, comparing, atRest: (work) => inTurn(() => settle().then(work)) }),
    ...projectionApi({
      state,
      until,
      engine,
      setView: actions.setView,
      atRest: (work) => inTurn(() => settle().then(work)),
    }),
    on: (event, listener) => listen(store, event, listener),
    counters: () => ({ redraws: { ...redraws }, messagesInFlight: engine.pending() }),
    memory: () => inTurn(() => settle().then(engine.memory)),
    loseDevice: async () => {
      await engine.loseDevice();
    },
  };
}
