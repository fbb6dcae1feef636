/**
 * The settings of the open run: what the controls say. Which of them move in it as it goes, which make another run, and
 * how they are changed.
 */
import { defaultLayer } from '../../data/run/layers/defaults';
import type { LayerSpec } from '../../data/run/layers/layers';
import type { MethodSpec } from '../../data/run/methods/methods';
import { defaultRun } from '../../data/run/defaults';
import { MAX_DEPTH, MIN_DEPTH, MODELS } from '../../data/run/models';
import type { TaskSpec } from '../../data/run/tasks/descriptor';
import { canonical, editsAt, trainingAt, type RunSpec } from '../../data/run/runSpec';
import { LIVE_KEYS, TRAIN_PARAMS, type TrainChange, type TrainSpec } from '../../data/run/training';
import type { AppState } from './appState';

/** Settings that a run takes as it goes: the live ones, and how long it is. */
const AT_ONCE: ReadonlySet<string> = new Set([...LIVE_KEYS, 'epochs']);

/** Whether another setting leaves this one nothing to say. */
export function isMoot(key: keyof TrainSpec, { optimiser, earlyStopping }: TrainSpec): boolean {
  if (key === 'momentum') return optimiser !== 'sgd';
  if (key === 'patience') return earlyStopping === 'off';
  return false;
}

const known = new WeakMap<RunSpec, RunSpec>();

/** A run's settings as they are in force where it has come to. The same run gives the same object. */
export function settled(run: RunSpec): RunSpec {
  const found = known.get(run) ?? {
    ...run,
    training: trainingAt(run, Infinity),
    edits: editsAt(run, Infinity),
    timeline: [],
  };
  known.set(run, found);
  return found;
}

/** Of the open run: as they were asked for a moment ago, where the engine has not taken that yet. */
export const settingsNow = ({ run, asked }: Pick<AppState, 'run' | 'asked'>): RunSpec =>
  asked ?? settled(run);

/** The run of a graph that is loading; null: none is. */
export const comingRun = ({ data }: Pick<AppState, 'data'>): RunSpec | null =>
  data.kind === 'loading' ? data.run : null;

/** What the bar says was chosen: of the graph that is coming, else of the one that is shown. */
export const chosenRun = (state: Pick<AppState, 'data' | 'run'>): RunSpec => comingRun(state) ?? state.run;

/** Whether settings are of another run than `now`, and not of the same one moved on: data, model, seed or how it is trained. */
export const isAnotherRun = (now: RunSpec, next: RunSpec): boolean => ofWhole(now) !== ofWhole(next);

const ofWhole = ({ data, task, model, seed, training }: RunSpec): string =>
  canonical([data, task, model, seed, Object.entries(training).filter(([key]) => !AT_ONCE.has(key))]);

/** Names, for a sentence, of the settings in which two runs on the same graph differ. */
export function differences(one: RunSpec, other: RunSpec): readonly string[] {
  const named: string[] = [];
  if (canonical(one.model) !== canonical(other.model))
    named.push(
      one.model.method || other.model.method || one.model.id !== other.model.id ? 'model' : 'layers',
    );
  if (canonical(one.task) !== canonical(other.task)) named.push('task');
  if (one.seed !== other.seed) named.push('seed');
  for (const { key, label } of TRAIN_PARAMS)
    if (one.training[key] !== other.training[key] && !isMoot(key, other.training)) named.push(label);
  if (canonical(one.edits) !== canonical(other.edits)) named.push('edits of the graph');
  return named;
}

/** The live settings that move from `now` to `next`; null: none. */
export function liveChange(now: RunSpec, next: RunSpec): TrainChange | null {
  const differing = LIVE_KEYS.filter((key) => now.training[key] !== next.training[key]);
  if (differing.length === 0) return null;
  return Object.fromEntries(differing.map((key) => [key, next.training[key]]));
}

export const withLayer = (run: RunSpec, index: number, next: LayerSpec): RunSpec => ({
  ...run,
  model: {
    ...run.model,
    layers: run.model.layers.map((layer, i) => (i === index ? next : layer)),
  },
});

export const withMethod = (run: RunSpec, method: MethodSpec): RunSpec => ({
  ...run,
  model: { ...run.model, method },
});

/** Another task comes with its own recipe for the model; settings of the same one leave the rest as it is. */
export const withTask = (run: RunSpec, task: TaskSpec): RunSpec =>
  task.id === run.task.id
    ? { ...run, task }
    : {
        ...defaultRun(
          run.data,
          run.seed,
          MODELS.find(({ id }) => id === run.model.id),
          task,
        ),
        edits: run.edits,
      };

/** A copy of the last hidden layer (or a first one of the output's kind) before the output layer. */
export function withLayerAdded(run: RunSpec): RunSpec {
  const { layers } = run.model;
  const output = layers.at(-1);
  if (!output || layers.length >= MAX_DEPTH) return run;
  const hidden = layers.slice(0, -1);
  const added = hidden.at(-1) ?? defaultLayer(output.kind);
  return { ...run, model: { ...run.model, layers: [...hidden, added, output] } };
}

/** The hidden layer `from` at place `to`; the output layer stays last. */
export function withLayerMoved(run: RunSpec, from: number, to: number): RunSpec {
  const { layers } = run.model;
  const hidden = layers.slice(0, -1);
  const moved = hidden[from];
  if (!moved || to < 0 || to >= hidden.length) return run;
  const rest = hidden.filter((_, i) => i !== from);
  return {
    ...run,
    model: { ...run.model, layers: [...rest.slice(0, to), moved, ...rest.slice(to), layers.at(-1)!] },
  };
}

/** Without the hidden layer `index`; the output layer stays. */
export function withLayerRemoved(run: RunSpec, index: number): RunSpec {
  const { layers } = run.model;
  if (layers.length <= MIN_DEPTH || index >= layers.length - 1) return run;
  return { ...run, model: { ...run.model, layers: layers.filter((_, i) => i !== index) } };
}
