import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { karate } from '../../../src/data/generators/karate';
import { defaultRun } from '../../../src/data/run/defaults';
import { MODELS } from '../../../src/data/run/models';
import type { LayerKind } from '../../../src/data/run/layers/layers';
import type { Account } from '../../../src/data/run/account';
import { byShare } from '../../../src/ui/views/inspector/computation/messageOrder';
import { roundsOf } from '../../../src/ui/views/inspector/computation/subject';
import { stepsOf } from '../../../src/ui/views/inspector/steps/steps';
import { formulaOf } from '../../../src/ui/views/inspector/terms/terms';
import { beatsOf, type BeatSource } from '../../../src/ui/views/narration/beats';
import { layerBeats, roundsTold } from '../../../src/ui/views/narration/layerTold';
import { collects, percentOf, weighed } from '../../../src/ui/views/narration/ruleTexts';
import { wellChosen } from '../../../src/ui/views/narration/wellChosen';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { caseOf, type Change } from './inspectorSubject';
import { frameOf } from '../../records';

beforeAll(startCpu);

const CASES: readonly [LayerKind, Change, first: string][] = [
  ['gcn', {}, 'collect'],
  ['linear', {}, 'transform'],
  ['sage', {}, 'collect'],
  ['sage', { aggregator: 'max' }, 'collect'],
  ['sage', { aggregator: 'pool' }, 'collect'],
  ['gat', { heads: 4 }, 'collect'],
  ['gat', { heads: 2, attention: 'v2', combine: 'average' }, 'collect'],
  ['gin', {}, 'collect'],
  ['mpnn', {}, 'collect'],
  ['ggnn', { steps: 5 }, 'transform'],
  ['appnp', { hops: 6 }, 'transform'],
  ['sgc', { hops: 2 }, 'transform'],
];

describe('what is told of a layer', () => {
  it.each(CASES)(
    'of %s with %j names steps and terms that the inspector has, at every node',
    async (kind, change, first) => {
      const { subject, numNodes } = await caseOf(kind, change);
      for (const layer of [0, 1])
        for (let node = 0; node < numNodes; node++) {
          const of = subject(node, layer);
          const rounds = roundsOf(of.trace);
          const beats = layerBeats(of, `Node ${node}`);
          expect(beats[0]?.step).toBe(first);
          for (const { text, step, round, term, line } of beats) {
            expect(text).toMatch(/^[A-Z].*\.$/);
            expect(text).not.toMatch(/NaN|undefined|not a number/);
            const messages = byShare(rounds[round] ?? []);
            expect(stepsOf(of, messages, round).map(({ id }) => id)).toContain(step);
            const formula = formulaOf(of, rounds[round] ?? [], round);
            expect(formula.terms.map(({ id }) => id)).toContain(term);
            expect(formula.lines).toContain(line);
            expect(line).toContain(`{term=${term}}`);
          }
        }
    },
  );

  it('counts messages and names the strongest with the share that the trace has', async () => {
    const { subject } = await caseOf('gcn');
    const of = subject(0, 1);
    if (of.trace.rule !== 'sum') throw new Error(`expected a sum, got ${of.trace.rule}`);
    const { messages } = of.trace;
    const [strongest] = byShare(messages);
    const others = messages.filter(({ edge }) => edge >= 0).length;
    expect(others).toBe(messages.length - 1);
    const text = collects(of, messages, 'Node 0');
    expect(text).toContain(
      `Node 0 collects ${others} messages and its own; the largest share of the result, `,
    );
    // Of the result and of weights: two words, for the largest of either is of another node.
    expect(weighed(of, messages)).toMatch(
      /^The largest weight, [\d.]+, is on the message of .*; the smallest/,
    );
    expect(text).toContain(`of the result, ${percentOf(strongest!.share)}, is `);
    // Somebody else's share would not do.
    const weakest = byShare(messages).at(-1)!;
    expect(percentOf(weakest.share)).not.toBe(percentOf(strongest!.share));
  });

  it('says of a node that nobody sends to that it is alone', async () => {
    const alone = await caseOf('gcn');
    expect(layerBeats(alone.subject(10, 0), 'Node 10')[0]?.text).toBe(
      'Node 10 collects only its own message: no edge leads to it.',
    );
    const sage = await caseOf('sage', { aggregator: 'max' });
    expect(layerBeats(sage.subject(10, 0), 'Node 10')[0]?.text).toBe(
      'Node 10 collects nothing: no edge leads to it.',
    );
  });

  it('tells the first rounds and the last, with their numbers', async () => {
    expect([1, 2, 3, 4, 10].map(roundsTold)).toEqual([[0], [0, 1], [0, 1, 2], [0, 1, 3], [0, 1, 9]]);
    const { subject } = await caseOf('appnp', { hops: 6, teleport: 0.25 });
    const texts = layerBeats(subject(0, 1), 'Node 0').map(({ text }) => text);
    expect(texts.filter((text) => / at hop [126] of 6/.test(text))).toHaveLength(3);
    expect(texts.at(1)).toMatch(/25 % of its own start comes back\.$/);
  });

  it('tells how many channels the winner of a maximum wins', async () => {
    const { subject } = await caseOf('sage', { aggregator: 'max', width: 6 });
    const { trace } = subject(0, 1);
    if (trace.rule !== 'max') throw new Error(`expected a maximum, got ${trace.rule}`);
    const counts = trace.messages.map((_, k) => trace.winners.filter((winner) => winner === k).length);
    const told = layerBeats(subject(0, 1), 'Node 0').find(({ step }) => step === 'maximum')!;
    expect(told.text).toContain(`wins ${Math.max(...counts)} of them`);
    expect(told.isLit).toBe(true);
  });
});

