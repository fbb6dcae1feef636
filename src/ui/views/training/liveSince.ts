import type { RunSpec } from '../../../data/run/runSpec';
import { LIVE_KEYS, type TrainSpec } from '../../../data/run/training';

/** The first epoch trained with the value that `key` was last moved to in mid-run; null where it never was. */
export function liveSince(run: RunSpec, key: keyof TrainSpec): number | null {
  const liveKey = LIVE_KEYS.find((live) => live === key);
  if (!liveKey) return null;
  const entry = run.timeline.findLast(({ change }) => change[liveKey] !== undefined);
  return entry ? entry.epoch + 1 : null;
}
