import { ACCURACY } from '../../data/run/metrics';
import { byPart, scoreOf, type EpochRecord } from '../../data/run/records';
import type { ToldRecord } from './playground';

/** A record as the console tells it. */
export const toldRecord = (record: EpochRecord): ToldRecord => ({
  ...record,
  valLoss: scoreOf(record, 'val', 'loss'),
  accuracy: byPart(record, ACCURACY.id),
});
