import { expect, it } from 'vitest';
import { boxAround } from '../../../src/ui/canvas/box';
import { standingPlaces } from '../../../src/ui/views/embedding/filmDrawing';

it('a frame of the film strip has no place for deleted nodes, and is not widened by them', () => {
  const positions = Float32Array.of(0, 0, 4, 2, 900, -900);
  expect(standingPlaces(positions, [])).toBe(positions);
  const standing = standingPlaces(positions, [2]);
  expect([...standing]).toEqual([0, 0, 4, 2, NaN, NaN]);
  expect(boxAround(standing)).toEqual({ x: [0, 4], y: [0, 2] });
  expect(positions[4]).toBe(900);
});
