/**
 * Epochs in mini-batches: the examples in an order drawn for the epoch, `batchSize` of them to a step, each step
 * on what its layers need of the graph. Batches, neighbours and dropout are functions of the seed and the number of the
 * step, and Adam counts steps, so an epoch can be run again from its beginning.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';
import { randomKey, sequence, STREAM } from '../../../data/base/random';
import { shuffled } from '../../../data/generators/sampler';
import type { Batch } from '../../tasks/task';
import { dropoutAt } from '../dropoutKeys';
import { learnedOf, lossAndGradient } from '../gradient';
import { lossOf, type Learner, type Steps } from '../steps';
import { batchBlocks } from './batchBlocks';
import { createSampler } from './sampler';

export function sampledSteps(learner: Learner): Steps {
  const { run, task, model, parameters, optimiser } = learner;
  const { numExamples } = task;
  const { batchSize } = run.training;
  const perEpoch = Math.ceil(numExamples / batchSize);
  const sample = createSampler(task.messages.training, run.model.layers, run.seed);
  let shuffle: { readonly epoch: number; readonly order: Int32Array } | null = null;

  const orderOf = (epoch: number): Int32Array => {
    if (shuffle?.epoch !== epoch) {
      const draw = sequence(randomKey(run.seed, STREAM.batches, epoch));
      shuffle = { epoch, order: shuffled(numExamples, draw) };
    }
    return shuffle.order;
  };

  const learned = learnedOf(parameters, run.model.layers);
  return {
    perEpoch,
    take: (epoch, index, settings) => {
      const step = (epoch - 1) * perEpoch + index + 1;
      const batch = task.some(epoch, orderOf(epoch).subarray(index * batchSize, (index + 1) * batchSize));
      const blocks = batchBlocks(sample(wantedOf(batch), step), run.model.layers, model.wholeGraph.x);
      const dropped = dropoutAt(run, step, settings);
      const forward = (tensors: readonly Tensor[]) => model.forwardOn(blocks, tensors, dropped);
      const { loss, gradient } = lossAndGradient(
        optimiser.weights,
        parameters,
        learned,
        lossOf(learner, batch, forward),
      );
      optimiser.apply(gradient, settings, step);
      gradient.dispose();
      batch.dispose();
      blocks.dispose();
      return { loss, share: batch.count / numExamples };
    },
  };
}

function wantedOf({ nodes }: Batch): Int32Array {
  if (nodes) return nodes;
  throw fail('trainer', 'expected the nodes of a batch, got the whole graph', 'Name them in Task.some.');
}
