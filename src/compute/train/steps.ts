/** The steps that an epoch is made of: one on the whole graph, or one for each batch (sampling/sampledSteps.ts). */
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { RunSpec } from '../../data/run/runSpec';
import type { TrainSpec } from '../../data/run/training';
import type { Model } from '../nn/model';
import type { Parameter } from '../nn/parameters';
import type { Batch, Task } from '../tasks/task';
import { dropoutAt } from './dropoutKeys';
import { learnedOf, lossAndGradient } from './gradient';
import type { RunningOptimiser } from './optimiser';

export interface Steps {
  readonly perEpoch: number;
  /**
   * Takes a step. Epochs count from 1, the steps of one from 0.
   *
   * @returns the mean loss over the step's examples as they were before it (a scalar that is the caller's), and the share
   * of all examples that these are
   */
  take(epoch: number, index: number, settings: TrainSpec): { readonly loss: Tensor; readonly share: number };
}

/** What steps work on. */
export interface Learner {
  readonly run: RunSpec;
  readonly task: Task;
  /** On the graph whose messages training sees. */
  readonly model: Model;
  /** Those of the model, then those of the task. */
  readonly parameters: readonly Parameter[];
  readonly optimiser: RunningOptimiser;
}

/** The last layer's outputs and the task's own parameters, where its loss is taken. */
export const lossOf =
  ({ model }: Learner, batch: Batch, forward: (tensors: readonly Tensor[]) => readonly Tensor2D[]) =>
  (tensors: readonly Tensor[]): Tensor =>
    batch.loss(forward(tensors)[model.layers.length - 1], tensors.slice(model.parameters.length));

export function wholeGraphSteps(learner: Learner): Steps {
  const { run, task, model, parameters, optimiser } = learner;
  const learned = learnedOf(parameters, run.model.layers);
  return {
    perEpoch: 1,
    take: (epoch, _index, settings) => {
      const dropped = dropoutAt(run, epoch, settings);
      const batch = task.all(epoch);
      const forward = (tensors: readonly Tensor[]) => model.forward(tensors, dropped);
      const { loss, gradient } = lossAndGradient(
        optimiser.weights,
        parameters,
        learned,
        lossOf(learner, batch, forward),
      );
      optimiser.apply(gradient, settings, epoch);
      gradient.dispose();
      batch.dispose();
      return { loss, share: 1 };
    },
  };
}
