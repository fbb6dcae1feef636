/** What the parts of a trace say, rule by rule. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import type { GraphData } from '../../../src/data/graph/graphData';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import { LAYERS, type LayerKind } from '../../../src/data/run/layers/layers';
import type { ParamValue } from '../../../src/data/run/params';
import type { Message, Rule, Trace } from '../../../src/data/run/trace';
import { PATH as PATH_EDGES } from '../specs/layers/alone';
import { expectClose, times } from '../specs/support';
import { bothOf, crooked } from './support';

beforeAll(startCpu);

const PATH: GraphData = { ...PATH_EDGES, features: { kind: 'identity', numCols: PATH_EDGES.numNodes } };
const ISOLATED = 10;
const UNHEARD = 11;

type Change = Readonly<Record<string, ParamValue>>;
type OfRule<R extends Rule['rule']> = Extract<Trace, { rule: R }>;

const isOf = <R extends Rule['rule']>(trace: Trace, rule: R): trace is OfRule<R> => trace.rule === rule;

function as<R extends Rule['rule']>(trace: Trace, rule: R): OfRule<R> {
  if (!isOf(trace, rule)) throw new Error(`expected the rule ${rule}, got ${trace.rule}`);
  return trace;
}

/** The first of two layers of a kind, on drawn weights. */
async function explained(kind: LayerKind, change: Change = {}, graph: GraphData = crooked()) {
  const spec = defaultLayer(kind, change);
  const { explainer } = await bothOf([spec, spec], graph);
  return explainer;
}

const total = (rows: readonly ArrayLike<number>[], width: number): number[] =>
  Array.from({ length: width }, (_, c) => rows.reduce((sum, row) => sum + row[c], 0));

const contributions = (messages: readonly Message[]) => messages.map(({ contribution }) => contribution);

/** Every list of messages in a trace, with the row that its contributions add up to. */
function sumsOf(trace: Trace): readonly { messages: readonly Message[]; sum: ArrayLike<number> }[] {
  switch (trace.rule) {
    case 'plain':
      return [];
    case 'max':
      return [{ messages: trace.messages, sum: trace.maximum }];
    case 'gated':
      return trace.rounds;
    case 'propagate':
      return trace.steps.map(({ messages, restart, value }) => ({
        messages,
        sum: value.map((v, c) => v - (restart?.[c] ?? 0)),
      }));
    default:
      return [trace];
  }
}

describe('messages', () => {
  it.each(LAYERS.map(({ id }) => id))('of %s add up, and so do their shares', async (kind) => {
    const explainer = await explained(kind);
    for (let node = 0; node < 12; node++)
      for (const { messages, sum } of sumsOf(explainer.trace(0, node))) {
        expectClose(total(contributions(messages), sum.length), sum);
        const shares = messages.reduce((all, { share }) => all + share, 0);
        if (messages.length > 0 && Array.from(sum).some((value) => value !== 0))
          expect(shares).toBeCloseTo(1, 6);
      }
  });

  it.each(LAYERS.map(({ id }) => id).filter((id) => id !== 'linear'))(
    'of %s come over the edges of the node, each once, and from itself at most once',
    async (kind) => {
      const graph = crooked();
      const explainer = await explained(kind, {}, graph);
      const { source, target } = graph.edgeIndex;
      for (let node = 0; node < graph.numNodes; node++)
        for (const { messages } of sumsOf(explainer.trace(0, node))) {
          const over = messages.filter(({ edge }) => edge >= 0);
          expect(over.map(({ edge }) => edge)).toEqual(
            [...target.keys()].filter((edge) => target[edge] === node),
          );
          for (const { from, edge } of over) expect(from).toBe(source[edge]);
          const own = messages.filter(({ edge }) => edge < 0);
          expect(own.length).toBeLessThanOrEqual(1);
          for (const { from } of own) expect(from).toBe(node);
        }
    },
  );

  it('of a graph convolution on a path weigh 1 / sqrt(d_i d_j), self-loops counted', async () => {
    const explainer = await explained('gcn', {}, PATH);
    const weights = as(explainer.trace(0, 1), 'sum').messages.map(
      ({ from, coefficients: [c] }) => `${from}: ${c.toFixed(4)}`,
    );
    expect(weights).toEqual(['0: 0.4082', '1: 0.3333', '2: 0.4082']);
  });

  it('of a mean weigh 1 / n, and what the node keeps of itself weighs 1', async () => {
    const explainer = await explained('sage', {}, PATH);
    const { messages } = as(explainer.trace(0, 1), 'sum');
    expect(messages.map(({ from, edge, coefficients: [c] }) => [from, edge, c])).toEqual([
      [0, 1, 0.5],
      [2, 2, 0.5],
      [1, -1, 1],
    ]);
    expect(messages.map(({ through }) => through)).toEqual([
      'neighbour weight',
      'neighbour weight',
      'self weight',
    ]);
  });

  it.each(LAYERS.map(({ id }) => id))(
    'of %s: nobody but the node itself where no edge comes in',
    async (kind) => {
      const explainer = await explained(kind);
      for (const node of [ISOLATED, UNHEARD])
        for (const { messages } of sumsOf(explainer.trace(0, node)))
          expect(messages.every(({ from, edge }) => from === node && edge === -1)).toBe(true);
    },
  );

  it.each(['gcn', 'gat', 'gin', 'sage', 'ggnn', 'sgc', 'appnp'] as const)(
    'of %s are the sender’s row times the matrix that they say',
    async (kind) => {
      const explainer = await explained(kind, { width: 8 });
      const matrices = new Map(explainer.parameters(0).map(({ role, matrix }) => [role, matrix]));
      const [first] = sumsOf(explainer.trace(0, 0));
      for (const { from, through, value } of first.messages) {
        const matrix = matrices.get(through ?? '');
        if (!matrix) throw new Error(`expected a matrix, got ${through}`);
        const sender = explainer.trace(0, from);
        const row = sender.rule === 'gated' ? sender.start : sender.input;
        expectClose(value, times(row, matrix.values, 1, matrix.numRows, matrix.numCols));
      }
    },
  );
});

