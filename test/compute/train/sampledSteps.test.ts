/** Steps of a batch are numbered through the run: sample, dropout and optimiser go by that number. */
import { tensor1d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { createModel, type StepDropout } from '../../../src/compute/nn/model';
import { initialParameters } from '../../../src/compute/nn/parameters';
import { dropoutAt } from '../../../src/compute/train/dropoutKeys';
import { learnedOf, lossAndGradient } from '../../../src/compute/train/gradient';
import { createOptimiser } from '../../../src/compute/train/optimiser';
import { batchBlocks } from '../../../src/compute/train/sampling/batchBlocks';
import * as sampling from '../../../src/compute/train/sampling/sampler';
import { sampledSteps } from '../../../src/compute/train/sampling/sampledSteps';
import { paddedSize } from '../../../src/data/graph/paddedSize';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { GraphData } from '../../../src/data/graph/graphData';
import { runOf, wordyKarate } from '../specs/runs';
import { softmaxCrossEntropy } from '../../../src/compute/kernels/softmaxCrossEntropy/gradient';
import { openTask } from '../../../src/compute/tasks/tasks';
import { layersAsBuilt } from '../../../src/data/run/layers/lastLayer';

beforeAll(startCpu);

const HUB = 33;
const given = wordyKarate();
/** Three nodes to learn from, a batch each. */
const graph: GraphData = {
  ...given,
  labelling: { ...given.labelling, split: { train: Int32Array.of(0, 32, HUB), val: null, test: null } },
};
const sage = (last: boolean) =>
  defaultLayer('sage', { width: 6, fanOut: 2, activation: last ? 'none' : 'relu' });
const inBatchesOf = (batchSize: number) =>
  runOf({ batchSize, dropout: 0.5, inputDropout: 0.5 }, [sage(false), sage(true)], 4);

function setUp(batchSize = 1) {
  const run = inBatchesOf(batchSize);
  const model = createModel(layersAsBuilt(run, graph), graph, graph.features);
  const weights = initialParameters(model.parameters, run.seed);
  const nothing = new Float32Array(weights.length);
  const optimiser = createOptimiser(model.parameters, run.model.layers, {
    weights,
    firstMoment: nothing,
    secondMoment: nothing,
  });
  const applied: number[] = [];
  const dropped: StepDropout[] = [];
  const steps = sampledSteps({
    run,
    task: openTask(run, graph),
    parameters: model.parameters,
    model: {
      ...model,
      forwardOn: (ground, tensors, dropout) => {
        dropped.push(dropout);
        return model.forwardOn(ground, tensors, dropout);
      },
    },
    // The weights stay, so that a step's loss is a matter of what it drew.
    optimiser: {
      ...optimiser,
      get weights() {
        return optimiser.weights;
      },
      apply: (_gradient, _settings, step) => void applied.push(step),
    },
  });
  return { run, model, optimiser, steps, applied, dropped };
}

describe('steps in batches', () => {
  it('are numbered from 1 through all epochs, for the optimiser and for dropout', () => {
    const { run, steps, applied, dropped } = setUp();
    expect(steps.perEpoch).toBe(3);
    for (const epoch of [1, 2, 5])
      for (let index = 0; index < 3; index++) steps.take(epoch, index, run.training).loss.dispose();
    const numbers = [1, 2, 3, 4, 5, 6, 13, 14, 15];
    expect(applied).toEqual(numbers);
    expect(dropped.map(({ input }) => input(1))).toEqual(
      numbers.map((step) => dropoutAt(run, step, run.training).input(1)),
    );
  });

  it('go through all training nodes in each epoch, in an order drawn for it', () => {
    const create = sampling.createSampler;
    const wanted: number[] = [];
    const spy = vi.spyOn(sampling, 'createSampler').mockImplementation((...parts) => {
      const sample = create(...parts);
      return (nodes, step) => {
        wanted.push(...nodes.filter((node) => node >= 0));
        return sample(nodes, step);
      };
    });
    const { run, steps } = setUp(2);
    spy.mockRestore();
    expect(steps.perEpoch).toBe(2);
    const orderOf = (epoch: number): readonly number[] => {
      wanted.length = 0;
      const shares = [0, 1].map((index) => {
        const { loss, share } = steps.take(epoch, index, run.training);
        loss.dispose();
        return share;
      });
      // Two of three, then the last.
      expect(shares).toEqual([2 / 3, 1 / 3]);
      return [...wanted];
    };
    const orders = [1, 2, 3, 4, 5, 6].map(orderOf);
    for (const order of orders) expect(order.toSorted((a, b) => a - b)).toEqual([0, 32, HUB]);
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
    expect(orderOf(3)).toEqual(orders[2]);
  });

  it('draw their neighbours by that number', async () => {
    const { run, model, optimiser, steps } = setUp();
    const sample = sampling.createSampler(graph, run.model.layers, run.seed);
    const learned = learnedOf(model.parameters, run.model.layers);
    /** Losses of every node that the step could be of. */
    const lossesAt = async (step: number): Promise<number[]> => {
      const losses: number[] = [];
      for (const node of [0, 32, HUB]) {
        const wanted = new Int32Array(paddedSize(1)).fill(-1);
        wanted[0] = node;
        const ground = batchBlocks(sample(wanted, step), run.model.layers, model.wholeGraph.x);
        const classes = tensor1d(
          wanted.map((each) => (each < 0 ? -1 : graph.labelling.y[each]!)),
          'int32',
        );
        const { loss } = lossAndGradient(optimiser.weights, model.parameters, learned, (tensors) => {
          const outputs = model.forwardOn(ground, tensors, dropoutAt(run, step, run.training));
          return softmaxCrossEntropy(outputs.at(-1)!, classes, 1);
        });
        losses.push((await loss.data<'float32'>())[0]!);
        ground.dispose();
      }
      return losses;
    };
    for (const [epoch, index, step] of [
      [1, 0, 1],
      [1, 2, 3],
      [2, 1, 5],
      [7, 0, 19],
    ] as const) {
      const { loss, share } = steps.take(epoch, index, run.training);
      const [value] = await loss.data<'float32'>();
      expect(share).toBeCloseTo(1 / 3, 6);
      expect(await lossesAt(step)).toContain(value);
    }
  });
});
