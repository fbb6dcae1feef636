/** Every model of layers on offer, as it comes: it learns, and leaves nothing behind. */
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../../../src/compute/train/trainer';
import { karate } from '../../../../src/data/generators/karate';
import { defaultModel } from '../../../../src/data/run/defaults';
import { descriptorOf } from '../../../../src/data/run/catalogue';
import { MODELS } from '../../../../src/data/run/models';
import { lossesOf, lossesOfRun, runOf, wordyKarate } from '../runs';

const FIRST = 30;
const NETWORKS = MODELS.filter(({ method }) => method === null);

/** @param epochs how many of them no tensor may be left behind in */
export function modelsSpec(epochs: number): void {
  describe.each(NETWORKS.map((model) => [model.id, model] as const))('%s', (_id, model) => {
    it(`lowers its loss on Karate, and ends ${epochs} epochs with as many tensors as it had after two`, async () => {
      const before = memory().numTensors;
      const run = runOf({ ...model.training, dropout: 0, inputDropout: 0 }, model.layers);
      const trainer = createTrainer(run, karate('modularity'));
      const [first] = await lossesOf(trainer, 2);
      const after2 = memory().numTensors;
      const losses = await lossesOf(trainer, FIRST - 2);
      while (trainer.epoch < epochs) trainer.step();
      expect(memory().numTensors).toBe(after2);
      expect(losses.at(-1)).toBeLessThan(0.9 * first);
      trainer.dispose();
      expect(memory().numTensors).toBe(before);
    });

    it('takes the same steps from the same seed, dropout included, and others from another', async () => {
      const training = { dropout: 0.4, inputDropout: 0.4 };
      const losses = (seed: number) => lossesOfRun(runOf(training, model.layers, seed), wordyKarate(), 4);
      expect(await losses(3)).toEqual(await losses(3));
      expect(await losses(3)).not.toEqual(await losses(4));
    });

    it('takes a step on a graph without any edge', async () => {
      const none = { source: new Int32Array(0), target: new Int32Array(0) };
      const losses = await lossesOfRun(runOf({}, model.layers), { ...wordyKarate(), edgeIndex: none }, 3);
      expect(losses[2]).toBeLessThan(losses[0]);
    });

    it('can be built as the recipe of Karate has its hidden layers', async () => {
      const { layers } = defaultModel(descriptorOf('karate'), model);
      const losses = await lossesOfRun(runOf({}, layers), karate('modularity'), 2);
      expect(losses.every(Number.isFinite)).toBe(true);
    });
  });
}
