/** Curves over epochs, from the records of a run: plain numbers, ready to be drawn. */
import type { EpochRecord } from '../../engine/types';

export interface Curve {
  readonly label: string;
  /** One value per record; null where there is none. */
  readonly values: readonly (number | null)[];
}

/** A run that diverged has values that no axis can show. */
const finite = (x: number | null): number | null => (x !== null && Number.isFinite(x) ? x : null);

const curve = (
  records: readonly EpochRecord[],
  label: string,
  value: (record: EpochRecord) => number | null,
): Curve => ({ label, values: records.map((record) => finite(value(record))) });

export const epochsOf = (records: readonly EpochRecord[]): readonly number[] =>
  records.map((record) => record.epoch);

/**
 * Cross-entropy; the validation curve only where the set has such a part.
 *
 * @param of what the loss is taken over where it is no cross-entropy: it is then the only curve
 */
export function lossCurves(records: readonly EpochRecord[], of?: string): readonly Curve[] {
  if (of !== undefined) return [curve(records, of, (record) => record.loss)];
  const train = curve(records, 'train', (record) => record.loss);
  const hasVal = records.some((record) => record.valLoss !== null);
  return hasVal ? [train, curve(records, 'validation', (record) => record.valLoss)] : [train];
}

/** Shares of right predictions: by part of the split, or on labelled and on all nodes where that is all there is. */
export function accuracyCurves(records: readonly EpochRecord[]): readonly Curve[] {
  const has = (part: 'val' | 'test'): boolean => records.some((record) => record.accuracy[part] !== null);
  const split = has('val') || has('test');
  return [
    curve(records, split ? 'train' : 'labelled', ({ accuracy }) => accuracy.train),
    ...(has('val') ? [curve(records, 'validation', ({ accuracy }) => accuracy.val)] : []),
    ...(has('test') ? [curve(records, 'test', ({ accuracy }) => accuracy.test)] : []),
    ...(split ? [] : [curve(records, 'all', ({ accuracy }) => accuracy.all)]),
  ];
}
