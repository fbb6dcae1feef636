/**
 * m_ij = relu(x_i W_target + x_j W_source + e_ij W_edge + b_inner) W_message, m_i = x_i W_self + the mean, sum or maximum of
 * m_ij. See compute/nn/conv/mpnn.ts.
 */
import type { DenseMatrix, GraphData } from '../../../data/graph/graphData';
import type { MpnnLayerSpec } from '../../../data/run/layers/mpnn';
import type { Explain } from '../explain';
import { eachSender, messageOf, type Unshared } from '../links';
import { maxRule, ownAndMaximum } from '../max';
import { addScaled, relu, rowOf, times, type Row } from '../rows';
import { sumRule } from '../sum';

const OWN = 'self weight';
const THROUGH = 'message weight';

/** e_ij W_edge: of the edge's features, or of its weight in a graph without. */
const ofEdge = ({ edgeFeatures, edgeWeight }: GraphData, edge: number, weight: DenseMatrix): Row =>
  times(edgeFeatures ? rowOf(edgeFeatures, edge) : Float32Array.of(edgeWeight?.[edge] ?? 1), weight);

export const explainMpnn: Explain<MpnnLayerSpec> = ({ spec, links, input, matrix, vector }) => {
  const own = input.times(matrix(OWN));
  const ofTarget = input.times(matrix('target weight'));
  const ofSource = input.times(matrix('source weight'));
  const bias = vector('inner bias');
  const adjacency = spec.summary === 'mean' ? links.mean : links.sum;

  const hiddenOf = (node: number, from: number, edge: number): Row => {
    const hidden = ofEdge(links.graph, edge, matrix('edge weight'));
    for (const part of [ofTarget(node), ofSource(from), bias]) addScaled(hidden, part, 1);
    return hidden.map(relu);
  };
  const messagesTo = (node: number): Unshared[] => {
    const messages: Unshared[] = [];
    eachSender(adjacency, node, (from, edge, coefficient) => {
      const value = times(hiddenOf(node, from, edge), matrix(THROUGH));
      messages.push(messageOf(from, edge, coefficient, value, THROUGH));
    });
    return messages;
  };
  if (spec.summary === 'max')
    return {
      row: (node) =>
        ownAndMaximum(
          messagesTo(node).map(({ value }) => value),
          null,
          own(node),
        ),
      rule: (node) => maxRule(messagesTo(node), null, own(node), OWN),
    };
  return {
    // W_message once, after the sum.
    row: (node) => {
      const sum = new Float32Array(spec.inner);
      eachSender(adjacency, node, (from, edge, coefficient) =>
        addScaled(sum, hiddenOf(node, from, edge), coefficient),
      );
      const row = times(sum, matrix(THROUGH));
      addScaled(row, own(node), 1);
      return row;
    },
    rule: (node) => sumRule([...messagesTo(node), messageOf(node, -1, 1, own(node), OWN)], spec.width),
  };
};
