/** Draws without replacement, each a pure function of its key. */
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
