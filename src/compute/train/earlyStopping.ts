/** When validation says that a run is over: a pure function of what has been recorded so far. */
import { isBetter, worstOf, type MetricDescriptor } from '../../data/run/metrics';
import { scoreOf, type EpochRecord } from '../../data/run/records';
import type { TrainSpec } from '../../data/run/training';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const valLossOf = (record: EpochRecord): number | null => scoreOf(record, 'val', 'loss');

/** The last epoch at which validation loss and metric stood to their bests so far as `counts` says; 0 without records. */
function lastWhere(
  records: readonly EpochRecord[],
  metric: MetricDescriptor,
  counts: (isLowest: boolean, isBest: boolean) => boolean,
): number {
  let [lowest, best, epoch] = [Infinity, worstOf(metric), 0];
  for (const record of records) {
    const loss = valLossOf(record) ?? Infinity;
    const value = scoreOf(record, 'val', metric.id) ?? worstOf(metric);
    // A tie counts as better; what is no number is not.
    const isMet = value === best || isBetter(metric, value, best);
    if (counts(loss <= lowest, isMet)) epoch = record.epoch;
    lowest = Math.min(lowest, loss);
    if (isMet) best = value;
  }
  return epoch;
}

/** Epoch of the last record that bettered, or met, the lowest validation loss or the best validation metric so far. */
export const lastBetter = (records: readonly EpochRecord[], metric: MetricDescriptor): number =>
  lastWhere(records, metric, (isLowest, isBest) => isLowest || isBest);

/**
 * The last epoch at which validation loss and metric were both at least as good as ever before: whose weights
 * PetarV-/GAT, execute_cora.py, goes back to.
 */
export const bothAtBest = (records: readonly EpochRecord[], metric: MetricDescriptor): number =>
  lastWhere(records, metric, (isLowest, isBest) => isLowest && isBest);

/**
 * Whether the run ends after the last of `records`, which are those of epochs 1 on. A set without a validation part
 * never stops early.
 *
 * `rising loss`: from epoch patience + 2 on, valLoss > mean of the `patience` ones before (Kipf, gcn/train.py).
 * `no better`: the last `patience` epochs neither met the lowest valLoss nor the best of the metric (PetarV-/GAT,
 * execute_cora.py, which counts a tie as better).
 */
export function stopsEarly(
  { earlyStopping, patience }: Pick<TrainSpec, 'earlyStopping' | 'patience'>,
  records: readonly EpochRecord[],
  metric: MetricDescriptor,
): boolean {
  const last = records.at(-1);
  const valLoss = last ? valLossOf(last) : null;
  if (earlyStopping === 'off' || !last || valLoss === null || records.length <= patience) return false;
  if (earlyStopping === 'no better') return last.epoch - lastBetter(records, metric) >= patience;
  if (records.length === patience + 1) return false;
  const before = records.slice(-1 - patience, -1).map((record) => valLossOf(record) ?? Infinity);
  return valLoss > mean(before);
}
