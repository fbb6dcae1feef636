/** What the walks of Node2Vec do, in words (Grover and Leskovec, KDD 2016, section 3.2.2). */
import type { Node2VecSpec } from '../../../../data/run/methods/node2vec';
import type { WalkProfile } from '../../../../data/run/account';
import { countOf, writeSetting } from '../../../widgets/numbers';

type Bias = Pick<Node2VecSpec, 'p' | 'q'>;

/** 12.3 %; below one per cent with as many places as tell it from none. */
export const percent = (share: number): string =>
  `${(100 * share).toFixed(share > 0 && share < 0.001 ? 2 : 1)} %`;

export interface StepKind {
  readonly name: string;
  /** What the step's probability is multiplied by. */
  readonly weight: string;
  readonly share: number;
  readonly unbiased: number;
  readonly hint: string;
}

const inverse = (name: string, value: number): string =>
  value === 1 ? `1/${name} = 1` : `1/${name} = ${writeSetting(Number((1 / value).toPrecision(2)))}`;

export function stepKinds({ shares, unbiased }: WalkProfile, { p, q }: Bias): readonly StepKind[] {
  return [
    {
      name: 'back',
      weight: inverse('p', p),
      share: shares.back,
      unbiased: unbiased.back,
      hint: 'To the node that the walk has just come from: weighted by 1/p.',
    },
    {
      name: 'beside',
      weight: '1',
      share: shares.near,
      unbiased: unbiased.near,
      hint: 'To a neighbour of the node that the walk has just come from: weighted by 1.',
    },
    {
      name: 'outward',
      weight: inverse('q', q),
      share: shares.outward,
      unbiased: unbiased.outward,
      hint: 'To a node that the one before has no edge to: weighted by 1/q.',
    },
  ];
}

/** What p and q make of a walk. */
export function biasText({ p, q }: Bias): string {
  const back =
    p === 1
      ? 'A step back is weighted by 1/p, which is 1 here'
      : `With p = ${writeSetting(p)} a step back is ${p > 1 ? 'less likely, so walks seldom turn round' : 'more likely, so walks often turn round'}`;
  const outward =
    q === 1
      ? 'a step outward by 1/q, 1 as well: only the edges decide'
      : q > 1
        ? `with q = ${writeSetting(q)} the walk stays near, as a breadth-first search does`
        : `with q = ${writeSetting(q)} the walk wanders outward, as a depth-first search does`;
  if (p === 1 && q === 1) return `${back}; ${outward}.`;
  if (q === 1) return `${back}; q = 1 leaves steps outward as they are.`;
  return `${back}; ${outward}.`;
}

export function reachText({ visits, node, meanReach, mostReach }: WalkProfile): string {
  const others = visits.reduce((count, share, other) => count + (share > 0 && other !== node ? 1 : 0), 0);
  const mean = Number(meanReach.toPrecision(2));
  return `A walk comes ${mean} ${mean === 1 ? 'hop' : 'hops'} far on average, ${mostReach} at most; together they meet ${countOf(others, 'other node')} of ${(visits.length - 1).toLocaleString('en')}.`;
}

/** The nodes that steps end at most often, ties by index; none that no step ends at. */
export const mostVisited = (visits: Float32Array, count: number): readonly number[] =>
  Array.from(visits.keys())
    .filter((node) => visits[node]! > 0)
    .sort((a, b) => visits[b]! - visits[a]! || a - b)
    .slice(0, count);
