import { ACCURACY } from '../../../data/run/metrics';
import type { ByPart, EpochRecord, Part, PartScores } from '../../../data/run/records';

/** A record as it was kept when node classification was the only task. */
export interface FormerRecord extends Omit<EpochRecord, 'scores'> {
  readonly valLoss: number | null;
  readonly accuracy: ByPart;
}

/** The same in the present form; the losses that were not kept are not known. */
export function presentRecord(record: EpochRecord | FormerRecord): EpochRecord {
  if ('scores' in record) return record;
  const { epoch, loss, ms, accuracy, valLoss } = record;
  const partOf = (part: Part, others: PartScores = {}): PartScores | null =>
    accuracy[part] === null ? null : { ...others, [ACCURACY.id]: accuracy[part] };
  const scores = {
    train: partOf('train'),
    val: partOf('val', { loss: valLoss }),
    test: partOf('test'),
    all: partOf('all'),
  };
  return { epoch, loss, scores, ms };
}
