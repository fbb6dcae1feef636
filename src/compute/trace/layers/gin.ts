/** m_i = relu(((1 + eps) x_i + sum_{j in N(i)} x_j) W_1 + b_1) W_2, W_1 before the sum. See compute/nn/conv/gin.ts. */
import type { GinLayerSpec } from '../../../data/run/layers/gin';
import type { Explain } from '../explain';
import { gathered, messageOf, messagesOf } from '../links';
import { addScaled } from '../rows';
import { afterSum, sumRule } from '../sum';

const THROUGH = 'inner weight';

export const explainGin: Explain<GinLayerSpec> = ({ spec, links, input, matrix, vector }) => {
  const sent = input.times(matrix(THROUGH));
  const own = 1 + (spec.learnEpsilon ? vector('epsilon')[0] : 0);
  const bias = spec.bias ? vector('inner bias') : null;
  const map = { role: 'weight', weight: matrix('weight'), bias: null };
  return {
    row: (node) => {
      const sum = gathered(links.sum, node, sent, spec.inner);
      addScaled(sum, sent(node), own);
      return afterSum(sum, bias, map).product;
    },
    rule: (node) => {
      const heard = messagesOf(links.sum, node, sent, THROUGH);
      return sumRule([...heard, messageOf(node, -1, own, sent(node), THROUGH)], spec.inner, { bias, map });
    },
  };
};
