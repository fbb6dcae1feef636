/** What is said of a pair of nodes, and how its score adds up. Pure. */
import type { PairAnswer } from '../../../../data/run/pairs';
import type { Lit } from '../../../state/appState';

const PARTS = { val: 'validation', test: 'test' } as const;

/** What the pair is in the split. */
export function pairKind({
  isLinked,
  isHeldOut,
  part,
}: Pick<PairAnswer, 'isLinked' | 'isHeldOut' | 'part'>): string {
  if (isHeldOut)
    return isLinked
      ? `An edge held out for ${PARTS[part]}: the run does not learn from it.`
      : `A pair without an edge, held out for ${PARTS[part]}.`;
  return isLinked ? 'An edge that the run learns from.' : 'No edge; the run may propose one.';
}

/** Of the products, element by element; with the offset it is the score. */
export const productSum = ({ product }: Pick<PairAnswer, 'product'>): number =>
  product.reduce((sum, value) => sum + value, 0);

/** A mean of two ranks may lie between them: 3 or 3.5. */
export const writeRank = (rank: number): string => rank.toLocaleString('en', { maximumFractionDigits: 1 });

const WEIGHT = 0.4;

/** The two nodes and the ways between them over one other node. */
export const litBetween = (a: number, b: number, common: readonly number[]): Lit => ({
  edges: common.flatMap((node) => [a, b].map((end) => ({ source: node, target: end, weight: WEIGHT }))),
  nodes: [a, b, ...common],
});