describe('attention', () => {
  it.each(['v1', 'v2'])('%s adds up to 1 over the neighbours, head by head', async (attention) => {
    const explainer = await explained('gat', { attention, heads: 4, width: 8 });
    for (let node = 0; node < 12; node++) {
      const { messages } = as(explainer.trace(0, node), 'attention');
      expectClose(
        total(
          messages.map(({ coefficients }) => coefficients),
          4,
        ),
        [1, 1, 1, 1],
      );
    }
  });

  it.each(['v1', 'v2'])('%s is larger where the score is larger', async (attention) => {
    const { messages } = as((await explained('gat', { attention })).trace(0, 0), 'attention');
    const byScore = [...messages].sort((a, b) => a.scores[0] - b.scores[0]);
    const alphas = byScore.map(({ coefficients }) => coefficients[0]);
    expect(alphas).toEqual([...alphas].sort((a, b) => a - b));
    expect(new Set(alphas).size).toBeGreaterThan(1);
  });
});

describe('maxima', () => {
  it('name the message that wins each channel, and nobody where no edge comes in', async () => {
    const explainer = await explained('sage', { aggregator: 'max' });
    const { messages, winners, maximum } = as(explainer.trace(0, 0), 'max');
    expect(messages.length).toBeGreaterThan(2);
    winners.forEach((winner, c) => {
      expect(maximum[c]).toBe(Math.max(...messages.map(({ value }) => value[c])));
      expect(messages[winner].value[c]).toBe(maximum[c]);
    });
    expect(new Set(winners).size).toBeGreaterThan(1);
    expect(new Set(as(explainer.trace(0, ISOLATED), 'max').winners)).toEqual(new Set([-1]));
  });

  it('go to the lowest edge where values are equal', async () => {
    // The neighbours of the middle are both one-hot at places of their own: all other channels are 0 in both.
    const explainer = await explained('sage', { aggregator: 'max' }, PATH);
    const { messages, winners } = as(explainer.trace(0, 1), 'max');
    expect(messages.map(({ from }) => from)).toEqual([0, 2]);
    expect([...winners]).toEqual([0, 0, 1, 0]);
    expect(messages.map(({ share }) => share)).toEqual([0.75, 0.25]);
  });
});

describe('rounds and hops', () => {
  it('of a gated network: gates mix the candidate and the state before', async () => {
    const { start, rounds } = as((await explained('ggnn', { steps: 3 })).trace(0, 0), 'gated');
    expect(rounds.length).toBe(3);
    rounds.reduce((before, { reset, update, candidate, state, ofState, ofMessages }) => {
      for (const gate of [...reset, ...update]) expect(gate >= 0 && gate <= 1).toBe(true);
      expectClose(
        candidate,
        ofMessages.candidate.map((p, c) => Math.tanh(p + reset[c] * ofState.candidate[c])),
      );
      expectClose(
        state,
        candidate.map((fresh, c) => (1 - update[c]) * fresh + update[c] * before[c]),
      );
      return state;
    }, start);
  });

  it('of predictions: each hop starts from what the hop before gave', async () => {
    const { start, steps, teleport } = as(
      (await explained('appnp', { hops: 4, teleport: 0.2 })).trace(0, 0),
      'propagate',
    );
    expect([steps.length, teleport]).toEqual([4, 0.2]);
    steps.reduce((before, { messages, restart, value }) => {
      expectClose(messages.find(({ edge }) => edge < 0)?.value ?? [], before);
      expectClose(
        restart ?? [],
        start.map((z) => 0.2 * z),
      );
      return value;
    }, start);
  });
});
