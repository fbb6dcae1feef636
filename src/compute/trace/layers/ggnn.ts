/** S_0 = x_i W; each round M = sum_j w_ji s_j M_t and a gated step of the state. See compute/nn/conv/ggnn.ts. */
import type { GgnnLayerSpec } from '../../../data/run/layers/ggnn';
import type { Affine, GatedRound, GatedRule, GateParts } from '../../../data/run/trace';
import type { Explain } from '../explain';
import { gathered, messagesOf, withShares } from '../links';
import { added, remembered, sigmoid, sumOf, times, type Row, type Rows } from '../rows';

function partsOf(row: Row, { weight, bias }: Affine): GateParts {
  const product = times(row, weight);
  const all = bias ? added(product, bias) : product;
  const width = all.length / 3;
  return {
    reset: all.slice(0, width),
    update: all.slice(width, 2 * width),
    candidate: all.slice(2 * width),
  };
}

type Step = Omit<GatedRound, 'messages' | 'sum'>;

function gatedStep(sum: Row, state: Row, messageGates: Affine, stateGates: Affine): Step {
  const ofMessages = partsOf(sum, messageGates);
  const ofState = partsOf(state, stateGates);
  const reset = added(ofMessages.reset, ofState.reset).map(sigmoid);
  const update = added(ofMessages.update, ofState.update).map(sigmoid);
  const candidate = ofMessages.candidate.map((p, c) => Math.tanh(p + reset[c] * ofState.candidate[c]));
  return {
    ofMessages,
    ofState,
    reset,
    update,
    candidate,
    state: candidate.map((fresh, c) => (1 - update[c]) * fresh + update[c] * state[c]),
  };
}

export const explainGgnn: Explain<GgnnLayerSpec> = ({ spec, links, input, matrix, vector }) => {
  const { steps, width } = spec;
  const gatesOf = (of: string): Affine => ({
    role: `${of} gates`,
    weight: matrix(`${of} gates`),
    bias: vector(`${of} gate bias`),
  });
  const [messageGates, stateGates] = [gatesOf('message'), gatesOf('state')];
  /** S_0 .. S_T, and what is sent in each round. */
  const states: Rows[] = [input.times(matrix('weight'))];
  const sent: Rows[] = [];
  for (let round = 0; round < steps; round++) {
    const state = states[round];
    const weight = matrix(`message weight ${round + 1}`);
    const sends = remembered((node) => times(state(node), weight));
    sent.push(sends);
    states.push(
      remembered((node) => {
        const sum = gathered(links.weighted, node, sends, width);
        return gatedStep(sum, state(node), messageGates, stateGates).state;
      }),
    );
  }
  const roundOf = (round: number, node: number): GatedRound => {
    const messages = messagesOf(links.weighted, node, sent[round], `message weight ${round + 1}`);
    const sum = gathered(links.weighted, node, sent[round], width);
    return {
      messages: withShares(messages),
      sum,
      ...gatedStep(sum, states[round](node), messageGates, stateGates),
    };
  };
  return {
    row: states[steps],
    rule: (node) => ({
      rule: 'gated',
      through: 'weight',
      start: states[0](node),
      rounds: Array.from({ length: steps }, (_, round) => roundOf(round, node)),
      messageGates,
      stateGates,
    }),
  };
};

/** From the first state, round by round: the messages' sum through the gates. */
export const recomposeGated = ({ start, rounds, messageGates, stateGates }: GatedRule): Row =>
  rounds.reduce((state, { messages }) => {
    const rows = messages.map(({ coefficients: [c], value }) => value.map((v) => c * v));
    return gatedStep(sumOf(rows, state.length), state, messageGates, stateGates).state;
  }, start);
