import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';
import { LAYERS, type LayerKind } from '../../../src/data/run/layers/layers';
import { featuresOf } from '../../../src/ui/views/inspector/computation/featuresOf';
import { litBy } from '../../../src/ui/views/inspector/computation/lighting';
import { byShare, inOrder, keyOf } from '../../../src/ui/views/inspector/computation/messageOrder';
import { roundsOf, type Subject } from '../../../src/ui/views/inspector/computation/subject';
import { selfLoopOf } from '../../../src/ui/views/inspector/neighbours';
import { typesetTerms } from '../../../src/ui/views/inspector/computation/typesetTerms';
import { numbersOf } from '../../../src/ui/views/inspector/computation/numbersOf';
import {
  allNumbers,
  contributionTexts,
  inWords,
  standout,
} from '../../../src/ui/views/inspector/computation/words';
import { stepsOf } from '../../../src/ui/views/inspector/steps/steps';
import type { Formula } from '../../../src/ui/views/inspector/terms/term';
import { formulaOf } from '../../../src/ui/views/inspector/terms/terms';
import { writeSigned } from '../../../src/ui/widgets/writeSigned';
import { SPARSE } from '../../compute/trace/support';
import { caseOf, type Change } from './inspectorSubject';

beforeAll(startCpu);

const KINDS = LAYERS.map(({ id }) => id);
const VARIANTS: readonly [LayerKind, Change][] = [
  ...KINDS.flatMap((kind): [LayerKind, Change][] => [
    [kind, {}],
    [kind, { norm: 'batch', residual: true, activation: 'tanh', bias: true }],
    [kind, { bias: false, activation: 'none' }],
  ]),
  ['sage', { aggregator: 'sum' }],
  ['sage', { aggregator: 'max', unitLength: true }],
  ['sage', { aggregator: 'pool' }],
  ['gat', { heads: 1 }],
  ['gat', { attention: 'v2', heads: 2, combine: 'average' }],
  ['gin', { learnEpsilon: true }],
  ['mpnn', { summary: 'sum' }],
];

const lastRound = ({ trace }: Subject) => {
  const rounds = roundsOf(trace);
  return { messages: byShare(rounds.at(-1) ?? []), round: Math.max(0, rounds.length - 1) };
};
function formula(subject: Subject): Formula {
  const { messages, round } = lastRound(subject);
  return formulaOf(subject, messages, round);
}

