/**
 * m_ij = relu(x_i W_target + x_j W_source + e_ij w_edge + b_inner) W_message, m_i = x_i W_self + the mean or sum of m_ij.
 * See compute/nn/conv/mpnn.ts.
 */
import type { MpnnLayerSpec } from '../../../data/spec/layers/mpnn';
import type { Explain } from '../explain';
import { eachSender, messageOf, type Unshared } from '../links';
import { addScaled, relu, times, type Row } from '../rows';
import { sumRule } from '../sum';

const OWN = 'self weight';
const THROUGH = 'message weight';

export const explainMpnn: Explain<MpnnLayerSpec> = ({ spec, links, input, matrix, vector }) => {
  const own = input.times(matrix(OWN));
  const ofTarget = input.times(matrix('target weight'));
  const ofSource = input.times(matrix('source weight'));
  const bias = vector('inner bias');
  const edgeWeight = vector('edge weight');

  const hiddenOf = (node: number, from: number, edge: number): Row => {
    const value = links.graph.edgeWeight?.[edge] ?? 1;
    const [target, source] = [ofTarget(node), ofSource(from)];
    return bias.map((b, c) => relu(target[c] + source[c] + value * edgeWeight[c] + b));
  };
  const adjacency = spec.summary === 'mean' ? links.mean : links.sum;
  return {
    row: (node) => {
      const sum = new Float32Array(spec.inner);
      eachSender(adjacency, node, (from, edge, coefficient) =>
        addScaled(sum, hiddenOf(node, from, edge), coefficient),
      );
      const row = times(sum, matrix(THROUGH));
      addScaled(row, own(node), 1);
      return row;
    },
    rule: (node) => {
      const messages: Unshared[] = [];
      eachSender(adjacency, node, (from, edge, coefficient) => {
        const value = times(hiddenOf(node, from, edge), matrix(THROUGH));
        messages.push(messageOf(from, edge, coefficient, value, THROUGH));
      });
      return sumRule([...messages, messageOf(node, -1, 1, own(node), OWN)], spec.width);
    },
  };
};
