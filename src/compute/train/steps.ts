/** The steps that an epoch is made of: one on the whole graph, or one for each batch (sampling/sampledSteps.ts). */
import { keep, tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import type { GraphData } from '../../data/graph/graphData';
import type { RunSpec } from '../../data/run/runSpec';
import type { TrainSpec } from '../../data/run/training';
import type { Model } from '../nn/model';
import { trainingClasses } from '../tasks/nodeClassification';
import { dropoutAt } from './dropoutKeys';
import { learnedOf, lossAndGradient } from './gradient';
import type { RunningOptimiser } from './optimiser';

export interface Steps {
  readonly perEpoch: number;
  /**
   * Takes a step. Epochs count from 1, the steps of one from 0.
   *
   * @returns the mean loss over the step's training nodes as they were before it (a scalar that is the caller's), and
   * the share of all training nodes that these are
   */
  take(epoch: number, index: number, settings: TrainSpec): { readonly loss: Tensor; readonly share: number };
  dispose(): void;
}

/** What steps work on. */
export interface Learner {
  readonly run: RunSpec;
  readonly graph: GraphData;
  readonly model: Model;
  readonly optimiser: RunningOptimiser;
}

export function wholeGraphSteps({ run, graph, model, optimiser }: Learner): Steps {
  const target = trainingClasses(graph.labelling);
  const classes = keep(tensor1d(target.classes, 'int32'));
  const last = model.layers.length - 1;
  const learned = learnedOf(model.parameters, run.model.layers);
  return {
    perEpoch: 1,
    take: (epoch, _index, settings) => {
      const dropped = dropoutAt(run, epoch, settings);
      const { loss, gradient } = lossAndGradient(optimiser.weights, model.parameters, learned, {
        logits: (tensors) => model.forward(tensors, dropped)[last],
        classes,
        count: target.count,
      });
      optimiser.apply(gradient, settings, epoch);
      gradient.dispose();
      return { loss, share: 1 };
    },
    dispose: () => classes.dispose(),
  };
}
