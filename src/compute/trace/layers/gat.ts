/**
 * e_ij = LeakyReLU(a_target . x_i W + a_source . x_j W) (v1) or a . LeakyReLU(x_i W_target + x_j W) (v2), alpha_ij their
 * softmax over j, m_i = sum_j alpha_ij x_j W, head by head. See compute/nn/conv/gat.ts.
 */
import type { DenseMatrix } from '../../../data/graph/graphData';
import type { GatLayerSpec } from '../../../data/run/layers/gat';
import type { AttentionMessage, AttentionRule } from '../../../data/run/trace';
import type { Explain, ExplainContext } from '../explain';
import { eachSender, withShares } from '../links';
import { remembered, rowOf, sumOf, type Row, type Rows } from '../rows';

const leaky = (x: number, slope: number): number => (x > 0 ? x : slope * x);

/** a_h . v_h of every head h. */
const perHead = (row: Row, attention: DenseMatrix): Row =>
  Float32Array.from({ length: attention.numRows }, (_, head) => {
    const a = rowOf(attention, head);
    return a.reduce((sum, value, c) => sum + value * row[head * a.length + c], 0);
  });

/** Softmax over the messages, head by head: one array per message. */
function softmax(scores: readonly Row[], heads: number): Row[] {
  const alphas = scores.map(() => new Float32Array(heads));
  for (let head = 0; head < heads; head++) {
    const top = scores.reduce((most, score) => Math.max(most, score[head]), -Infinity);
    const sum = scores.reduce((all, score) => all + Math.exp(score[head] - top), 0);
    scores.forEach((score, k) => (alphas[k][head] = Math.exp(score[head] - top) / sum));
  }
  return alphas;
}

type HeadsTogether = Pick<AttentionRule, 'heads' | 'combine'>;

/** alpha_h v_h of every head, side by side or their mean. */
function weighed(value: Row, alphas: Row, { heads, combine }: HeadsTogether): Row {
  const channels = value.length / heads;
  if (combine === 'concatenate') return value.map((v, c) => alphas[Math.floor(c / channels)] * v);
  const mean = new Float32Array(channels);
  value.forEach((v, c) => (mean[c % channels] += (alphas[Math.floor(c / channels)] * v) / heads));
  return mean;
}

const scoresOf = (
  raw: Row,
  { version, slope, attention }: Pick<AttentionRule, 'version' | 'slope' | 'attention'>,
): Row => {
  const bent = raw.map((value) => leaky(value, slope));
  return version === 'v2' && attention ? perHead(bent, attention) : bent;
};

/** What LeakyReLU is applied to, for a target and a sender. */
function rawOf(
  { spec, input, matrix }: ExplainContext<GatLayerSpec>,
  sent: Rows,
): (node: number, from: number) => Row {
  const [ofTarget, ofSource] =
    spec.attention === 'v1'
      ? (['target attention', 'source attention'] as const).map((role) =>
          remembered((node) => perHead(sent(node), matrix(role))),
        )
      : [input.times(matrix('target weight')), sent];
  return (node, from) => {
    const other = ofSource(from);
    return ofTarget(node).map((value, c) => value + other[c]);
  };
}

export const explainGat: Explain<GatLayerSpec> = (context) => {
  const { spec, links, input, matrix } = context;
  const { heads, combine, attention: version, slope } = spec;
  const sent = input.times(matrix('weight'));
  const raw = rawOf(context, sent);
  const how = { version, combine, heads, slope, attention: version === 'v2' ? matrix('attention') : null };

  const rule = (node: number): AttentionRule => {
    const heard: Pick<AttentionMessage, 'from' | 'edge' | 'raw' | 'scores'>[] = [];
    eachSender(links.gcn, node, (from, edge) => {
      const each = raw(node, from);
      heard.push({ from, edge, raw: each, scores: scoresOf(each, how) });
    });
    const alphas = softmax(
      heard.map(({ scores }) => scores),
      heads,
    );
    const messages = heard.map((message, k) => {
      const value = sent(message.from);
      const contribution = weighed(value, alphas[k], how);
      return { ...message, coefficients: alphas[k], value, contribution, through: 'weight' };
    });
    const sum = sumOf(
      messages.map(({ contribution }) => contribution),
      spec.width,
    );
    return { rule: 'attention', ...how, messages: withShares(messages), sum };
  };
  return { row: (node) => rule(node).sum, rule };
};

/** From what LeakyReLU is applied to: scores, their softmax, values weighed by it and added. */
export function recomposeAttention(rule: AttentionRule): Row {
  const alphas = softmax(
    rule.messages.map(({ raw }) => scoresOf(raw, rule)),
    rule.heads,
  );
  const rows = rule.messages.map(({ value }, k) => weighed(value, alphas[k], rule));
  return sumOf(rows, rule.sum.length);
}
