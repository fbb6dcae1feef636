/** The table of baselines of the open run: asked for once, and kept until the run is another. */
import type { BaselineRow } from '../../data/run/pairs';
import type { MetricDescriptor } from '../../data/run/metrics';
import type { EpochRecord, PartScores } from '../../data/run/records';
import { isBetter } from '../../data/run/metrics';

export interface BaselinesState {
  readonly kind: 'running' | 'done' | 'failed';
  /** 0 to 1. */
  readonly share: number;
  readonly rows: readonly BaselineRow[];
  readonly message: string | null;
}

export interface ComparedRow {
  readonly id: string;
  readonly name: string;
  /** TeX; null for the run. */
  readonly formula: string | null;
  readonly scores: PartScores;
  readonly isRun: boolean;
}

/** The run among the rules, the best by the headline metric first; ties leave a rule before the run. */
export function comparedRows(
  rows: readonly BaselineRow[],
  record: EpochRecord | undefined,
  runName: string,
  headline: MetricDescriptor,
): readonly ComparedRow[] {
  const all: readonly ComparedRow[] = [
    ...rows.map(({ id, name, formula, scores }) => ({
      id,
      name,
      formula,
      scores: scores.test ?? {},
      isRun: false,
    })),
    ...(record?.scores.test
      ? [{ id: 'this run', name: runName, formula: null, scores: record.scores.test, isRun: true }]
      : []),
  ];
  const valueOf = ({ scores }: ComparedRow) => scores[headline.id] ?? null;
  return all.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return isBetter(headline, a, b) ? -1 : 1;
  });
}

/** Scores nearer to each other than that are not told apart by a test of a few hundred pairs. */
const CLOSE = 0.02;

/** What it means where the run stands among the rules. */
export function comparedText(rows: readonly ComparedRow[], headline: MetricDescriptor): string {
  const run = rows.find(({ isRun }) => isRun);
  const rule = rows.find(({ isRun }) => !isRun);
  const [own, best] = [run?.scores[headline.id], rule?.scores[headline.id]];
  if (!rule || own === null || own === undefined || best === null || best === undefined)
    return 'On the same held-out pairs: rules that learn nothing, and this run.';
  if (own > best + CLOSE)
    return `This run ranks the pairs better than every rule; the best of them is ${rule.name}.`;
  if (own >= best - CLOSE)
    return `${rule.name}, which learns nothing, comes as close: the edges follow from the graph or the features by a simple rule.`;
  return `${rule.name} learns nothing and is better: what this run has learned so far is worth less than that rule.`;
}
