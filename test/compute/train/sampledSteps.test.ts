/** Steps of a batch are numbered through the run: sample, dropout and optimiser go by that number. */
import { tensor1d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { createModel, type StepDropout } from '../../../src/compute/nn/model';
import { initialParameters } from '../../../src/compute/nn/parameters';
import { dropoutAt } from '../../../src/compute/train/dropoutKeys';
import { learnedOf, lossAndGradient } from '../../../src/compute/train/gradient';
import { createOptimiser } from '../../../src/compute/train/optimiser';
import { batchBlocks } from '../../../src/compute/train/sampling/batchBlocks';
import { createSampler } from '../../../src/compute/train/sampling/sampler';
import { sampledSteps } from '../../../src/compute/train/sampling/sampledSteps';
import { paddedSize } from '../../../src/data/graph/paddedSize';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { GraphData } from '../../../src/data/graph/graphData';
import { runOf, wordyKarate } from '../specs/runs';

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
const run = runOf({ batchSize: 1, dropout: 0.5, inputDropout: 0.5 }, [sage(false), sage(true)], 4);

function setUp() {
  const model = createModel(run.model.layers, graph, graph.features);
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
    graph,
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
  return { model, optimiser, steps, applied, dropped };
}

describe('steps in batches', () => {
  it('are numbered from 1 through all epochs, for the optimiser and for dropout', () => {
    const { steps, applied, dropped } = setUp();
    expect(steps.perEpoch).toBe(3);
    for (const epoch of [1, 2, 5])
      for (let index = 0; index < 3; index++) steps.take(epoch, index, run.training).loss.dispose();
    const numbers = [1, 2, 3, 4, 5, 6, 13, 14, 15];
    expect(applied).toEqual(numbers);
    expect(dropped.map(({ input }) => input(1))).toEqual(
      numbers.map((step) => dropoutAt(run, step, run.training).input(1)),
    );
  });

  it('draw their neighbours by that number', async () => {
    const { model, optimiser, steps } = setUp();
    const sample = createSampler(graph, run.model.layers, run.seed);
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
        const { loss } = lossAndGradient(optimiser.weights, model.parameters, learned, {
          logits: (tensors) => model.forwardOn(ground, tensors, dropoutAt(run, step, run.training)).at(-1)!,
          classes,
          count: 1,
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
