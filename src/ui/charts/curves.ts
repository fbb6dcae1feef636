import {
  scoreOf,
  type EpochRecord,
  type Part,
  type SeedRun,
  type SmoothingRecord,
} from '../../data/run/records';
import { bandOf, type Band } from './bands';

export interface Curve {
  readonly label: string;
  /** One value per record; null where there is none. */
  readonly values: readonly (number | null)[];
  /** The same of other seeds; may reach further than the run has come. */
  readonly band?: Band;
}

/** A run that diverged has values that no axis can show. */
const finite = (x: number | null): number | null => (x !== null && Number.isFinite(x) ? x : null);

const NO_SEEDS: readonly SeedRun[] = [];

const curve = (
  records: readonly EpochRecord[],
  seeds: readonly SeedRun[],
  label: string,
  value: (record: EpochRecord) => number | null,
): Curve => ({
  label,
  values: records.map((record) => finite(value(record))),
  ...(seeds.length > 1 && { band: bandOf(seeds, value) }),
});

/** Epochs of the records, and those after them that a seed has come to. */
export function epochsOf(records: readonly EpochRecord[], seeds = NO_SEEDS): readonly number[] {
  const furthest = Math.max(records.length, ...seeds.map((seed) => seed.records.length));
  return Array.from({ length: furthest }, (_, i) => records[i]?.epoch ?? i);
}

/** Where the epochs end: at the planned end of the run, or after it where it was trained further. */
export const endOf = (epochs: readonly number[], planned: number): number =>
  Math.max(planned, epochs.at(-1) ?? 0);

/**
 * The task's loss; the validation curve only where the set has such a part.
 *
 * @param of what the loss is taken over where it is another one: it is then the only curve
 */
export function lossCurves(records: readonly EpochRecord[], of?: string, seeds = NO_SEEDS): readonly Curve[] {
  if (of !== undefined) return [curve(records, seeds, of, (record) => record.loss)];
  const train = curve(records, seeds, 'train', (record) => record.loss);
  const valLoss = (record: EpochRecord) => scoreOf(record, 'val', 'loss');
  const hasVal = records.some((record) => valLoss(record) !== null);
  return hasVal ? [train, curve(records, seeds, 'validation', valLoss)] : [train];
}

/** One metric: by part of the split, or on labelled and on all nodes where that is all; none where nothing is judged. */
export function scoreCurves(
  records: readonly EpochRecord[],
  metric: string,
  seeds = NO_SEEDS,
): readonly Curve[] {
  const has = (part: Part): boolean => records.some((record) => scoreOf(record, part, metric) !== null);
  const split = has('val') || has('test');
  const of = (label: string, part: Part) =>
    curve(records, seeds, label, (record) => scoreOf(record, part, metric));
  return [
    ...(has('train') ? [of(split ? 'train' : 'labelled', 'train')] : []),
    ...(has('val') ? [of('validation', 'val')] : []),
    ...(has('test') ? [of('test', 'test')] : []),
    ...(!split && has('all') ? [of('all', 'all')] : []),
  ];
}

/** How alike each layer makes the nodes: a curve a layer, from the first to the last. */
export function smoothingCurves(
  records: readonly SmoothingRecord[],
  of: 'energy' | 'cosine',
  labelOf: (layer: string) => string,
): readonly Curve[] {
  const ids = records.at(-1)?.layers.map(({ id }) => id) ?? [];
  return ids.map((id) => ({
    label: labelOf(id),
    values: records.map(({ layers }) => finite(layers.find((layer) => layer.id === id)?.[of] ?? null)),
  }));
}
