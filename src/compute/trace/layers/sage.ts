/**
 * m_i = x_i W_self + agg(x_j : j in N(i)) W_neigh. Mean and sum take W_neigh before the sum, maxima after it; pool sends
 * relu(x_j W_pool + b_pool). See compute/nn/conv/sage.ts.
 */
import type { SageLayerSpec } from '../../../data/run/layers/sage';
import type { Explain, ExplainContext, Explained } from '../explain';
import { eachSender, gathered, messageOf, messagesOf, type Links } from '../links';
import { maxRule, ownAndMaximum } from '../max';
import { added, addScaled, relu, remembered, type Row, type Rows } from '../rows';
import { sumRule } from '../sum';

type Context = ExplainContext<SageLayerSpec>;

const OWN = 'self weight';
const NEIGHBOUR = 'neighbour weight';

function bySum({ spec, input, matrix }: Context, links: Links): Explained {
  const own = input.times(matrix(OWN));
  const sent = input.times(matrix(NEIGHBOUR));
  return {
    row: (node) => {
      const sum = gathered(links, node, sent, spec.width);
      addScaled(sum, own(node), 1);
      return sum;
    },
    rule: (node) => {
      const heard = messagesOf(links, node, sent, NEIGHBOUR);
      return sumRule([...heard, messageOf(node, -1, 1, own(node), OWN)], spec.width);
    },
  };
}

function byMaximum({ links, input, matrix }: Context, sent: Rows, through: string | null): Explained {
  const own = input.times(matrix(OWN));
  const map = { role: NEIGHBOUR, weight: matrix(NEIGHBOUR), bias: null };
  return {
    row: (node) => {
      const values: Row[] = [];
      eachSender(links.sum, node, (from) => values.push(sent(from)));
      return ownAndMaximum(values, map, own(node));
    },
    rule: (node) => maxRule(messagesOf(links.sum, node, sent, through), map, own(node), OWN),
  };
}

export const explainSage: Explain<SageLayerSpec> = (context) => {
  const { spec, links, input, matrix, vector } = context;
  switch (spec.aggregator) {
    case 'mean':
      return bySum(context, links.mean);
    case 'sum':
      return bySum(context, links.sum);
    case 'max':
      return byMaximum(context, input.row, null);
    case 'pool': {
      const mapped = input.times(matrix('pool weight'));
      const pooled = remembered((node) => added(mapped(node), vector('pool bias')).map(relu));
      return byMaximum(context, pooled, 'pool weight');
    }
    default:
      return spec.aggregator satisfies never;
  }
};
