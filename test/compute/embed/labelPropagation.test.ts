import { describe, expect, it } from 'vitest';
import { createLabelPropagation } from '../../../src/compute/embed/labelPropagation';
import { karate } from '../../../src/data/generators/karate';
import { withDefaults } from '../../../src/data/run/layers/defaults';
import { LABEL_PROPAGATION } from '../../../src/data/run/methods/labelPropagation';
import golden from '../../golden/embeddings.json';
import { club, runOf, train, withStranger } from './shallowRuns';
import { scoreOf } from '../../../src/data/run/records';

const clamped = withDefaults(LABEL_PROPAGATION);

describe('label propagation', () => {
  for (const { name, alpha, distribution } of golden.labelPropagation)
    it(`arrives at the fixed point that a linear solve gives: ${name}`, async () => {
      const settings =
        alpha === null ? clamped : withDefaults(LABEL_PROPAGATION, { form: 'spreading', alpha });
      const trainer = createLabelPropagation(runOf(), settings, club);
      const { record, frame } = await train(trainer, 600);
      distribution.forEach((value, i) => expect(Math.abs(frame.output.values[i] - value)).toBeLessThan(1e-4));
      expect(record.loss).toBeLessThan(1e-6);
    });

  it('moves one step along the edges in an epoch', async () => {
    const trainer = createLabelPropagation(runOf(), clamped, club);
    const { train: seeds } = club.labelling.split;
    const { source, target } = club.edgeIndex;
    let reached = new Set(seeds);
    for (let epoch = 0; epoch < 4; epoch++) {
      const { frame } = await train(trainer, epoch === 0 ? 0 : 1);
      for (let node = 0; node < 34; node++) {
        const isUndecided = frame.output.values.subarray(node * 4, node * 4 + 4).every((p) => p === 0.25);
        expect(isUndecided).toBe(!reached.has(node));
      }
      reached = new Set([...reached, ...target.filter((_, e) => reached.has(source[e]))]);
    }
  });

  it('keeps clamped nodes as they are, and nodes that nothing reaches undecided', async () => {
    const { frame } = await train(createLabelPropagation(runOf(), clamped, withStranger), 50);
    for (const node of club.labelling.split.train)
      expect(frame.output.values[node * 4 + club.labelling.y[node]]).toBeCloseTo(1, 6);
    expect([...frame.output.values.subarray(34 * 4)]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('finds the two factions of the club from their two leaders', async () => {
    const { record } = await train(createLabelPropagation(runOf(), clamped, karate('factions')), 200);
    expect(scoreOf(record, 'all', 'accuracy')).toBeGreaterThan(0.9);
  });

  it('refuses an alpha outside 0 to 1 where it is used', () => {
    expect(() => createLabelPropagation(runOf(), { ...clamped, form: 'spreading', alpha: 1 }, club)).toThrow(
      'label propagation: expected an alpha above 0 and below 1, got 1',
    );
  });
});
