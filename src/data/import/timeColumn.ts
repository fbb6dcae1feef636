/** Columns of edges that say when, and so not how much. */
import { isMoment } from '../formats/times';
import type { Column, RawGraph } from '../formats/rawGraph';
import { cutName, numberIn } from './cellValues';
import { plainName } from './columnNames';

const TIME_NAMES =
  /^(time|times|timestamp|date|datetime|year|since|when|day|month|zeit|datum|jahr|temps|année|año|fecha)$/;

/** By its name, or moments all the way down. */
export function isTimeColumn({ name, values }: Column): boolean {
  if (TIME_NAMES.test(plainName(name))) return true;
  const numbers = values.map(numberIn).filter((number) => number !== null);
  return numbers.length > 0 && numbers.every(isMoment);
}

/** A sentence where times are all that might have been taken for weights; none else. */
export function timesOf({ edgeColumns }: RawGraph, weight: string | null): readonly string[] {
  const time = weight === null ? edgeColumns.find(isTimeColumn) : undefined;
  return time ? [`'${cutName(time.name)}' says when each edge was: it is not used as weights.`] : [];
}
