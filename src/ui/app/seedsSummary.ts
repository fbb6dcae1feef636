/** What several seeds of a run come to. */
import { spread } from '../../data/base/statistics';
import type { SeedRun } from '../../data/run/records';
import type { SeedsResult } from './playground';

export function summaryOf(runs: readonly SeedRun[]): SeedsResult {
  const ends = runs.map(({ seed, records }) => ({ seed, ...records.at(-1)! }));
  const tests = ends.flatMap(({ accuracy }) => accuracy.test ?? []);
  const all = ends.flatMap(({ accuracy }) => accuracy.all ?? []);
  return {
    seeds: ends.map(({ seed, epoch, loss, accuracy }) => ({ seed, epoch, loss, accuracy })),
    test: tests.length > 0 ? spread(tests) : null,
    all: all.length > 0 ? spread(all) : null,
  };
}
