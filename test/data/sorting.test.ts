import { describe, expect, it } from 'vitest';
import { atOnce, SLICE } from '../../src/data/base/sliced';
import { sortSliced } from '../../src/data/base/sortSliced';

describe('sorting in slices', () => {
  it('agrees with the built-in sort, equal ones as they stood', () => {
    for (const count of [0, 1, 2, 3, 7, 64, 1000]) {
      const values = Array.from({ length: count }, (_, i) => (i * 7919) % 31);
      const compare = (a: number, b: number) => values[a]! - values[b]!;
      const places = Array.from({ length: count }, (_, i) => i);
      expect([...atOnce(sortSliced(count, compare))]).toEqual(places.toSorted(compare));
    }
  });

  it('compares no more than a slice of pairs in a turn', () => {
    let [compared, most] = [0, 0];
    const work = sortSliced(3 * SLICE, (a, b) => {
      compared += 1;
      return b - a;
    });
    for (let isDone = false; !isDone;) {
      compared = 0;
      isDone = work.next().done === true;
      most = Math.max(most, compared);
    }
    expect(most).toBeLessThanOrEqual(SLICE);
  });
});
