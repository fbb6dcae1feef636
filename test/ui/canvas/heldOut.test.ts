import { describe, expect, it } from 'vitest';
import { drawnPairs, pairAt } from '../../../src/ui/canvas/heldOut';
import { MOST_DRAWN } from '../../../src/ui/state/heldOut';

/** Nodes in a row, 10 pixels apart. */
const scene = { pointOf: (node: number) => ({ x: 10 * node, y: 0 }), has: (node: number) => node !== 7 };

const pairs = {
  source: Int32Array.of(0, 3, 5, 6, 0),
  target: Int32Array.of(2, 4, 6, 7, 9),
  part: ['test', 'test', 'test', 'test', 'val'] as const,
  isPositive: Uint8Array.of(1, 1, 0, 0, 1),
};
const scored = { pairs, probability: Float32Array.of(0.9, 0.1, 0.8, 0.9, 0.9) };

describe('lines of held-out pairs', () => {
  it('are those of the test, without pairs that are rightly left out', () => {
    const drawn = drawnPairs(scored, 0.5);
    expect(drawn.of).toEqual({ found: [0], missed: [1], false: [2, 3] });
    expect(drawnPairs(scored, 0.85).of).toEqual({ found: [0], missed: [1], false: [3] });
  });

  it('are a sample above a bound, and it is known how many there are', () => {
    const count = 3 * MOST_DRAWN;
    const many = {
      source: new Int32Array(count),
      target: new Int32Array(count).fill(1),
      part: Array.from({ length: count }, () => 'test' as const),
      isPositive: new Uint8Array(count).fill(1),
    };
    const drawn = drawnPairs({ pairs: many, probability: new Float32Array(count).fill(1) }, 0.5);
    expect(drawn.of.found).toHaveLength(MOST_DRAWN);
    expect(drawn).toMatchObject({ count, isThinned: true });
  });

  it('are hit near the line, and not beyond its ends or at a node that is gone', () => {
    const drawn = drawnPairs(scored, 0.5);
    expect(pairAt(scene, drawn, { x: 10, y: 3 }, 4)).toEqual([0, 2]);
    expect(pairAt(scene, drawn, { x: 10, y: 5 }, 4)).toBeNull();
    expect(pairAt(scene, drawn, { x: 66, y: 1 }, 4)).toBeNull();
  });
});