const graph = karate('factions');
const run = defaultRun({ id: 'karate', labelling: 'factions' });

function source(change: Partial<BeatSource> & { layer?: string } = {}): BeatSource {
  const layer = (id: string, kind: 'input' | 'hidden' | 'output', numCols: number) => ({
    id,
    label: id.toUpperCase(),
    kind,
    numRows: 34,
    numCols,
  });
  const probabilities = new Float32Array(68).fill(0.5);
  probabilities.set([0.25, 0.75], 4);
  return {
    graph: { data: graph, base: graph, edits: run.edits } as BeatSource['graph'],
    view: { ...DEFAULT_VIEW, selection: [2], layer: change.layer ?? 'x' },
    run,
    training: {
      phase: 'paused',
      epoch: 3,
      records: [],
      frame: frameOf(3, probabilities),
      predictions: new Int32Array(34).fill(1),
      layers: [layer('x', 'input', 34), layer('h1', 'hidden', 16), layer('z', 'output', 2)],
      smoothing: [],
      error: null,
      underWay: null,
    },
    explained: { explanation: null, message: null },
    accounted: { account: null, message: null },
    ...change,
  };
}

describe('the narration', () => {
  it('begins with the features', () => {
    expect(beatsOf(source())?.map(({ text }) => text)).toEqual([
      'Node 2 begins alone: its features say which node it is, and nothing else.',
    ]);
  });

  it('waits for the trace of this node at this layer, and for nothing else', () => {
    expect(beatsOf(source({ layer: 'h1' }))).toBeNull();
    expect(beatsOf({ ...source(), view: { ...DEFAULT_VIEW, selection: [] } })).toBeNull();
    expect(beatsOf({ ...source(), view: { ...DEFAULT_VIEW, selection: [1, 2] } })).toBeNull();
  });

  it('is of the method where there are no layers, and ends with what the node is taken for', () => {
    const modelOf = (id: string) => MODELS.find((model) => model.id === id)!;
    const runOf = (id: string) => defaultRun(run.data, 0, modelOf(id));
    const account: Account = {
      kind: 'products',
      node: 2,
      epoch: 3,
      nodes: Int32Array.of(8),
      products: Float32Array.of(1.5),
      own: 2,
    };
    const factorised = { run: runOf('factorisation'), accounted: { account, message: null } };
    expect(beatsOf(source({ ...factorised, layer: 'h1' }))?.at(-1)?.text).toBe(
      'The vector of Node 2 has its largest product, 1.500, with Node 8.',
    );
    const truth = graph.labelling.classNames[graph.labelling.y[2]!];
    const end = beatsOf(source({ ...factorised, layer: 'z' }))?.map(({ text }) => text);
    expect(end).toEqual([
      `Node 2 is predicted as ${graph.labelling.classNames[1]} with 75 %, but it is ${truth}.`,
    ]);
    const spread = { run: runOf('labelPropagation'), training: source().training };
    const without = { ...spread.training, layers: spread.training.layers.filter(({ id }) => id !== 'h1') };
    const told = beatsOf(source({ ...spread, training: without, layer: 'z' }))!;
    expect(told.length).toBe(3);
    expect(told[0]?.text).toContain('its 10 neighbours');
  });
});

describe('the node that is chosen', () => {
  it('has neighbours to tell apart, was not trained on, and is right; the lowest of equals', () => {
    const predictions = Int32Array.from(graph.labelling.y);
    // 0, 32 and 33 have more neighbours and two of them are labelled: node 2 has ten, of both factions.
    expect(wellChosen(graph, predictions)).toBe(2);
    predictions[2] = 1 - predictions[2]!;
    expect(wellChosen(graph, predictions)).not.toBe(2);
  });

  it('is some node of any graph', () => {
    const none = { source: new Int32Array(), target: new Int32Array() };
    expect(wellChosen({ ...graph, edgeIndex: none }, null)).toBeLessThan(34);
  });
});
