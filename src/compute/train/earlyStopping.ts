/** When validation says that a run is over: a pure function of what has been recorded so far. */
import type { TrainSpec } from '../../data/run/training';
import type { EpochRecord } from '../../data/run/records';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Epoch of the last record that bettered, or met, the lowest validation loss or the best validation accuracy so far. */
export function lastBetter(records: readonly EpochRecord[]): number {
  let [lowest, best, epoch] = [Infinity, -Infinity, 0];
  for (const { epoch: at, valLoss, accuracy } of records) {
    const [loss, accurate] = [valLoss ?? Infinity, accuracy.val ?? -Infinity];
    if (loss <= lowest || accurate >= best) epoch = at;
    lowest = Math.min(lowest, loss);
    best = Math.max(best, accurate);
  }
  return epoch;
}

/**
 * The last epoch at which validation loss and accuracy were both at least as good as ever before: whose weights
 * PetarV-/GAT, execute_cora.py, goes back to. 0 without records.
 */
export function bothAtBest(records: readonly EpochRecord[]): number {
  let [lowest, best, epoch] = [Infinity, -Infinity, 0];
  for (const { epoch: at, valLoss, accuracy } of records) {
    const [loss, accurate] = [valLoss ?? Infinity, accuracy.val ?? -Infinity];
    if (loss <= lowest && accurate >= best) epoch = at;
    lowest = Math.min(lowest, loss);
    best = Math.max(best, accurate);
  }
  return epoch;
}

/**
 * Whether the run ends after the last of `records`, which are those of epochs 1 on. A set without a validation part
 * never stops early.
 *
 * `rising loss`: from epoch patience + 2 on, valLoss > mean of the `patience` ones before (Kipf, gcn/train.py).
 * `no better`: the last `patience` epochs neither met the lowest valLoss nor the best validation accuracy
 * (PetarV-/GAT, execute_cora.py, which counts a tie as better).
 */
export function stopsEarly(
  { earlyStopping, patience }: Pick<TrainSpec, 'earlyStopping' | 'patience'>,
  records: readonly EpochRecord[],
): boolean {
  const last = records.at(-1);
  if (earlyStopping === 'off' || !last || last.valLoss === null || records.length <= patience) return false;
  if (earlyStopping === 'no better') return last.epoch - lastBetter(records) >= patience;
  if (records.length === patience + 1) return false;
  const before = records.slice(-1 - patience, -1).map(({ valLoss }) => valLoss ?? Infinity);
  return last.valLoss > mean(before);
}
