/** m_i = sum_{j in N(i) or j = i} P_ij x_j W. See compute/nn/conv/gcnConv.ts. */
import type { GcnLayerSpec } from '../../../data/run/layers/gcn';
import type { Explain } from '../explain';
import { gathered, messagesOf } from '../links';
import { sumRule } from '../sum';

export const explainGcn: Explain<GcnLayerSpec> = ({ spec, links, input, matrix }) => {
  const sent = input.times(matrix('weight'));
  return {
    row: (node) => gathered(links.gcn, node, sent, spec.width),
    rule: (node) => sumRule(messagesOf(links.gcn, node, sent, 'weight'), spec.width),
  };
};
