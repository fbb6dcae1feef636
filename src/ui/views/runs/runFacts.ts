import { isBetter, type MetricDescriptor } from '../../../data/run/metrics';
import { scoreOf, type EpochRecord } from '../../../data/run/records';

/** Steps that the duration is averaged over: enough to be steady, few enough to follow. */
const STEPS_TIMED = 50;

/** The record with the best validation score, the first of equals; null where there is no validation part. */
export function bestByValidation(
  records: readonly EpochRecord[],
  metric: MetricDescriptor,
): EpochRecord | null {
  let best: { readonly record: EpochRecord; readonly value: number } | null = null;
  for (const record of records) {
    const value = scoreOf(record, 'val', metric.id);
    if (value !== null && (best === null || isBetter(metric, value, best.value))) best = { record, value };
  }
  return best && best.record;
}

/** Mean duration of the last training steps in milliseconds; null before the first one. */
export function msPerEpoch(records: readonly EpochRecord[]): number | null {
  const steps = records.filter((record) => record.epoch > 0).slice(-STEPS_TIMED);
  return steps.length === 0 ? null : steps.reduce((sum, { ms }) => sum + ms, 0) / steps.length;
}
