import type { Affine, SumRule } from '../../data/run/trace';
import { withShares, type Unshared } from './links';
import { added, relu, sumOf, times, type Row } from './rows';

/** relu(v + b) W, with its intermediate row. */
export function afterSum(sum: Row, bias: Row | null, map: Affine): { hidden: Row; product: Row } {
  const hidden = (bias ? added(sum, bias) : sum).map(relu);
  return { hidden, product: times(hidden, map.weight) };
}

/** @param after the bias and the map of relu(s + b) W, null where the sum is m_i itself */
export function sumRule(
  messages: readonly Unshared[],
  width: number,
  after: { readonly bias: Row | null; readonly map: Affine } | null = null,
): SumRule {
  const sum = sumOf(
    messages.map(({ contribution }) => contribution),
    width,
  );
  return {
    rule: 'sum',
    messages: withShares(messages),
    sum,
    after: after && { ...after, hidden: afterSum(sum, after.bias, after.map).hidden },
  };
}

/** m_i = sum of c v, or relu(that + b) W. */
export function recomposeSum({ messages, sum, after }: SumRule): Row {
  const again = sumOf(
    messages.map(({ coefficients: [c], value }) => value.map((v) => c * v)),
    sum.length,
  );
  return after ? afterSum(again, after.bias, after.map).product : again;
}
