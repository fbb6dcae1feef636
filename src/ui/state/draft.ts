/**
 * What the controls say (`draft`) against what is running (`run`): which changes are live, which wait for a reset,
 * and how a draft is changed.
 */
import { defaultLayer } from '../../data/spec/layers/defaults';
import type { LayerSpec } from '../../data/spec/layers/layers';
import type { MethodSpec } from '../../data/spec/methods/methods';
import { MAX_DEPTH, MIN_DEPTH } from '../../data/spec/models';
import { canonical, editsAt, trainingAt, type RunSpec } from '../../data/spec/runSpec';
import { LIVE_KEYS, TRAIN_PARAMS, type TrainChange, type TrainSpec } from '../../data/spec/training';

/** Settings that hold at once: the live ones, and how long the run is. */
const AT_ONCE: ReadonlySet<string> = new Set([...LIVE_KEYS, 'epochs']);

/** Settings that wait for a reset, with their names. */
export const WAITING_PARAMS = TRAIN_PARAMS.filter(({ key }) => !AT_ONCE.has(key));

/** Whether another setting leaves this one nothing to say. */
export function isMoot(key: keyof TrainSpec, { optimiser, earlyStopping }: TrainSpec): boolean {
  if (key === 'momentum') return optimiser !== 'sgd';
  if (key === 'patience') return earlyStopping === 'off';
  return false;
}

/** Names, for a sentence, of what waits for the next reset; empty when nothing does. */
export function waitingForReset(run: RunSpec, draft: RunSpec): readonly string[] {
  const waiting: string[] = [];
  if (canonical(run.model) !== canonical(draft.model))
    waiting.push(run.model.method || draft.model.method ? 'model' : 'architecture');
  if (run.seed !== draft.seed) waiting.push('seed');
  for (const { key, label } of WAITING_PARAMS)
    if (run.training[key] !== draft.training[key] && !isMoot(key, draft.training)) waiting.push(label);
  return waiting;
}

/** Live settings in which `draft` differs from what is in force after `epoch`. */
export function liveChange(run: RunSpec, draft: RunSpec): TrainChange | null {
  const inForce = trainingAt(run, Infinity);
  const differing = LIVE_KEYS.filter((key) => inForce[key] !== draft.training[key]);
  if (differing.length === 0) return null;
  return Object.fromEntries(differing.map((key) => [key, draft.training[key]]));
}

/** What the controls say of a run where nothing waits: what is in force where it has come to. */
export const settled = (run: RunSpec): RunSpec => ({
  ...run,
  training: trainingAt(run, Infinity),
  edits: editsAt(run, Infinity),
  timeline: [],
});

export const withLayer = (draft: RunSpec, index: number, next: LayerSpec): RunSpec => ({
  ...draft,
  model: {
    ...draft.model,
    layers: draft.model.layers.map((layer, i) => (i === index ? next : layer)),
  },
});

export const withMethod = (draft: RunSpec, method: MethodSpec): RunSpec => ({
  ...draft,
  model: { ...draft.model, method },
});

/** A copy of the last hidden layer (or a first one of the output's kind) before the output layer. */
export function withLayerAdded(draft: RunSpec): RunSpec {
  const { layers } = draft.model;
  const output = layers.at(-1);
  if (!output || layers.length >= MAX_DEPTH) return draft;
  const hidden = layers.slice(0, -1);
  const added = hidden.at(-1) ?? defaultLayer(output.kind);
  return { ...draft, model: { ...draft.model, layers: [...hidden, added, output] } };
}

/** The hidden layer `from` at place `to`; the output layer stays last. */
export function withLayerMoved(draft: RunSpec, from: number, to: number): RunSpec {
  const { layers } = draft.model;
  const hidden = layers.slice(0, -1);
  const moved = hidden[from];
  if (!moved || to < 0 || to >= hidden.length) return draft;
  const rest = hidden.filter((_, i) => i !== from);
  return {
    ...draft,
    model: { ...draft.model, layers: [...rest.slice(0, to), moved, ...rest.slice(to), layers.at(-1)!] },
  };
}

/** Without the hidden layer `index`; the output layer stays. */
export function withLayerRemoved(draft: RunSpec, index: number): RunSpec {
  const { layers } = draft.model;
  if (layers.length <= MIN_DEPTH || index >= layers.length - 1) return draft;
  return { ...draft, model: { ...draft.model, layers: layers.filter((_, i) => i !== index) } };
}
