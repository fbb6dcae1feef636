import type { EpochRecord } from '../../../data/run/records';

/** Steps that the duration is averaged over: enough to be steady, few enough to follow. */
const STEPS_TIMED = 50;

/** The record with the highest validation accuracy, the first of equals; null where there is no validation part. */
export function bestByValidation(records: readonly EpochRecord[]): EpochRecord | null {
  let best: EpochRecord | null = null;
  for (const record of records)
    if (record.accuracy.val !== null && (best === null || record.accuracy.val > best.accuracy.val!))
      best = record;
  return best;
}

/** Mean duration of the last training steps in milliseconds; null before the first one. */
export function msPerEpoch(records: readonly EpochRecord[]): number | null {
  const steps = records.filter((record) => record.epoch > 0).slice(-STEPS_TIMED);
  return steps.length === 0 ? null : steps.reduce((sum, { ms }) => sum + ms, 0) / steps.length;
}
