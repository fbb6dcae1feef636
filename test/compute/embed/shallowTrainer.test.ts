import { describe, expect, it } from 'vitest';
import { club, METHODS, runOf, train, valuesOf, withStranger } from './shallowRuns';

for (const [name, create] of Object.entries(METHODS))
  describe(name, () => {
    it('gives the same run for the same seed, to the bit', async () => {
      const first = await train(create(runOf(), club), 4);
      expect(await train(create(runOf(), club), 4)).toEqual(first);
    });

    it('goes on from a keyframe exactly as it would have', async () => {
      const straight = create(runOf(), club);
      await train(straight, 3);
      const keyframe = await straight.keyframe();
      const taken = create(runOf(), club, keyframe);
      expect(taken.epoch).toBe(3);
      expect((await taken.evaluate()).frame).toEqual((await straight.evaluate()).frame);
      expect(await train(taken, 3)).toEqual(await train(straight, 3));
      expect(await taken.keyframe()).toEqual(await straight.keyframe());
    });

    it('refuses the keyframe of another model', async () => {
      const keyframe = { ...(await create(runOf(), club).keyframe()), weights: new Float32Array(5) };
      expect(() => create(runOf(), club, keyframe)).toThrow(/trainer: expected a keyframe of \d+ numbers/);
    });

    it('shows the last whole epoch while the next one is under way, and ends it as in one go', async () => {
      const [sliced, whole] = [create(runOf(), withStranger), create(runOf(), withStranger)];
      await train(sliced, 1);
      const before = [await sliced.evaluate(), await sliced.keyframe(), await valuesOf(sliced, 'z')];
      let slices = 1;
      while (!sliced.slice()) {
        slices += 1;
        expect(sliced.isUnderWay).toBe(true);
        expect(sliced.epoch).toBe(1);
      }
      expect(sliced.isUnderWay).toBe(false);
      expect(sliced.epoch).toBe(2);
      if (name !== 'label propagation') {
        expect(slices).toBeGreaterThan(3);
        sliced.slice();
        sliced.slice();
        const under = [await sliced.evaluate(), await sliced.keyframe(), await valuesOf(sliced, 'z')];
        const after = create(runOf(), withStranger);
        await train(after, 2);
        const { record, frame } = await after.evaluate();
        expect(under[1]).toEqual(await after.keyframe());
        expect(under[2]).toEqual(await valuesOf(after, 'z'));
        expect(under[0]).toMatchObject({ frame, record: { loss: record.loss } });
        sliced.step();
        await train(whole, 3);
      } else await train(whole, 2);
      expect(await sliced.keyframe()).toEqual(await whole.keyframe());
      expect(await whole.keyframe()).not.toEqual(before[1]);
    });

    it('has layers of the sizes that it says, all finite, an isolated node included', async () => {
      const trainer = create(runOf(), withStranger);
      for (const epochs of [0, 3]) {
        const { record, frame } = await train(trainer, epochs);
        expect(Number.isFinite(record.loss)).toBe(true);
        expect(frame.output.values.every(Number.isFinite)).toBe(true);
        expect(frame.output.values.length).toBe(35 * 4);
        for (const layer of trainer.layers.slice(1)) {
          const values = await valuesOf(trainer, layer.id);
          expect(values.length).toBe(layer.numRows * layer.numCols);
          expect(values.every(Number.isFinite)).toBe(true);
        }
      }
      expect((await trainer.activations('x')).kind).toBe('identity');
      await expect(trainer.activations('h7')).rejects.toThrow('expected a layer out of x,');
    });

    it('learns from the labelled nodes alone, whatever the others are called', async () => {
      const { y, split } = club.labelling;
      const hidden = y.map((label, node) => (split.train.includes(node) ? label : (label + 1) % 4));
      const blind = { ...club, labelling: { ...club.labelling, y: hidden } };
      const seen = await train(create(runOf(), club), 3);
      const unseen = await train(create(runOf(), blind), 3);
      expect(unseen.frame).toEqual(seen.frame);
      expect(unseen.record.scores).not.toEqual(seen.record.scores);
    });
  });
