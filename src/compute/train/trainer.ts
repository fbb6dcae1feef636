/**
 * One run, one epoch at a time. `step` submits work and reads nothing back; `evaluate` reads. Everything random is a
 * function of the run's seed and the epoch, so a run taken up from a keyframe goes on exactly as it would have.
 */
import { add, engine, keep, mul, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import { numFeatures, type GraphData } from '../../data/graph/graphData';
import { layersAsBuilt } from '../../data/run/layers/lastLayer';
import { changedAt, trainingAt, type RunSpec } from '../../data/run/runSpec';
import type { TrainChange, TrainSpec } from '../../data/run/training';
import type { Activations, EpochRecord, Frame, Keyframe, LayerInfo } from '../../data/run/records';
import { preparedFeatures } from '../nn/features';
import { GraphTensors } from '../nn/graphTensors';
import { createModel, NO_DROPOUT, type ForwardBlocks } from '../nn/model';
import { initialParameters, parameterTensors, withTaskParameters } from '../nn/parameters';
import type { Task } from '../tasks/task';
import { openTask } from '../tasks/tasks';
import { layerInfos } from './layerInfos';
import { createOptimiser, type OptimiserState } from './optimiser';
import { read } from './read';
import { sampledSteps } from './sampling/sampledSteps';
import { wholeGraphSteps } from './steps';

export interface Trainer {
  /** Input, hidden layers, output. */
  readonly layers: readonly LayerInfo[];
  readonly task: Task;
  /** What `Task.evaluate` is given, for the present weights. */
  outputs(): Promise<TaskInputs>;
  /** Epochs done, those of the keyframe included. */
  readonly epoch: number;
  /** One epoch: all steps of it. On WebGPU it returns before the GPU has done the work. */
  step(): void;
  /**
   * Works a few milliseconds on the epoch under way, or begins the next one. `step` runs it to its end.
   *
   * @returns whether that epoch is done
   */
  slice(): boolean;
  /** Whether an epoch has been begun and not ended: a change then holds, and belongs in the timeline, an epoch later. */
  readonly isUnderWay: boolean;
  /** Share of the epoch under way that is done, 0 to 1; 0 where none is. */
  readonly progress: number;
  /**
   * Reads the loss of the last whole epoch (the mean over its examples, as its steps met them) and evaluates the weights
   * at its end, on whole graphs and without dropout. The loss is NaN when the run has diverged: it or any output is not
   * finite. Before the first epoch (of the run, or after a keyframe) the loss is that of the present
   * weights. `ms` is the time spent inside the epoch's steps; on WebGPU, where these only submit, it also counts waiting
   * for the loss.
   */
  evaluate(): Promise<{ record: EpochRecord; frame: Frame }>;
  /** Output of a layer for the present weights, without dropout; `x` is the features as they are trained on. */
  activations(layer: string): Promise<Activations>;
  /** Copies of weights and moments, to go on from. */
  keyframe(): Promise<Keyframe>;
  /** Moves live settings from the next step on; kept with its epoch, as an entry of the run's timeline would be. */
  change(change: TrainChange): void;
  dispose(): void;
}

/** Outputs of the last layer, one for each graph that is evaluated on, and the values of the task's own parameters. */
export interface TaskInputs {
  readonly outputs: readonly Float32Array[];
  readonly own: readonly Float32Array[];
}

function startingPoint(initial: Float32Array, from: Keyframe | null): Keyframe {
  if (!from) {
    const nothing = new Float32Array(initial.length);
    return { epoch: 0, weights: initial, firstMoment: nothing, secondMoment: nothing };
  }
  if (from.weights.length !== initial.length)
    throw fail(
      'trainer',
      `expected a keyframe of ${initial.length} weights, got ${from.weights.length}`,
      'Take one of the same run.',
    );
  return from;
}

interface EpochUnderWay {
  readonly settings: TrainSpec;
  /** What weights and moments were when it began; null for an epoch of one step, which nobody sees under way. */
  readonly before: OptimiserState | null;
  /** Steps. */
  done: number;
  loss: Tensor | null;
  ms: number;
}

/** sum + share * loss; takes both over. */
function added(sum: Tensor | null, loss: Tensor, share: number): Tensor {
  if (!sum && share === 1) return loss;
  const total = tidy(() => keep(sum ? add(sum, mul(loss, share)) : mul(loss, share)));
  sum?.dispose();
  loss.dispose();
  return total;
}

/**
 * Builds the run's model on the backend in force, at epoch 0 or at a keyframe of the same run.
 *
 * @param graph as the run has edited it at that epoch
 * @param loaded the same before any edit
 * @throws PlaygroundError when the model cannot be built on this graph or the keyframe is of another model
 */
export function createTrainer(
  run: RunSpec,
  graph: GraphData,
  from: Keyframe | null = null,
  loaded: GraphData = graph,
): Trainer {
  const task = openTask(run, graph, loaded);
  const features = preparedFeatures(graph.features, run.training.normaliseFeatures);
  const { training, evaluation } = task.messages;
  const model = createModel(layersAsBuilt(run, graph), training, features);
  const parameters = withTaskParameters(model.parameters, task.parameters, model.layers.length);
  const start = startingPoint(initialParameters(parameters, run.seed), from);

  let spec = run;
  let epoch = start.epoch;
  const optimiser = createOptimiser(parameters, run.model.layers, start);
  const learner = { run, task, model, parameters, optimiser };
  const steps = run.training.batchSize > 0 ? sampledSteps(learner) : wholeGraphSteps(learner);
  /** Of the last whole epoch. */
  let loss: Tensor | null = null;
  let stepMs = 0;
  let underWay: EpochUnderWay | null = null;

  /** What is read is of the last whole epoch, also while the next one is under way. */
  const settled = (): OptimiserState => underWay?.before ?? optimiser;
  /** Of each graph that is evaluated on; the training graph's tensors are there already. */
  const places = evaluation.map((messages): ForwardBlocks => {
    if (messages === training) return model.wholeGraph;
    const tensors = new GraphTensors(messages);
    return { x: model.wholeGraph.x, graphs: model.layers.map(() => tensors) };
  });
  const outputs = (layer: number, place: ForwardBlocks): Tensor =>
    tidy(() => model.forwardOn(place, parameterTensors(settled().weights, parameters), NO_DROPOUT)[layer]);
  const ownValues = async (): Promise<readonly Float32Array[]> => {
    if (task.parameters.length === 0) return [];
    const { weights } = await settled().state();
    return parameters
      .slice(model.parameters.length)
      .map(({ offset, size }) => weights.subarray(offset, offset + size));
  };
  const lastLayer = model.layers.length - 1;
  const taskInputs = async (): Promise<TaskInputs> => {
    const tensors = places.map((place) => outputs(lastLayer, place));
    const [own, ...values] = await Promise.all([ownValues(), ...tensors.map(read)]);
    for (const tensor of tensors) tensor.dispose();
    return { outputs: values, own };
  };
  const layers = layerInfos(model.layers, graph.numNodes, numFeatures(features));

  const begin = (): EpochUnderWay => ({
    settings: trainingAt(spec, epoch + 1),
    before: steps.perEpoch > 1 ? optimiser.snapshot() : null,
    done: 0,
    loss: null,
    ms: 0,
  });

  const slice = (): boolean => {
    const began = performance.now();
    const work = (underWay ??= begin());
    if (work.done < steps.perEpoch) {
      const taken = steps.take(epoch + 1, work.done, work.settings);
      work.loss = added(work.loss, taken.loss, taken.share);
      work.done += 1;
    }
    work.ms += performance.now() - began;
    if (work.done < steps.perEpoch) return false;
    work.before?.dispose();
    underWay = null;
    epoch += 1;
    loss?.dispose();
    loss = work.loss;
    stepMs = work.ms;
    return true;
  };

  const evaluate = async () => {
    const at = epoch;
    const submitted = performance.now();
    // Asked for before the forward pass below is submitted, so that a GPU answers as soon as the step is done.
    const pending = loss
      ? read(loss).then(([value]) => ({ value, waited: performance.now() - submitted }))
      : null;
    const inStep = loss ? stepMs : 0;
    const [last, given] = await Promise.all([pending, taskInputs()]);
    const { scores, output, isFinite } = task.evaluate(given.outputs, given.own);
    const seen = last ? last.value : (scores.train?.['loss'] ?? NaN);
    const record: EpochRecord = {
      epoch: at,
      loss: isFinite && Number.isFinite(seen) ? seen : NaN,
      scores,
      ms: inStep + (last && engine().backendName === 'webgpu' ? last.waited : 0),
    };
    return { record, frame: { epoch: at, output } };
  };

  const activations = async (id: string): Promise<Activations> => {
    const index = layers.findIndex((layer) => layer.id === id);
    if (index < 0)
      throw fail(
        'trainer',
        `expected a layer out of ${layers.map((layer) => layer.id).join(', ')}, got ${id}`,
      );
    if (index === 0) return features;
    const tensor = outputs(index - 1, places[0]);
    const values = await read(tensor);
    tensor.dispose();
    const { numRows, numCols } = layers[index];
    return { kind: 'dense', matrix: { numRows, numCols, values } };
  };

  const keyframe = async (): Promise<Keyframe> => {
    const at = epoch;
    return { epoch: at, ...(await settled().state()) };
  };

  return {
    layers,
    task,
    outputs: taskInputs,
    get epoch() {
      return epoch;
    },
    get isUnderWay() {
      return underWay !== null;
    },
    get progress() {
      return underWay ? underWay.done / steps.perEpoch : 0;
    },
    step: () => {
      while (!slice());
    },
    slice,
    evaluate,
    activations,
    keyframe,
    change: (change) => {
      spec = changedAt(spec, underWay ? epoch + 1 : epoch, change);
    },
    dispose: () => {
      underWay?.before?.dispose();
      underWay?.loss?.dispose();
      loss?.dispose();
      optimiser.dispose();
      task.dispose();
      for (const { graphs } of places) if (graphs !== model.wholeGraph.graphs) graphs[0].dispose();
      model.dispose();
    },
  };
}
