/** m_i = x_i W. See compute/nn/conv/linear.ts. */
import type { LinearLayerSpec } from '../../../data/run/layers/linear';
import type { PlainRule } from '../../../data/run/trace';
import type { Explain } from '../explain';
import type { Row } from '../rows';

export const explainLinear: Explain<LinearLayerSpec> = ({ input, matrix }) => {
  const row = input.times(matrix('weight'));
  return { row, rule: (node) => ({ rule: 'plain', through: 'weight', product: row(node) }) };
};

/** The product, as it is. */
export const recomposePlain = ({ product }: PlainRule): Row => product;
