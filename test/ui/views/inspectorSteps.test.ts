import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { LAYERS, type LayerKind } from '../../../src/data/run/layers/layers';
import { byShare } from '../../../src/ui/views/inspector/computation/messageOrder';
import { roundsOf, type Subject } from '../../../src/ui/views/inspector/computation/subject';
import { firstLook, following, type Place } from '../../../src/ui/views/inspector/steps/playing';
import { MOST_IN_STACK, type Step, type StepId } from '../../../src/ui/views/inspector/steps/step';
import { stepsOf } from '../../../src/ui/views/inspector/steps/steps';
import { expectClose } from '../../compute/specs/support';
import { caseOf, type Change } from './inspectorSubject';

beforeAll(startCpu);

const KINDS = LAYERS.map(({ id }) => id);

const stepsAt = (subject: Subject, round?: number): readonly Step[] => {
  const rounds = roundsOf(subject.trace);
  const at = round ?? Math.max(0, rounds.length - 1);
  return stepsOf(subject, byShare(rounds[at] ?? []), at);
};
const ids = (steps: readonly Step[]): readonly StepId[] => steps.map(({ id }) => id);

/** Everything that may follow a rule, and the settings that change the rule itself. */
const CASES: readonly [LayerKind, Change][] = [
  ...KINDS.flatMap((kind): [LayerKind, Change][] => [
    [kind, {}],
    [kind, { activation: 'none', bias: false }],
    [kind, { activation: 'tanh', bias: true, norm: 'layer', residual: true }],
    [kind, { activation: 'elu', bias: false, norm: 'batch' }],
  ]),
  ['sage', { aggregator: 'sum', unitLength: true }],
  ['sage', { aggregator: 'max' }],
  ['sage', { aggregator: 'pool', unitLength: true, residual: true }],
  ['gat', { heads: 4, attention: 'v2' }],
  ['gat', { heads: 2, combine: 'average' }],
  ['gin', { learnEpsilon: true }],
  ['mpnn', { summary: 'sum' }],
];

describe('the last strip of the last step', () => {
  it.each(CASES)('of %s with %j is the row that the engine has', async (kind, change) => {
    const { subject, output, numNodes } = await caseOf(kind, change);
    for (const layer of [0, 1])
      for (let node = 0; node < numNodes; node++) {
        const last = stepsAt(subject(node, layer)).at(-1)!.strips.at(-1)!;
        expectClose(last.values, output(node, layer));
      }
  });
});

describe('each step', () => {
  it.each(CASES)('of %s with %j ends where the next one that follows it begins', async (kind, change) => {
    const { subject } = await caseOf(kind, change);
    const steps = stepsAt(subject(0, 1));
    const after = steps.filter(({ id }) => ['bias', 'norm', 'activate', 'residual', 'length'].includes(id));
    for (const [k, { strips }] of after.entries()) {
      const before = steps[steps.length - after.length + k - 1]!;
      expectClose(strips[0]!.values, before.strips.at(-1)!.values);
    }
  });

  it.each(KINDS)('of %s shows at most a stack of messages, and counts the others', async (kind) => {
    const { subject, numNodes } = await caseOf(kind);
    for (let node = 0; node < numNodes; node++) {
      const { trace } = subject(node, 0);
      for (const { strips, more } of stepsAt(subject(node, 0)).filter(({ inRound }) => inRound)) {
        const shown = strips.filter(({ from }) => from !== null).length;
        expect(shown).toBeLessThanOrEqual(MOST_IN_STACK);
        if (shown > 0) expect(shown + more).toBe(roundsOf(trace).at(-1)!.length);
      }
    }
  });
});

describe('the stack of messages', () => {
  it.each(CASES)('of %s with %j adds up to the sum below it', async (kind, change) => {
    const { subject, numNodes } = await caseOf(kind, change);
    for (let node = 0; node < numNodes; node++)
      for (const round of roundsOf(subject(node, 0).trace).keys())
        for (const { strips, more } of stepsAt(subject(node, 0), round).filter(({ id }) => id === 'sum')) {
          const total = strips.at(-1)!.values.slice();
          for (const { values } of strips.slice(0, -1)) values.forEach((value, c) => (total[c]! -= value));
          if (more === 0) expectClose(total, new Float32Array(total.length));
        }
  });
});

