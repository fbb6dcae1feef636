/** The pairs that a run is tested on, told apart by what the run makes of them at a threshold. Pure. */
import type { HeldOutPairs, PairAnswer } from '../../data/run/pairs';
import type { Output } from '../../data/run/records';
import type { AppState } from './appState';
import { scoresPairs } from './taskView';

/** `found`: an edge above the threshold; `missed`: one below it; `false`: a pair without an edge above it; `rejected`: one below it. */
export const OUTCOMES = ['found', 'missed', 'false', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface HeldOutCounts extends Readonly<Record<Outcome, number>> {
  /** Of the pairs above the threshold, the share that are edges; null where none is above. */
  readonly precision: number | null;
  /** Of the edges, the share above the threshold; null where there is none. */
  readonly recall: number | null;
}

/** A run's pairs with the probability that the shown epoch gives each. */
export interface ScoredPairs {
  readonly pairs: HeldOutPairs;
  /** In the order of the pairs. */
  readonly probability: Float32Array;
}

/** Null while pairs or scores are not there, or belong to different splits. */
export function scoredPairs({
  heldOut,
  training,
}: Pick<AppState, 'heldOut' | 'training'>): ScoredPairs | null {
  const output = training.frame?.output;
  if (!heldOut || output?.unit !== 'edge' || output.rows !== heldOut.source.length) return null;
  return { pairs: heldOut, probability: probabilitiesOf(output) };
}

const known = new WeakMap<Output, Float32Array>();

/** 1 / (1 + e^-score) of each row, worked out once. */
function probabilitiesOf(output: Output): Float32Array {
  const found = known.get(output) ?? output.values.map((score) => 1 / (1 + Math.exp(-score)));
  known.set(output, found);
  return found;
}

export function outcomeOf({ pairs, probability }: ScoredPairs, k: number, threshold: number): Outcome {
  const isAbove = probability[k]! >= threshold;
  if (pairs.isPositive[k]) return isAbove ? 'found' : 'missed';
  return isAbove ? 'false' : 'rejected';
}

/** Numbers of the pairs that the test is made of. */
export function testPairs({ part }: HeldOutPairs): readonly number[] {
  const own: number[] = [];
  for (let k = 0; k < part.length; k++) if (part[k] === 'test') own.push(k);
  return own;
}

export function countsOf(scored: ScoredPairs, threshold: number): HeldOutCounts {
  const counts = { found: 0, missed: 0, false: 0, rejected: 0 };
  for (const k of testPairs(scored.pairs)) counts[outcomeOf(scored, k, threshold)] += 1;
  const [above, edges] = [counts.found + counts.false, counts.found + counts.missed];
  return {
    ...counts,
    precision: above > 0 ? counts.found / above : null,
    recall: edges > 0 ? counts.found / edges : null,
  };
}

/** So many lines are still told apart, and drawn within a frame. */
export const MOST_DRAWN = 1500;

/** Every n-th, so that no more than `most` are left. */
export function thinned(list: readonly number[], most = MOST_DRAWN): readonly number[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
}

/** The two nodes whose pair is looked at: the selected edge, or two selected nodes; null where neither is. */
export function pairShown({
  view,
  graph,
  run,
}: Pick<AppState, 'view' | 'graph' | 'run'>): readonly [number, number] | null {
  if (!graph || !scoresPairs(run)) return null;
  const [a, b, ...others] = view.edge ?? view.selection;
  const { numNodes } = graph.data;
  return a !== undefined && b !== undefined && others.length === 0 && a < numNodes && b < numNodes
    ? [a, b]
    : null;
}

/** The pair that is looked at, as the run sees it; an older one stays until the newer one is there. */
export interface PairState {
  readonly answer: PairAnswer | null;
  /** Why there is none. */
  readonly message: string | null;
}
