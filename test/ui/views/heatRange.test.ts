import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { layerRange, modelRange } from '../../../src/ui/views/inspector/computation/heatRange';
import { roundsOf } from '../../../src/ui/views/inspector/computation/subject';
import { stepsOf } from '../../../src/ui/views/inspector/steps/steps';
import { largestOf } from '../../../src/ui/widgets/heatColour';
import { caseOf } from './inspectorSubject';

beforeAll(startCpu);

describe('the scale of the strips', () => {
  it.each(['gcn', 'gat', 'ggnn', 'appnp', 'linear'] as const)(
    'of a layer of %s is one for all steps of all rounds',
    async (kind) => {
      const { subject } = await caseOf(kind);
      const of = subject(0, 1);
      const rounds = roundsOf(of.trace);
      const range = layerRange(of);
      const each = (rounds.length > 0 ? rounds : [[]]).flatMap((messages, round) =>
        stepsOf(of, messages, round).map(({ strips }) => largestOf(strips.map(({ values }) => values))),
      );
      expect(Math.max(...each)).toBe(range);
      // Steps differ: a scale for each of them would be another one.
      expect(new Set(each).size).toBeGreaterThan(kind === 'linear' ? 0 : 1);
    },
  );

  it('of all layers is the largest of their own', async () => {
    const { subject } = await caseOf('gcn', { width: 4 });
    const both = [0, 1].map((layer) => subject(0, layer));
    const ofAll = both.map(({ trace, parameters }) => ({ epoch: 1, trace, parameters }));
    const specs = both.map(({ spec }) => spec);
    const own = both.map(layerRange);
    expect(own[0]).not.toBe(own[1]);
    for (const each of both) expect(modelRange(each, ofAll, specs)).toBe(Math.max(...own));
    expect(modelRange(both[0]!, [], specs)).toBe(own[0]);
  });
});
