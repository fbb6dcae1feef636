/** One run from its first epoch to its last, judged after each of them. */
import type { MetricDescriptor } from '../../src/data/run/metrics';
import type { RunSpec } from '../../src/data/run/runSpec';
import type { EpochRecord } from '../../src/data/run/records';
import { scoreOf } from '../../src/data/run/records';

/** What the page asks its worker to train. */
export interface Question {
  readonly id: number;
  readonly run: RunSpec;
  /** Where the page's files are served. */
  readonly base: string;
}

/** What a rule of selection can see of a run, epoch by epoch (first: epoch 1), and what it is judged by. */
export interface History {
  readonly valLoss: readonly number[];
  /** Shares, 0 to 1. */
  readonly val: readonly number[];
  readonly test: readonly number[];
}

export type Answer =
  | { readonly kind: 'trained'; readonly id: number; readonly history: History }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** @param metric the headline of the run's task @throws Error for a set without validation or test part */
export function historyOf(records: readonly EpochRecord[], { id }: MetricDescriptor): History {
  const there = (value: number | null): number => {
    if (value === null) throw new Error('accuracy: expected a validation and a test part, found none.');
    return value;
  };
  return {
    valLoss: records.map((record) => there(scoreOf(record, 'val', 'loss'))),
    val: records.map((record) => there(scoreOf(record, 'val', id))),
    test: records.map((record) => there(scoreOf(record, 'test', id))),
  };
}
