import type { Affine, MaxRule } from '../../data/run/trace';
import type { Unshared } from './links';
import { added, times, type Row } from './rows';

/** Per channel the index of the largest value, the first of equals; NaN wins and stays. -1 without any. */
function winnersOf(values: readonly Row[], width: number): Int32Array {
  const winners = new Int32Array(width).fill(-1);
  const best = new Float32Array(width);
  values.forEach((value, k) => {
    for (let c = 0; c < width; c++) {
      // Not `>`: of NaN as a candidate every comparison is false.
      if (winners[c] >= 0 && (Number.isNaN(best[c]) || value[c] <= best[c])) continue;
      winners[c] = k;
      best[c] = value[c];
    }
  });
  return winners;
}

const maximumOf = (values: readonly Row[], winners: Int32Array): Row =>
  Float32Array.from(winners, (k, c) => (k < 0 ? 0 : values[k][c]));

/** own + (max of the values, channel by channel) W, or without W. */
export function ownAndMaximum(values: readonly Row[], map: Affine | null, own: Row): Row {
  const maximum = maximumOf(values, winnersOf(values, map ? map.weight.numRows : own.length));
  return added(own, map ? times(maximum, map.weight) : maximum);
}

/** @param map what the maximum goes through, null for nothing */
export function maxRule(
  messages: readonly Unshared[],
  map: Affine | null,
  own: Row,
  ownThrough: string,
): MaxRule {
  const width = map ? map.weight.numRows : own.length;
  const values = messages.map(({ value }) => value);
  const winners = winnersOf(values, width);
  const won = messages.map(() => 0);
  for (const k of winners) if (k >= 0) won[k] += 1;
  return {
    rule: 'max',
    messages: messages.map((message, k) => ({
      ...message,
      contribution: message.value.map((value, c) => (winners[c] === k ? value : 0)),
      share: won[k] / width,
    })),
    winners,
    maximum: maximumOf(values, winners),
    map,
    own,
    ownThrough,
  };
}

/** m_i = own + (max of the values, channel by channel) W. */
export const recomposeMax = ({ messages, map, own }: MaxRule): Row =>
  ownAndMaximum(
    messages.map(({ value }) => value),
    map,
    own,
  );
