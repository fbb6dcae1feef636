import { describe, expect, it } from 'vitest';
import { isArrow, nodeAt, nodeTowards } from '../../../src/ui/canvas/walk';

/** A cross of five, and one far off to the right. */
const POINTS = [
  { x: 0, y: 0 },
  { x: 10, y: 1 },
  { x: -10, y: 0 },
  { x: 0, y: -10 },
  { x: 2, y: 10 },
  { x: 90, y: 0 },
];
const pointOf = (node: number) => POINTS[node]!;
const all = Array.from(POINTS.keys());

describe('an arrow key', () => {
  it('goes to the nearest node in its direction', () => {
    const from = pointOf(0);
    const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'];
    expect(keys.map((key) => nodeTowards(key, from, all, pointOf))).toEqual([1, 2, 3, 4]);
    expect(nodeTowards('ArrowRight', pointOf(1), all, pointOf)).toBe(5);
  });

  it('stays where nothing lies that way, and is no other key', () => {
    expect(nodeTowards('ArrowLeft', pointOf(2), all, pointOf)).toBeNull();
    expect(nodeTowards('ArrowRight', pointOf(0), [2, 3], pointOf)).toBeNull();
    expect(nodeTowards('x', pointOf(0), all, pointOf)).toBeNull();
    expect([isArrow('ArrowUp'), isArrow('Enter')]).toEqual([true, false]);
  });

  it('begins at the node nearest to the middle', () => {
    expect(nodeAt({ x: 8, y: 2 }, all, pointOf)).toBe(1);
    expect(nodeAt({ x: 8, y: 2 }, [], pointOf)).toBeNull();
  });
});
