/** What several seeds of a run come to. */
import { spread } from '../../data/base/statistics';
import { scoreOf, type Part, type SeedRun } from '../../data/run/records';
import type { RunSpec } from '../../data/run/runSpec';
import { headlineOf } from '../../data/run/tasks/tasks';
import type { SeedsResult } from './playground';
import { toldRecord } from './toldRecord';

export function summaryOf(runs: readonly SeedRun[], run: Pick<RunSpec, 'task'>): SeedsResult {
  const ends = runs.map(({ seed, records }) => ({ seed, ...toldRecord(records.at(-1)!) }));
  const { id } = headlineOf(run);
  const spreadOn = (part: Part) => {
    const values = ends.flatMap((end) => scoreOf(end, part, id) ?? []);
    return values.length > 0 ? spread(values) : null;
  };
  return {
    seeds: ends.map(({ seed, epoch, loss, scores, accuracy }) => ({ seed, epoch, loss, scores, accuracy })),
    test: spreadOn('test'),
    all: spreadOn('all'),
  };
}