describe('the formula', () => {
  it.each(VARIANTS)(
    'of %s with %j is typeset with every term linked, each with a sentence',
    async (kind, change) => {
      const { subject } = await caseOf(kind, change);
      for (const layer of [0, 1]) {
        const { lines, terms } = formula(subject(0, layer));
        const marked = [...typesetTerms(lines).matchAll(/data-term="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(marked)).toEqual(new Set(terms.map(({ id }) => id)));
        expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
        for (const { sentence, name } of terms) {
          expect(sentence).toMatch(/^[^a-z].*\.$/s);
          expect(sentence).not.toMatch(/NaN|undefined|Infinity|of no size/);
          expect(name).not.toBe('');
        }
      }
    },
  );

  it.each(VARIANTS)('of %s with %j points at weights and steps that are there', async (kind, change) => {
    const { subject } = await caseOf(kind, change);
    for (const [node, layer] of [
      [0, 0],
      [0, 1],
      [10, 1],
    ] as const) {
      const given = subject(node, layer);
      const { messages, round } = lastRound(given);
      const steps = stepsOf(given, messages, round).map(({ id }) => id);
      const roles = given.parameters.map(({ role }) => role);
      for (const { shows } of formula(given).terms)
        if (shows.kind === 'matrix') expect(roles).toContain(shows.role);
        else expect(steps).toContain(shows.step);
    }
  });

  it('names each matrix of weights in at least one term', async () => {
    for (const kind of KINDS) {
      const { subject } = await caseOf(kind, { bias: false });
      const given = subject(0, 1);
      const round = roundsOf(given.trace).length - 1;
      const shown = formula(given).terms.flatMap(({ shows }) =>
        shows.kind === 'matrix' ? [shows.role] : [],
      );
      const weights = given.parameters
        .map(({ role }) => role)
        // Of messages each round has its own; the gates' biases and scales have no letter of their own.
        .filter((role) => /weight|gates$|attention$/.test(role))
        .filter((role) => !/^message weight \d/.test(role) || role === `message weight ${round + 1}`);
      expect(weights.filter((role) => !shown.includes(role))).toEqual([]);
    }
  });

  it('has a line for what follows only where something follows', async () => {
    const bare = await caseOf('gcn', { activation: 'none' });
    expect(formula(bare.subject(0, 0)).lines).toHaveLength(1);
    expect(formula(bare.subject(0, 0)).lines[0]).toMatch(/^h_i' =/);
    const whole = await caseOf('sage', { norm: 'layer', residual: true, unitLength: true });
    const { lines, terms } = formula(whole.subject(0, 0));
    expect(lines.at(-1)).toMatch(/^h_i' =/);
    expect(terms.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['bias', 'norm', 'activation', 'residual', 'residual-weight', 'length']),
    );
  });

  it('says the numbers of this node: degrees of Karate Club with the loop to itself', async () => {
    const club = { ...karate('modularity') };
    const { subject } = await caseOf('gcn', {}, club);
    const coefficient = formula(subject(0, 0)).terms.find(({ id }) => id === 'coefficient');
    // Node 0 has 16 neighbours.
    expect(coefficient?.sentence).toContain('d̂ is 17 here');
    expect(coefficient?.shows.kind).toBe('edges');
    const { terms } = formula(subject(11, 0));
    expect(terms.find(({ id }) => id === 'coefficient')?.sentence).toContain('d̂ is 2 here, 17 at node 0');
    expect(terms.find(({ id }) => id === 'sum')?.sentence).toContain('1 neighbour and of the node itself');
  });

  it('says the degree of a node that has a self-loop, by its weight', async () => {
    // 1 -> 0 of weight 2 and a self-loop of weight 3 at 0.
    const edgeIndex = { source: Int32Array.of(0, 1), target: Int32Array.of(0, 0) };
    const graph: GraphData = { ...karate('modularity'), edgeIndex, edgeWeight: Float32Array.of(3, 2) };
    const { subject } = await caseOf('gcn', {}, graph);
    const { terms } = formula({ ...subject(0, 0), selfLoop: selfLoopOf(graph, 0) });
    expect(terms.find(({ id }) => id === 'coefficient')?.sentence).toContain('d̂ is 5 here');
    expect(selfLoopOf(graph, 1)).toBeUndefined();
    expect(selfLoopOf({ ...graph, edgeWeight: null }, 0)).toBe(1);
  });

  it('writes nothing into the page but the ids of terms', () => {
    expect(() => typesetTerms([String.raw`\href{javascript:alert(1)}{x}`])).not.toThrow();
    expect(typesetTerms([String.raw`\href{javascript:alert(1)}{x}`])).not.toContain('<a ');
    expect(typesetTerms([String.raw`\htmlStyle{color:red}{x}`])).not.toContain('style="color:red"');
  });
});

describe('messages', () => {
  it('are sorted by share, the larger first, and can be kept in an earlier order', async () => {
    const { subject } = await caseOf('gat');
    const [given] = roundsOf(subject(0, 0).trace);
    const sorted = byShare(given!);
    const shares = sorted.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(sorted.length).toBeGreaterThan(3);
    const keys = sorted.map(keyOf).toReversed();
    expect(inOrder(given!, keys)?.map(keyOf)).toEqual(keys);
    expect(inOrder(given!.slice(1), keys)).toBeNull();
    expect(inOrder(given!, keys.with(0, 'another'))).toBeNull();
  });

  it('light their edges towards the node, the heaviest with the full width, and no loop', async () => {
    const { subject } = await caseOf('gcn');
    const { trace } = subject(0, 0);
    const [messages] = roundsOf(trace);
    const { edges } = litBy(messages!, messages!, trace);
    expect(edges).toHaveLength(messages!.length - 1);
    expect(edges.every(({ source, target }) => target === 0 && source !== 0)).toBe(true);
    const self = messages!.find(({ edge }) => edge < 0)!.coefficients[0]!;
    const largest = Math.max(...messages!.map(({ coefficients }) => coefficients[0]!));
    edges.forEach(({ source, weight }) => {
      const { coefficients } = messages!.find(({ from }) => from === source)!;
      expect(weight).toBeCloseTo(coefficients[0]! / largest, 6);
    });
    expect(self).toBeGreaterThan(0);
  });

  it('of a maximum light by the channels that they win', async () => {
    const { subject } = await caseOf('sage', { aggregator: 'pool' });
    const { trace } = subject(0, 0);
    const [messages] = roundsOf(trace);
    const { edges } = litBy(messages!, messages!, trace);
    const most = Math.max(...messages!.map(({ share }) => share));
    expect(edges.map(({ weight }) => weight)).toEqual(messages!.map(({ share }) => share / most));
  });
});

describe('in words', () => {
  it.each(VARIANTS)('%s with %j tells who sends, every step, and the row', async (kind, change) => {
    const { subject } = await caseOf(kind, change);
    const given = subject(0, 1);
    const text = inWords(given, 'Node 0', 'Z', 12);
    expect(text[0]).toBe('How node 0’s vector in Z was computed, after 12 epochs.');
    const messages = roundsOf(given.trace).at(-1) ?? [];
    for (const sentence of contributionTexts(given, messages).slice(0, given.trace.rule === 'plain' ? 0 : 2))
      expect(text).toContain(sentence);
    expect(text.at(-1)).toMatch(/^The result is the vector in Z\. .*\.$/);
    // Sentences, not lists: all numbers stand in rows of their own.
    for (const sentence of text) expect(sentence.match(/[−\d.]*\d/g)?.length ?? 0, sentence).toBeLessThan(12);
    expect(allNumbers(given).at(-1)?.numbers).toBe(numbersOf(given.trace.output));
    const { round } = lastRound(given);
    for (const { sentence } of stepsOf(given, byShare(roundsOf(given.trace).at(-1) ?? []), round))
      expect(text.join('\n')).toContain(sentence);
    expect(text.join('\n')).not.toMatch(/NaN|undefined/);
  });

  it('name who contributes most, those that follow, and what is left', async () => {
    const { subject } = await caseOf('gcn');
    const given = subject(0, 0);
    const [messages] = roundsOf(given.trace);
    const [first, second, third, ...rest] = byShare(messages!);
    const said = contributionTexts(given, messages!).join(' ');
    const percent = (share: number) => `${Math.round(100 * share)} %`;
    const name = (from: number) => (from === 0 ? 'the node itself' : given.nameOf(from));
    expect(said).toContain(
      `The largest share, ${percent(first!.share)} of the result, comes from ${name(first!.from)}`,
    );
    expect(said).toContain(`Next come ${name(second!.from)} (${percent(second!.share)})`);
    expect(said).toContain(`${name(third!.from)} (${percent(third!.share)})`);
    const left = rest.reduce((sum, { share }) => sum + share, 0);
    expect(said).toContain(`the other ${rest.length} together bring ${percent(left)}`);
    expect(contributionTexts(given, [])).toEqual(['No messages arrive, so nothing comes from neighbours.']);
  });

  it('say what stands out in a vector', () => {
    const nameOf = (index: number) => 'abcd'[index]!;
    expect(standout(Float32Array.of(0.5, 0, -2, 0), nameOf)).toBe(
      'Its 4 numbers run from −2 (c) to 0.500 (a); 2 are 0.',
    );
    expect(standout(Float32Array.of(0.5, -2), nameOf)).toBe('A is 0.500, b is −2.');
    expect(standout(new Float32Array(16), nameOf)).toBe('16 numbers, all 0.');
    expect(standout(Float32Array.of(2, 2, 2), nameOf)).toBe('3 numbers, each 2.');
  });

  it('writes a row out, an empty one by what is in it, a long and full one by its length', () => {
    expect(numbersOf(Float32Array.of(0.5, 0, -2))).toBe('0.500, 0, −2');
    expect(numbersOf(new Float32Array(34))).toBe('34 numbers, all 0');
    expect(numbersOf(new Float32Array(1433).fill(1, 7, 9))).toBe('1,433 numbers, 0 but for #7 1, #8 1');
    expect(numbersOf(new Float32Array(100).fill(1, 0, 90))).toBe('100 numbers, 90 of them not 0');
  });

  it.each([
    [0.3121, '0.312'],
    [-1.2, '−1.200'],
    [12.345, '12.35'],
    [1234.5, '1234.5'],
    [0.00002, '2.0e−5'],
    [0, '0'],
    [-3, '−3'],
    [NaN, 'not a number'],
  ])('writes %d as %s', (value, text) => expect(writeSigned(value)).toBe(text));
});

describe('features of a node', () => {
  it('are those that are not 0, by their index', () => {
    const { features, numCols } = featuresOf(SPARSE, 0);
    if (SPARSE.kind !== 'sparse') throw new Error('expected sparse features');
    const { rowPtr, colIndex } = SPARSE.matrix;
    expect(numCols).toBe(7);
    expect(features.map(({ index }) => index)).toEqual([...colIndex.subarray(rowPtr[0], rowPtr[1])]);
    expect(featuresOf({ kind: 'identity', numCols: 5 }, 3)).toEqual({
      features: [{ index: 3, value: 1 }],
      numCols: 5,
      isIdentity: true,
    });
  });
});