describe('the steps fit the rule', () => {
  it.each<[LayerKind, Change, readonly StepId[]]>([
    ['linear', {}, ['transform', 'bias', 'activate']],
    ['gcn', {}, ['transform', 'collect', 'weigh', 'sum', 'activate']],
    ['gin', {}, ['transform', 'collect', 'weigh', 'sum', 'network', 'bias', 'activate']],
    ['gat', {}, ['transform', 'collect', 'score', 'softmax', 'weigh', 'sum', 'bias', 'activate']],
    ['sage', { aggregator: 'max' }, ['transform', 'collect', 'maximum', 'combine', 'bias', 'activate']],
    ['ggnn', {}, ['transform', 'collect', 'weigh', 'sum', 'gates', 'remember']],
    ['appnp', {}, ['transform', 'collect', 'weigh', 'sum', 'combine', 'bias', 'activate']],
    ['sgc', {}, ['transform', 'collect', 'weigh', 'sum', 'bias', 'activate']],
    [
      'sage',
      { norm: 'layer', residual: true, unitLength: true },
      ['transform', 'collect', 'weigh', 'sum', 'bias', 'norm', 'activate', 'residual', 'length'],
    ],
  ])('%s with %j', async (kind, change, expected) => {
    const { subject } = await caseOf(kind, change);
    expect(ids(stepsAt(subject(0, 0)))).toEqual(expected);
  });

  it('marks the winners of a maximum: in each channel one message at most is not 0', async () => {
    const { subject } = await caseOf('sage', { aggregator: 'pool' });
    const { strips } = stepsAt(subject(0, 0)).find(({ id }) => id === 'maximum')!;
    const [stack, largest] = [strips.slice(0, -1), strips.at(-1)!];
    expect(stack.length).toBeGreaterThan(1);
    largest.values.forEach((value, c) => {
      const won = stack.map(({ values }) => values[c]!).filter((each) => each !== 0);
      expect(won).toEqual(value === 0 ? [] : [value]);
    });
  });

  it('shows another memory in each round of gates', async () => {
    const { subject } = await caseOf('ggnn', { steps: 3 });
    const memories = [0, 1, 2].map((round) => stepsAt(subject(0, 0), round).at(-1)!.strips);
    expectClose(memories[1]![0]!.values, memories[0]!.at(-1)!.values);
    expectClose(memories[2]![0]!.values, memories[1]!.at(-1)!.values);
    expect([...memories[1]!.at(-1)!.values]).not.toEqual([...memories[0]!.at(-1)!.values]);
  });
});

describe('played one after another', () => {
  const steps = [
    { id: 'transform', inRound: false },
    { id: 'collect', inRound: true },
    { id: 'sum', inRound: true },
    { id: 'activate', inRound: false },
  ] as const;
  const played = (numRounds: number): readonly string[] => {
    const seen: string[] = [];
    for (let at: Place | null = { step: 'transform', round: 0 }; at; at = following(steps, at, numRounds))
      seen.push(`${at.step} ${at.round}`);
    return seen;
  };

  it('steps come in their order, those of a round again for each round', () => {
    expect(played(1)).toEqual(['transform 0', 'collect 0', 'sum 0', 'activate 0']);
    expect(played(3)).toEqual([
      'transform 0',
      ...[0, 1, 2].flatMap((round) => [`collect ${round}`, `sum ${round}`]),
      'activate 2',
    ]);
  });

  it('rounds also end where nothing follows them', () => {
    const short = steps.slice(0, 3);
    expect(following(short, { step: 'sum', round: 0 }, 2)).toEqual({ step: 'collect', round: 1 });
    expect(following(short, { step: 'sum', round: 1 }, 2)).toBeNull();
  });

  it('one looks at the sum first, or at the end where nothing is added', () => {
    expect(firstLook(steps)).toBe('sum');
    expect(firstLook([{ id: 'transform' }, { id: 'maximum' }, { id: 'combine' }])).toBe('maximum');
    expect(firstLook([{ id: 'transform' }, { id: 'bias' }])).toBe('bias');
  });
});
