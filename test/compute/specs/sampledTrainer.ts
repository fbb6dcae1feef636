import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../../src/compute/train/trainer';
import { karate } from '../../../src/data/generators/karate';
import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';
import type { GraphData } from '../../../src/data/graph/graphData';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import { LAYERS, type LayerSpec } from '../../../src/data/run/layers/layers';
import type { RunSpec } from '../../../src/data/run/runSpec';
import type { TrainSpec } from '../../../src/data/run/training';
import type { Keyframe } from '../../../src/data/run/records';
import { denselyWordyKarate, kipfTraining, lossesOf, lossesOfRun, runOf, wordyKarate } from './runs';
import { expectClose } from './support';

const sage = (fanOut: number, last = false): LayerSpec =>
  defaultLayer('sage', { width: 8, fanOut, ...(last ? { activation: 'none' } : {}) });
const SAMPLED = [sage(2), sage(3, true)];

/** Some members have a self-loop, with a weight. */
function looped(): GraphData {
  const graph = wordyKarate();
  const { source, target } = graph.edgeIndex;
  const loops = [0, 3, 4, 16, 33];
  const edgeIndex = buildEdgeIndex(34, [...source, ...loops], [...target, ...loops], {
    undirected: false,
    keepsLoops: true,
  });
  return { ...graph, edgeIndex, edgeWeight: Float32Array.from(edgeIndex.source, (from) => 1 + (from % 3)) };
}

/** Every second member is trained on. */
const half = (graph: GraphData): GraphData => ({
  ...graph,
  labelling: {
    ...graph.labelling,
    split: { train: Int32Array.from({ length: 17 }, (_, i) => 2 * i), val: null, test: null },
  },
});

async function after(run: RunSpec, graph: GraphData, epochs: number): Promise<Keyframe> {
  const trainer = createTrainer(run, graph);
  for (let i = 0; i < epochs; i++) trainer.step();
  const keyframe = await trainer.keyframe();
  trainer.dispose();
  return keyframe;
}

/** Weights after one epoch of plain descent at rate 1 are where it began, less the gradient. */
const descent: Partial<TrainSpec> = { optimiser: 'sgd', momentum: 0, learningRate: 1 };

