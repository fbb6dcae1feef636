/**
 * `window.playground`: the page for the console, for notebooks and for tests. It does what the controls do, unpaced,
 * and tells when it is done. The README documents every function; wrong arguments throw errors that say what was
 * expected.
 */
import { fail } from '../../data/base/errors';
import { toDense } from '../../data/graph/dense';
import { DATASETS } from '../../data/spec/catalogue';
import { defaultRun, modelFor } from '../../data/spec/defaults';
import { MODELS } from '../../data/spec/models';
import { spread } from '../../data/base/statistics';
import { canonical, type RunSpec } from '../../data/spec/runSpec';
import { validateModel, validateRunSpec, validateSeed } from '../../data/spec/validate';
import { BACKEND_NAMES, type SeedRun } from '../../engine/types';
import { redraws } from '../canvas/redraws';
import type { AppState } from '../state/appState';
import { editsNow } from '../state/editing';
import { settingsNow } from '../state/settings';
import type { Store } from '../state/store';
import { editedBy } from './editing';
import { depthApi } from './depthApi';
import { keepApi } from './keepApi';
import { openApi } from './openApi';
import { projectionApi } from './projectionApi';
import { pythonApi } from './pythonApi';
import type { Playground, PlaygroundEvents, SeedsResult, TrainResult } from './playground';
import { sceneApi } from './sceneApi';
import type { Wiring } from './wiring';

const AREA = 'playground';
const MAX_EPOCHS = 100_000;

const mustBeObject = (name: string, value: unknown): object => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw fail(`${AREA}.${name}`, `expected an object of options, got ${JSON.stringify(value)}`);
  return value;
};

const mustKnowKeys = (name: string, value: object, known: readonly string[]) => {
  const odd = Object.keys(value).find((key) => !known.includes(key));
  if (odd) throw fail(`${AREA}.${name}`, `expected options ${known.join(', ')}, got '${odd}'`);
};

const isAtRest = ({ training }: AppState): boolean =>
  training.phase !== 'playing' && training.phase !== 'recovering' && training.phase !== 'opening';

/** Calls the listener with what is new since the last change of the state. */
function subscribe<K extends keyof PlaygroundEvents>(
  store: Store,
  event: K,
  listener: (value: PlaygroundEvents[K]) => void,
): () => void {
  const tell: {
    [E in keyof PlaygroundEvents]: (now: AppState, before: AppState) => readonly PlaygroundEvents[E][];
  } = {
    epoch: (now, before) => {
      if (now.training.records === before.training.records) return [];
      const known = new Set(before.training.records);
      return now.training.records.filter((record) => !known.has(record));
    },
    phase: (now, before) => (now.training.phase === before.training.phase ? [] : [now.training.phase]),
    projection: (now, before) =>
      now.projection === before.projection || !now.projection ? [] : [now.projection],
  };
  if (!(event in tell))
    throw fail(`${AREA}.on`, `expected one of ${Object.keys(tell).join(', ')}, got ${JSON.stringify(event)}`);
  return store.subscribe((now, before) => {
    for (const value of tell[event](now, before))
      try {
        listener(value);
      } catch (error) {
        // The visitor's own code must not stop the page: the console hears of it.
        reportError(error);
      }
  });
}

