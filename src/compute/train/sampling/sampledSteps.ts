/**
 * Epochs in mini-batches: the training nodes in an order drawn for the epoch, `batchSize` of them to a step, each step
 * on what its layers need of the graph. Batches, neighbours and dropout are functions of the seed and the number of the
 * step, and Adam counts steps, so an epoch can be run again from its beginning.
 */
import { tensor1d } from '@tensorflow/tfjs-core';
import { randomKey, sequence, STREAM } from '../../../data/base/random';
import { shuffled } from '../../../data/generators/sampler';
import { paddedSize } from '../../../data/graph/paddedSize';
import { trainingClasses } from '../../tasks/nodeClassification';
import { dropoutAt } from '../dropoutKeys';
import { learnedOf, lossAndGradient } from '../gradient';
import type { Learner, Steps } from '../steps';
import { batchBlocks } from './batchBlocks';
import { createSampler } from './sampler';

export function sampledSteps({ run, graph, model, optimiser }: Learner): Steps {
  const { classes } = trainingClasses(graph.labelling);
  const nodes = Int32Array.from(classes.keys()).filter((node) => classes[node] >= 0);
  const { batchSize } = run.training;
  const perEpoch = Math.ceil(nodes.length / batchSize);
  const sample = createSampler(graph, run.model.layers, run.seed);
  const last = model.layers.length - 1;
  let shuffle: { readonly epoch: number; readonly order: Int32Array } = { epoch: 0, order: nodes };

  const orderOf = (epoch: number): Int32Array => {
    if (shuffle.epoch !== epoch) {
      const draw = sequence(randomKey(run.seed, STREAM.batches, epoch));
      shuffle = { epoch, order: shuffled(nodes.length, draw).map((place) => nodes[place]) };
    }
    return shuffle.order;
  };

  const learned = learnedOf(model.parameters, run.model.layers);
  return {
    perEpoch,
    take: (epoch, index, settings) => {
      const step = (epoch - 1) * perEpoch + index + 1;
      const batch = orderOf(epoch).subarray(index * batchSize, (index + 1) * batchSize);
      const wanted = new Int32Array(paddedSize(batch.length)).fill(-1);
      wanted.set(batch);
      const blocks = batchBlocks(sample(wanted, step), run.model.layers, model.wholeGraph.x);
      const dropped = dropoutAt(run, step, settings);
      const asked = tensor1d(
        wanted.map((node) => (node < 0 ? -1 : classes[node])),
        'int32',
      );
      const { loss, gradient } = lossAndGradient(optimiser.weights, model.parameters, learned, {
        logits: (tensors) => model.forwardOn(blocks, tensors, dropped)[last],
        classes: asked,
        count: batch.length,
      });
      optimiser.apply(gradient, settings, step);
      gradient.dispose();
      asked.dispose();
      blocks.dispose();
      return { loss, share: batch.length / nodes.length };
    },
    dispose: () => {},
  };
}