/** @param epochs in which no tensor may be left over */
export function sampledTrainerSpec(epochs: number): void {
  describe('training in batches', () => {
    const kinds = LAYERS.map(({ id }) => [id] as const);
    it.each(kinds)(
      'takes the step of the whole graph where %s hears all and a batch holds all',
      async (id) => {
        const layers = [
          defaultLayer(id, { width: 8, fanOut: 0, attentionDropout: 0 }),
          sage(0),
          defaultLayer(id, { width: 8, fanOut: 0, attentionDropout: 0, activation: 'none' }),
        ];
        for (const given of [wordyKarate(), denselyWordyKarate(), karate('modularity'), looped()]) {
          const graph = half(given);
          const [whole, batched] = [runOf(descent, layers), runOf({ ...descent, batchSize: 100 }, layers)];
          const expected = await after(whole, graph, 1);
          const got = await after(batched, graph, 1);
          expectClose(got.weights, expected.weights, 2e-5);
          expectClose(await lossesOfRun(batched, graph, 3), await lossesOfRun(whole, graph, 3), 1e-3);
        }
      },
    );

    it.each(['mean', 'sum', 'max', 'pool'])('does so for the aggregator %s', async (aggregator) => {
      const layers = ['relu', 'none'].map((activation) =>
        defaultLayer('sage', { width: 8, fanOut: 0, aggregator, activation, residual: true }),
      );
      const graph = half(denselyWordyKarate());
      const expected = await after(runOf(descent, layers), graph, 1);
      const got = await after(runOf({ ...descent, batchSize: 17 }, layers), graph, 1);
      expectClose(got.weights, expected.weights, 2e-5);
    });

    it('takes no account of rows that fill up, in batch norm neither', async () => {
      // Without messages the wanted rows are all there is, in a batch and in a graph that is nothing else.
      const layers = ['relu', 'none'].map((activation) =>
        defaultLayer('linear', { width: 8, norm: 'batch', activation }),
      );
      const graph = wordyKarate();
      const all = { ...graph.labelling.split, train: Int32Array.from({ length: 34 }, (_, i) => i) };
      const whole = { ...graph, labelling: { ...graph.labelling, split: all } };
      const expected = await after(runOf(descent, layers), whole, 1);
      const got = await after(runOf({ ...descent, batchSize: 34 }, layers), whole, 1);
      expectClose(got.weights, expected.weights, 5e-5);
    });

    it('averages the steps of an epoch over its nodes, of a short last batch too', async () => {
      const still = { ...descent, learningRate: 0 };
      const layers = [sage(0), sage(0, true)];
      const graph = half(wordyKarate());
      const [whole] = await lossesOfRun(runOf(still, layers), graph, 1);
      for (const batchSize of [1, 5, 16])
        expectClose(await lossesOfRun(runOf({ ...still, batchSize }, layers), graph, 1), [whole], 1e-5);
    });

    it('moves by the mean of the gradients of its samples', async () => {
      // A step of plain descent on one batch of all nodes goes by the sample that the seed draws for it.
      const graph = half(wordyKarate());
      const run = (seed: number) => runOf({ ...descent, batchSize: 17, learningRate: 1e-3 }, SAMPLED, seed);
      const start = await createTrainer(run(1), graph).keyframe();
      const moved = await after(run(1), graph, 1);
      const trainer = createTrainer(run(1), graph);
      const lossAt = async (weights: Float32Array) => {
        const probe = createTrainer({ ...run(1), training: { ...run(1).training, learningRate: 0 } }, graph, {
          ...start,
          weights,
        });
        probe.step();
        const { record } = await probe.evaluate();
        probe.dispose();
        return record.loss;
      };
      const gradient = start.weights.map((w, i) => (w - moved.weights[i]) / 1e-3);
      const length = Math.sqrt(gradient.reduce((sum, g) => sum + g * g, 0));
      const step = 0.02;
      const along = (sign: number) => start.weights.map((w, i) => w + (sign * step * gradient[i]) / length);
      const slope = ((await lossAt(along(1))) - (await lossAt(along(-1)))) / (2 * step);
      expect(Math.abs(slope / length - 1)).toBeLessThan(0.02);
      trainer.dispose();
    });

    it('gives the same losses twice for one seed, and others for another', async () => {
      const training = { ...kipfTraining, batchSize: 5 };
      const first = await lossesOfRun(runOf(training, SAMPLED), half(wordyKarate()), 6);
      expect(await lossesOfRun(runOf(training, SAMPLED), half(wordyKarate()), 6)).toEqual(first);
      expect(await lossesOfRun(runOf(training, SAMPLED, 2), half(wordyKarate()), 6)).not.toEqual(first);
    });

    it('draws other neighbours and drops other values in every epoch', async () => {
      const still = { batchSize: 17, learningRate: 0 };
      const different = async (training: Partial<TrainSpec>, layers: readonly LayerSpec[]) =>
        new Set(await lossesOfRun(runOf({ ...still, ...training }, layers), half(wordyKarate()), 6)).size;
      expect(await different({}, SAMPLED)).toBe(6);
      expect(await different({ dropout: 0.5 }, [sage(0), sage(0, true)])).toBe(6);
      expect(await different({ inputDropout: 0.5 }, [sage(0), sage(0, true)])).toBe(6);
    });

    it.each(['identity', 'sparse', 'dense'])(
      'goes on from a keyframe bit for bit, with %s features',
      async (kind) => {
        const words = kind === 'sparse' ? wordyKarate() : denselyWordyKarate();
        const graph = half(kind === 'identity' ? karate('modularity') : words);
        const run = runOf({ ...kipfTraining, batchSize: 4 }, SAMPLED);
        const straight = createTrainer(run, graph);
        await lossesOf(straight, 3);
        const middle = await straight.keyframe();
        const rest = await lossesOf(straight, 4);
        const end = await straight.keyframe();
        straight.dispose();

        const replayed = createTrainer(run, graph, middle);
        expect(await lossesOf(replayed, 4)).toEqual(rest);
        expect(await replayed.keyframe()).toEqual(end);
        replayed.dispose();
      },
    );

    it('works off an epoch batch by batch, and shows the last whole one meanwhile', async () => {
      const trainer = createTrainer(runOf({ ...kipfTraining, batchSize: 4 }, SAMPLED), half(wordyKarate()));
      trainer.step();
      const keyframe = await trainer.keyframe();
      const { record, frame } = await trainer.evaluate();
      const hidden = await trainer.activations('h1');
      for (let slice = 1; slice < 5; slice++) {
        expect(trainer.slice()).toBe(false);
        expect(trainer.isUnderWay).toBe(true);
        expect(trainer.epoch).toBe(1);
        expect(await trainer.keyframe()).toEqual(keyframe);
        expect(await trainer.activations('h1')).toEqual(hidden);
        expect(await trainer.evaluate()).toEqual({ record: { ...record, ms: expect.any(Number) }, frame });
      }
      expect(trainer.slice()).toBe(true);
      expect(trainer.isUnderWay).toBe(false);
      expect(trainer.epoch).toBe(2);
      expect((await trainer.keyframe()).weights).not.toEqual(keyframe.weights);
      trainer.dispose();
    });

    it('applies a change that comes in mid-epoch from the next epoch on', async () => {
      const run = runOf({ ...kipfTraining, batchSize: 4 }, SAMPLED);
      const moved = createTrainer(run, half(wordyKarate()));
      moved.slice();
      moved.change({ learningRate: 0.2 });
      const losses = await lossesOf(moved, 5);
      moved.dispose();
      const planned = { ...run, timeline: [{ epoch: 1, change: { learningRate: 0.2 } }] };
      expect(losses).toEqual(await lossesOfRun(planned, half(wordyKarate()), 5));
    });

    it(`leaks no tensor over ${epochs} epochs, and none after it is disposed in mid-epoch`, async () => {
      const before = memory().numTensors;
      const norm = 'batch';
      const layers = [sage(2), defaultLayer('gat', { width: 8, heads: 2, norm }), sage(1, true)];
      const trainer = createTrainer(runOf({ ...kipfTraining, batchSize: 6 }, layers), half(wordyKarate()));
      await lossesOf(trainer, 2);
      const after2 = memory().numTensors;
      for (let i = 2; i < epochs; i++) {
        trainer.step();
        if (i % 8 === 0)
          await Promise.all([trainer.evaluate(), trainer.activations('h2'), trainer.keyframe()]);
      }
      expect(memory().numTensors).toBe(after2);
      trainer.slice();
      trainer.dispose();
      expect(memory().numTensors).toBe(before);
    });

    it('trains nodes without edges, and nothing where nobody is to be trained', async () => {
      const lonely = { ...half(wordyKarate()), edgeIndex: buildEdgeIndex(34, [0], [1]) };
      const losses = await lossesOfRun(runOf({ batchSize: 4, learningRate: 0.05 }, SAMPLED), lonely, 6);
      expect(losses.every(Number.isFinite)).toBe(true);
      expect(losses[5]).toBeLessThan(losses[0]);
      const { labelling } = lonely;
      const split = { train: new Int32Array(0), val: null, test: null };
      const nobody = { ...lonely, labelling: { ...labelling, split } };
      const run = runOf({ batchSize: 4 }, SAMPLED);
      const start = createTrainer(run, nobody);
      expect((await after(run, nobody, 3)).weights).toEqual((await start.keyframe()).weights);
      start.dispose();
    });
  });
}
