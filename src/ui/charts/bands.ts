/** Several seeds of one run as a band: mean less and plus one standard deviation at each epoch. */
import { spread } from '../../data/base/statistics';
import type { EpochRecord, SeedRun } from '../../data/run/records';

export interface Band {
  /** One value per epoch from 0 on; null where fewer than two seeds have one. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** @param value of a record; null where it has none */
export function bandOf(seeds: readonly SeedRun[], value: (record: EpochRecord) => number | null): Band {
  const length = Math.max(0, ...seeds.map(({ records }) => records.length));
  const spreads = Array.from({ length }, (_, epoch) => {
    const values = seeds.flatMap(({ records }) => {
      const record = records[epoch];
      const found = record ? value(record) : null;
      return found !== null && Number.isFinite(found) ? [found] : [];
    });
    return values.length > 1 ? spread(values) : null;
  });
  return {
    low: spreads.map((of) => of && of.mean - of.deviation),
    high: spreads.map((of) => of && of.mean + of.deviation),
  };
}
