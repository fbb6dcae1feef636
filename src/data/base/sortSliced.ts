/** Sorting in slices, for lists of which the built-in sort would hold up the page. */
import { isSliceEnd, type Sliced } from './sliced';

/**
 * Places 0 .. count - 1 in the order of `compare`, equal ones as they stood: merging runs of 1, 2, 4, ... places.
 * @param compare of two places
 */
export function* sortSliced(count: number, compare: (a: number, b: number) => number): Sliced<Uint32Array> {
  let [from, to] = [new Uint32Array(count), new Uint32Array(count)];
  for (let i = 0; i < count; i++) from[i] = i;
  let compared = 0;
  for (let run = 1; run < count; run *= 2) {
    for (let start = 0; start < count; start += 2 * run) {
      const [middle, end] = [Math.min(start + run, count), Math.min(start + 2 * run, count)];
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        const isLeft = right >= end || (left < middle && compare(from[left], from[right]) <= 0);
        to[at] = isLeft ? from[left++] : from[right++];
        if (isSliceEnd(compared++)) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
