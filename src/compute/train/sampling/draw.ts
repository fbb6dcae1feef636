/** Draws without replacement and shuffles, each a pure function of its key. */
import { uniform } from '../../../data/base/random';

/**
 * `count` different numbers below `size`, every such set as likely as any other: R. Floyd's sampling (Bentley, A Sample
 * of Brilliance, Communications of the ACM, 1987). Costs count^2 comparisons at most, whatever the size.
 *
 * @param into its first `count` places are written to
 * @param count at most size
 */
export function drawDistinct(size: number, count: number, key: number, into: Int32Array): void {
  for (let k = 0; k < count; k++) {
    const top = size - count + k;
    let drawn = Math.floor(uniform(key, k) * (top + 1));
    for (let i = 0; i < k; i++)
      if (into[i] === drawn) {
        drawn = top;
        break;
      }
    into[k] = drawn;
  }
}

/** A copy in random order (Fisher and Yates). */
export function shuffled(values: Int32Array, key: number): Int32Array {
  const order = values.slice();
  for (let last = order.length - 1; last > 0; last--) {
    const drawn = Math.floor(uniform(key, last) * (last + 1));
    [order[last], order[drawn]] = [order[drawn], order[last]];
  }
  return order;
}
