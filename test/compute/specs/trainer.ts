import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../../src/compute/train/trainer';
import { karate } from '../../../src/data/generators/karate';
import { toDense } from '../../../src/data/graph/dense';
import type { Keyframe } from '../../../src/data/run/records';
import {
  denselyWordyKarate,
  kipfTraining,
  layer,
  lossesOf,
  lossesOfRun,
  plainTraining,
  runOf,
  wordyKarate,
} from './runs';
import { expectClose } from './support';
import type { LayerSpec } from '../../../src/data/run/layers/layers';
import type { TrainSpec } from '../../../src/data/run/training';
import { scoreOf } from '../../../src/data/run/records';

const deep = (depth: number) => [
  ...Array.from({ length: depth - 1 }, (_, i) => layer(5 + i, 'tanh', i % 2 === 0)),
  layer(4, 'none'),
];

export function trainerSpec(): void {
  describe('trainer', () => {
    it('learns Karate: the loss falls and the training nodes come out right', async () => {
      const trainer = createTrainer(runOf(), karate('factions'));
      const { record: before } = await trainer.evaluate();
      expect(before).toMatchObject({ epoch: 0, ms: 0, scores: { val: null } });
      for (let i = 0; i < 100; i++) trainer.step();
      const { record, frame } = await trainer.evaluate();
      expect(record.epoch).toBe(100);
      expect(record.loss).toBeLessThan(before.loss / 4);
      expect(scoreOf(record, 'train', 'accuracy')).toBe(1);
      expect(scoreOf(record, 'val', 'accuracy')).toBeNull();
      expect(frame.output.values[0] + frame.output.values[1]).toBeCloseTo(1, 5);
      trainer.dispose();
    });

    it('gives the same losses twice for one seed, and others for another', async () => {
      const graph = wordyKarate();
      const first = await lossesOfRun(runOf(kipfTraining), graph, 12);
      expect(await lossesOfRun(runOf(kipfTraining), graph, 12)).toEqual(first);
      expect(await lossesOfRun(runOf(kipfTraining, undefined, 2), graph, 12)).not.toEqual(first);
    });

    it('trains on dense features as on the same ones sparse', async () => {
      const training = { normaliseFeatures: true, dropout: 0.5 };
      const run = runOf(training, [layer(16), layer(4, 'none')]);
      const expected = await lossesOfRun(run, wordyKarate(), 12);
      expectClose(await lossesOfRun(run, denselyWordyKarate(), 12), expected, 1e-4);
    });

    it('drops other entries of dense features at every step, the same for one seed', async () => {
      const run = runOf({ learningRate: 0, inputDropout: 0.5 }, [layer(16), layer(4, 'none')]);
      const losses = await lossesOfRun(run, denselyWordyKarate(), 6);
      expect(new Set(losses).size).toBe(6);
      expect(await lossesOfRun(run, denselyWordyKarate(), 6)).toEqual(losses);
    });

    it('drops other inputs and other hidden values at every step', async () => {
      const still = { ...plainTraining, learningRate: 0 };
      const different = async (training: Partial<TrainSpec>) =>
        new Set(await lossesOfRun(runOf({ ...still, ...training }), wordyKarate(), 6)).size;
      expect(await different({})).toBe(1);
      expect(await different({ inputDropout: 0.5 })).toBe(6);
      expect(await different({ dropout: 0.5 })).toBe(6);
    });

    it.each(['identity', 'sparse'])('goes on from a keyframe bit for bit, with %s features', async (kind) => {
      const graph = kind === 'sparse' ? wordyKarate() : karate('modularity');
      const run = runOf(kipfTraining, deep(3));
      const straight = createTrainer(run, graph);
      await lossesOf(straight, 7);
      const middle = await straight.keyframe();
      const rest = await lossesOf(straight, 9);
      const end = await straight.keyframe();
      straight.dispose();

      const replayed = createTrainer(run, graph, middle);
      expect(replayed.epoch).toBe(7);
      expect(await lossesOf(replayed, 9)).toEqual(rest);
      expect(await replayed.keyframe()).toEqual(end);
      replayed.dispose();
    });

    it('applies a change from the next epoch on, as an entry of the timeline does', async () => {
      const graph = wordyKarate();
      const changes = [
        { epoch: 3, change: { learningRate: 0.1 } },
        { epoch: 6, change: { weightDecay: 0.5, dropout: 0, inputDropout: 0.2 } },
      ];
      const moved = createTrainer(runOf(kipfTraining), graph);
      const losses = await lossesOf(moved, 3);
      moved.change(changes[0].change);
      losses.push(...(await lossesOf(moved, 3)));
      moved.change(changes[1].change);
      losses.push(...(await lossesOf(moved, 4)));
      moved.dispose();

      const planned = await lossesOfRun({ ...runOf(kipfTraining), timeline: changes }, graph, 10);
      expect(planned).toEqual(losses);
      const unchanged = await lossesOfRun(runOf(kipfTraining), graph, 10);
      // Step 4 is the first with the new rate; what it saw was made by the old one.
      expect(unchanged.slice(0, 4)).toEqual(losses.slice(0, 4));
      expect(unchanged[4]).not.toBe(losses[4]);
    });

    it('leaves a frozen layer as it was drawn, and learns the others as if it were not looked at', async () => {
      const frozen = (learningRate: number | null) => [
        { ...layer(6, 'tanh'), learningRate },
        { ...layer(5, 'tanh'), learningRate },
        layer(2, 'none'),
      ];
      const endOf = async (layers: readonly LayerSpec[]) => {
        const trainer = createTrainer(runOf({ learningRate: 0.05 }, layers), wordyKarate());
        const before = await trainer.keyframe();
        await lossesOf(trainer, 10);
        const after = await trainer.keyframe();
        trainer.dispose();
        return { before: before.weights, after: after.weights };
      };
      const { before, after } = await endOf(frozen(0));
      const last = before.length - 5 * 4;
      expect(after.slice(0, last)).toEqual(before.slice(0, last));
      expect(after.slice(last)).not.toEqual(before.slice(last));
      // A rate too small to move anything takes the long way to the same weights.
      const slow = await endOf(frozen(1e-12));
      expectClose(after.slice(last), slow.after.slice(last));
      const all = await endOf(frozen(0).map((each) => ({ ...each, learningRate: 0 })));
      expect(all.after).toEqual(all.before);
    });

    it.each([1, 2, 5, 8])('builds %i layers and shows each of them', async (depth) => {
      const trainer = createTrainer(runOf(kipfTraining, deep(depth)), wordyKarate());
      const ids = ['x', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7'].slice(0, depth);
      expect(trainer.layers.map(({ id }) => id)).toEqual([...ids, 'z']);
      trainer.step();
      for (const { id, numRows, numCols } of trainer.layers) {
        const shown = await trainer.activations(id);
        const matrix = shown.kind === 'dense' ? shown.matrix : toDense(shown, numRows);
        expect([matrix.numRows, matrix.numCols]).toEqual([numRows, numCols]);
        expect(matrix.values.length).toBe(numRows * numCols);
        expect(matrix.values.every(Number.isFinite)).toBe(true);
      }
      trainer.dispose();
    });

    it('shows the features as they are trained on', async () => {
      const graph = wordyKarate();
      const trainer = createTrainer(runOf({ normaliseFeatures: true }), graph);
      const x = await trainer.activations('x');
      expect(x.kind).toBe('sparse');
      expect(x).not.toEqual(graph.features);
      trainer.dispose();
    });

    it('shows layers without dropout, whatever the rate of the run', async () => {
      const trainer = createTrainer(runOf(kipfTraining), wordyKarate());
      trainer.step();
      const withoutDropout = createTrainer(
        runOf({ normaliseFeatures: true }),
        wordyKarate(),
        await trainer.keyframe(),
      );
      for (const id of ['h1', 'z'])
        expect(await withoutDropout.activations(id)).toEqual(await trainer.activations(id));
      trainer.dispose();
      withoutDropout.dispose();
    });

    it('reports a diverged run as a loss that is no number', async () => {
      const start = createTrainer(runOf(), karate('factions'));
      const keyframe = await start.keyframe();
      start.dispose();
      const broken: Keyframe = { ...keyframe, weights: keyframe.weights.map((w, i) => (i === 3 ? NaN : w)) };
      const trainer = createTrainer(runOf(), karate('factions'), broken);
      trainer.step();
      expect((await trainer.evaluate()).record.loss).toBeNaN();
      trainer.dispose();
    });

    it('says what is wrong with a model or a keyframe', async () => {
      const graph = karate('factions');
      expect(() => createTrainer(runOf({}, []), graph)).toThrow('expected 1 to 8 layers, got 0');
      expect(() => createTrainer(runOf({}, [layer(0), layer(2)]), graph)).toThrow(
        'expected a width of 1 or more',
      );
      const trainer = createTrainer(runOf(), graph);
      const keyframe = await trainer.keyframe();
      await expect(trainer.activations('h9')).rejects.toThrow('expected a layer out of x, h1, z, got h9');
      trainer.dispose();
      expect(() => createTrainer(runOf({}, [layer(3), layer(2)]), graph, keyframe)).toThrow('keyframe');
    });

    it('leaks no tensor over 50 epochs, and none after it is disposed', async () => {
      const before = memory().numTensors;
      const trainer = createTrainer(runOf(kipfTraining, deep(3)), wordyKarate());
      await lossesOf(trainer, 2);
      const after2 = memory().numTensors;
      for (let i = 0; i < 48; i++) {
        trainer.step();
        if (i % 12 === 0)
          await Promise.all([trainer.evaluate(), trainer.activations('h2'), trainer.keyframe()]);
      }
      expect(memory().numTensors).toBe(after2);
      trainer.dispose();
      expect(memory().numTensors).toBe(before);
    });
  });
}