function summary(runs: readonly SeedRun[]): SeedsResult {
  const ends = runs.map(({ seed, records }) => ({ seed, ...records.at(-1)! }));
  const tests = ends.flatMap(({ accuracy }) => accuracy.test ?? []);
  const all = ends.flatMap(({ accuracy }) => accuracy.all ?? []);
  return {
    seeds: ends.map(({ seed, epoch, loss, accuracy }) => ({ seed, epoch, loss, accuracy })),
    test: tests.length > 0 ? spread(tests) : null,
    all: all.length > 0 ? spread(all) : null,
  };
}

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

  const resultSince = (from: number): TrainResult => {
    const { records, epoch: at, phase, error } = state().training;
    const last = records[at];
    if (phase === 'failed' || !last) throw fail(AREA, `training failed: ${error ?? 'no epoch was recorded'}`);
    const steps = records.slice(from + 1, at + 1);
    const total = steps.reduce((sum, { ms }) => sum + ms, 0);
    const { epoch, loss, accuracy } = last;
    return { epoch, loss, accuracy, msPerEpoch: steps.length > 0 ? total / steps.length : null };
  };

  const trainTo = async (goal: number): Promise<TrainResult> => {
    const from = state().training.epoch;
    runner.play(goal, Infinity);
    await until(isAtRest);
    return resultSince(from);
  };

  /** What changes the run waits for what was asked before it: each call does all of its work and tells its own end. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };

  const settle = async () => {
    await ready;
    await until(({ training }) => training.phase !== 'opening');
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
    load: async (id, options = {}) => {
      mustKnowKeys('load', mustBeObject('load', options), ['labels']);
      const sets = [...DATASETS, ...state().ownSets];
      const descriptor = sets.find((set) => set.id === id);
      if (!descriptor)
        throw fail(
          `${AREA}.load`,
          `expected one of ${sets.map((set) => set.id).join(', ')}, got ${JSON.stringify(id)}`,
        );
      const labelling = options.labels ?? null;
      if (labelling !== null && !descriptor.labellings.some((known) => known.id === labelling))
        throw fail(
          `${AREA}.load`,
          `expected labels ${descriptor.labellings.map((known) => known.id).join(' or ')}, got ${JSON.stringify(labelling)}`,
        );
      return inTurn(async () => {
        await settle();
        const data = { id, labelling };
        await load(defaultRun(data, state().run.seed, modelFor(descriptor)));
        const { graph } = state();
        return { id, nodes: graph!.data.numNodes, directedEdges: graph!.data.edgeIndex.source.length };
      });
    },
    configure: async (change) => {
      mustKnowKeys('configure', mustBeObject('configure', change), ['model', 'training', 'seed']);
      const { model: wanted, training = {}, seed } = change;
      mustBeObject('configure', training);
      /** Settings with the change, or an error that names what does not fit. */
      const changed = (now: RunSpec): RunSpec => {
        const model = wanted === undefined ? now.model : validateModel(wanted, `${AREA}.configure: model`);
        const descriptor = MODELS.find(({ id }) => id === model.id);
        // Another model comes with the recipe of its own reference.
        const base =
          model.id === now.model.id
            ? now
            : { ...defaultRun(now.data, now.seed, descriptor), edits: now.edits };
        return validateRunSpec({
          ...base,
          model,
          training: { ...base.training, ...training },
          seed: seed ?? now.seed,
          timeline: [],
        });
      };
      changed(settingsNow(state()));
      return inTurn(async () => {
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
      if (name !== 'auto' && !BACKEND_NAMES.includes(name))
        throw fail(
          `${AREA}.setBackend`,
          `expected one of auto, ${BACKEND_NAMES.join(', ')}, got ${JSON.stringify(name)}`,
        );
      return inTurn(async () => {
        await settle();
        await runner.setBackend(name);
        const { backend } = state();
        if (backend.kind !== 'ready') throw fail(`${AREA}.setBackend`, `${name} could not be started`);
        return backend.info;
      });
    },
    train: async (options = {}) => {
      mustKnowKeys('train', mustBeObject('train', options), ['epochs']);
      const { epochs } = options;
      if (epochs !== undefined && !(Number.isSafeInteger(epochs) && epochs >= 1 && epochs <= MAX_EPOCHS))
        throw fail(
          `${AREA}.train`,
          `expected epochs to be a whole number from 1 to ${MAX_EPOCHS}, got ${JSON.stringify(epochs)}`,
        );
      return inTurn(async () => {
        await settle();
        const { run, training } = state();
        const goal = epochs === undefined ? run.training.epochs : training.epoch + epochs;
        return goal > training.epoch ? trainTo(goal) : resultSince(training.epoch);
      });
    },
    pause: () => engine.pause(),
    step: () =>
      inTurn(async () => {
        await settle();
        return trainTo(state().training.epoch + 1);
      }),
    reset: () =>
      inTurn(async () => {
        await settle();
        await runner.reset();
      }),
    seek: async (epoch) => {
      const newest = state().training.records.length - 1;
      if (!(Number.isSafeInteger(epoch) && epoch >= 0 && epoch <= newest))
        throw fail(
          `${AREA}.seek`,
          `expected an epoch that the run has been at, 0 to ${Math.max(newest, 0)}, got ${JSON.stringify(epoch)}`,
          'Train first.',
        );
      return inTurn(async () => {
        await settle();
        await runner.seek(epoch);
        return state().training.records[epoch]!;
      });
    },
    keyframes: () => engine.keyframes(),
    seeds: async (seeds) => {
      if (!Array.isArray(seeds) || seeds.length === 0)
        throw fail(`${AREA}.seeds`, `expected a list of seeds, got ${JSON.stringify(seeds)}`);
      const wanted = seeds.map((seed, index) => validateSeed(seed, `${AREA}.seeds[${index}]`));
      await ready;
      return summary(await repeats.start(wanted));
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
          edges: data.edgeIndex.source.length / 2,
          edits,
        };
      }),
    undo: () => inTurn(() => settle().then(undo)),
    redo: () => inTurn(() => settle().then(redo)),
    layers: () => state().training.layers,
    trace: async (node, layerId) => {
      const { numNodes } = state().graph?.data ?? { numNodes: 0 };
      if (!(Number.isSafeInteger(node) && node >= 0 && node < numNodes))
        throw fail(`${AREA}.trace`, `expected a node from 0 to ${numNodes - 1}, got ${JSON.stringify(node)}`);
      return engine.explain(layerId, node);
    },
    embedding: async (layerId) => {
      const { layers } = state().training;
      if (!layers.some(({ id }) => id === layerId))
        throw fail(
          `${AREA}.embedding`,
          `expected one of ${layers.map(({ id }) => id).join(', ')}, got ${JSON.stringify(layerId)}`,
        );
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
    ...depthApi({ state, engine, comparing, atRest: (work) => inTurn(() => settle().then(work)) }),
    ...projectionApi({
      state,
      until,
      engine,
      setView: actions.setView,
      atRest: (work) => inTurn(() => settle().then(work)),
    }),
    on: (event, listener) => {
      if (typeof listener !== 'function')
        throw fail(`${AREA}.on`, `expected a function, got ${typeof listener}`);
      return subscribe(store, event, listener);
    },
    counters: () => ({ redraws: { ...redraws }, messagesInFlight: engine.pending() }),
    memory: () => inTurn(() => settle().then(engine.memory)),
    loseDevice: async () => {
      await engine.loseDevice();
    },
  };
}
