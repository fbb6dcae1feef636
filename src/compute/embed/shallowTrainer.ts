/**
 * Models without layers behind the interface of the trainer: an epoch is one pass of the method, worked off in slices;
 * the task evaluates the method's own outputs, or those of a probe of its embedding. Everything that is read (scores,
 * activations, keyframes) is of the last whole epoch, also while the next one is under way.
 */
import { fail } from '../../data/base/errors';
import { numFeatures, type DenseMatrix, type GraphData } from '../../data/graph/graphData';
import { changedAt, trainingAt, type RunSpec } from '../../data/run/runSpec';
import type { TrainChange, TrainSpec } from '../../data/run/training';
import type { EpochRecord, Keyframe, LayerInfo } from '../../data/run/records';
import { taskDescriptor } from '../../data/run/tasks/tasks';
import type { Task } from '../tasks/task';
import type { Trainer } from '../train/trainer';

/** Enough to go on exactly from there; methods without moments leave them empty. */
export type MethodState = Omit<Keyframe, 'epoch'>;

export interface ShallowMethod {
  /** Columns of what is shown as H¹; null for a method that has outputs alone. */
  readonly dimension: number | null;
  /**
   * One epoch (1 for the first), yielding the share of it that is done between slices of a few milliseconds; returns
   * the epoch's loss.
   */
  run(epoch: number, settings: TrainSpec): Generator<number, number>;
  /** The loss of a state, as this epoch (the one to come) would meet it. */
  lossBefore(epoch: number, state: MethodState): number;
  /** Copies, or what is never written to again. */
  state(): MethodState;
  /** H¹, numNodes x dimension, or where it has none Z, numNodes x outChannels: functions of a state alone. */
  outputs(state: MethodState): Float32Array;
}

/** Throws where a keyframe cannot be of this run. */
export function stateFrom(initial: MethodState, from: Keyframe | null): MethodState {
  if (!from) return initial;
  for (const part of ['weights', 'firstMoment', 'secondMoment'] as const)
    if (from[part].length !== initial[part].length)
      throw fail(
        'trainer',
        `expected a keyframe of ${initial[part].length} numbers (${part}), got ${from[part].length}`,
        'Take one of the same run.',
      );
  return from;
}

export function shallowTrainer(
  run: RunSpec,
  graph: GraphData,
  task: Task,
  method: ShallowMethod,
  from: Keyframe | null,
): Trainer {
  const { numNodes } = graph;
  const { dimension } = method;
  const { probe } = task;
  const outChannels = taskDescriptor(run.task.id).outChannels(run.task, graph, dimension ?? 0);
  let spec = run;
  let epoch = from?.epoch ?? 0;
  let state = method.state();
  let outputs: { readonly embedding: Float32Array | null; readonly z: Float32Array } | null = null;
  let loss: number | null = null;
  let underWay: Generator<number, number> | null = null;
  let progress = 0;
  let msUnderWay = 0;
  let stepMs = 0;

  const outputsOf = (values: Float32Array) => {
    if (dimension === null) return { embedding: null, z: values };
    const z = probe ? probe({ numRows: numNodes, numCols: dimension, values }) : values;
    return { embedding: values, z };
  };
  const present = () => (outputs ??= outputsOf(method.outputs(state)));
  const layer = (id: string, label: string, kind: LayerInfo['kind'], numCols: number): LayerInfo => ({
    id,
    label,
    kind,
    numRows: numNodes,
    numCols,
  });
  const layers = [
    layer('x', 'X', 'input', numFeatures(graph.features)),
    ...(dimension === null ? [] : [layer('h1', 'H¹', 'hidden', dimension)]),
    // Without classes there is nothing to predict, and what is taken as it is stands there as H¹.
    ...(outChannels === 0 || !(probe || dimension === null) ? [] : [layer('z', 'Z', 'output', outChannels)]),
  ];

  const slice = (): boolean => {
    const began = performance.now();
    underWay ??= method.run(epoch + 1, trainingAt(spec, epoch + 1));
    const next = underWay.next();
    msUnderWay += performance.now() - began;
    if (!next.done) {
      progress = next.value;
      return false;
    }
    underWay = null;
    progress = 0;
    epoch += 1;
    loss = next.value;
    state = method.state();
    outputs = null;
    stepMs = msUnderWay;
    msUnderWay = 0;
    return true;
  };

  const taskInputs = () => ({ outputs: task.messages.evaluation.map(() => present().z), own: [] });

  return {
    layers,
    task,
    outputs: async () => taskInputs(),
    get epoch() {
      return epoch;
    },
    get isUnderWay() {
      return underWay !== null;
    },
    get progress() {
      return progress;
    },
    slice,
    step: () => {
      while (!slice());
    },
    evaluate: async () => {
      const { outputs: given, own } = taskInputs();
      const { scores, output, isFinite } = task.evaluate(given, own);
      const seen = loss ?? method.lossBefore(epoch + 1, state);
      const record: EpochRecord = {
        epoch,
        loss: isFinite && Number.isFinite(seen) ? seen : NaN,
        scores,
        ms: loss === null ? 0 : stepMs,
      };
      return { record, frame: { epoch, output } };
    },
    activations: async (id) => {
      const found = layers.find((each) => each.id === id);
      if (!found)
        throw fail(
          'trainer',
          `expected a layer out of ${layers.map((each) => each.id).join(', ')}, got ${id}`,
        );
      if (found.kind === 'input') return graph.features;
      const { embedding, z } = present();
      const values = (found.kind === 'hidden' && embedding) || z;
      const matrix: DenseMatrix = { numRows: numNodes, numCols: found.numCols, values: values.slice() };
      return { kind: 'dense', matrix };
    },
    keyframe: async () => ({
      epoch,
      weights: state.weights.slice(),
      firstMoment: state.firstMoment.slice(),
      secondMoment: state.secondMoment.slice(),
    }),
    change: (change: TrainChange) => {
      spec = changedAt(spec, underWay ? epoch + 1 : epoch, change);
    },
    dispose: () => {
      underWay = null;
      task.dispose();
    },
  };
}
