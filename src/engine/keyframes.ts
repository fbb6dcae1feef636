import type { Keyframe } from '../data/run/records';

/** All weights and moments that the page keeps. GAT on Cora takes 1.1 MB a keyframe. */
export const KEYFRAME_BUDGET_BYTES = 96 * 2 ** 20;

export const bytesOf = ({ weights, firstMoment, secondMoment }: Keyframe): number =>
  weights.byteLength + firstMoment.byteLength + secondMoment.byteLength;

export interface KeyframeStore {
  /** Keeps a keyframe of a run; the one at the same epoch is replaced. */
  add(run: number, keyframe: Keyframe): void;
  /** The latest one of the run before `epoch`; null: its beginning is nearest. */
  before(run: number, epoch: number): Keyframe | null;
  /** Forgets those of the run after `epoch`: the future is another one now. */
  forgetAfter(run: number, epoch: number): void;
  forget(run: number): void;
  /** Epochs of the run's keyframes, ascending. */
  epochs(run: number): readonly number[];
  /** Of all runs together. */
  readonly bytes: number;
  readonly budget: number;
}

export function createKeyframeStore(budget = KEYFRAME_BUDGET_BYTES): KeyframeStore {
  const runs = new Map<number, Keyframe[]>();
  let bytes = 0;

  const keep = (run: number, isKept: (keyframe: Keyframe, index: number) => boolean) => {
    const kept: Keyframe[] = [];
    runs.get(run)?.forEach((keyframe, index) => {
      if (isKept(keyframe, index)) kept.push(keyframe);
      else bytes -= bytesOf(keyframe);
    });
    if (kept.length > 0) runs.set(run, kept);
    else runs.delete(run);
  };

  /** Every other keyframe of the run that has most; runs that are down to one lose it, the oldest first. */
  const thin = (newest: number) => {
    while (bytes > budget && runs.size > 0) {
      const [most] = [...runs].sort(([, a], [, b]) => b.length - a.length)[0];
      const length = runs.get(most)?.length ?? 0;
      if (length > 1) keep(most, (_, index) => (length - 1 - index) % 2 === 0);
      else if (runs.size > 1) keep([...runs.keys()].find((run) => run !== newest) ?? most, () => false);
      // A single keyframe larger than the budget: without it a lost device would cost the whole run.
      else return;
    }
  };

  return {
    add: (run, keyframe) => {
      keep(run, ({ epoch }) => epoch !== keyframe.epoch);
      const others = runs.get(run) ?? [];
      runs.set(
        run,
        [...others, keyframe].sort((a, b) => a.epoch - b.epoch),
      );
      bytes += bytesOf(keyframe);
      thin(run);
    },
    before: (run, epoch) => runs.get(run)?.findLast((keyframe) => keyframe.epoch < epoch) ?? null,
    forgetAfter: (run, epoch) => keep(run, (keyframe) => keyframe.epoch <= epoch),
    forget: (run) => keep(run, () => false),
    epochs: (run) => (runs.get(run) ?? []).map(({ epoch }) => epoch),
    get bytes() {
      return bytes;
    },
    budget,
  };
}
