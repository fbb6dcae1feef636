import { describe, expect, it } from 'vitest';
import { cameraOn, placingOf, type Frame } from '../../../src/ui/canvas/view/placing';

const frame: Frame = { box: { x: [-10, 10], y: [-4, 4] }, width: 600, height: 400, padding: 20 };
const points = [
  { x: 6, y: 1 },
  { x: 7, y: 2 },
  { x: 6.5, y: 3 },
];

describe('a camera that is sent to nodes', () => {
  it('has them in its middle, all in sight, and much nearer than the whole picture', () => {
    const camera = cameraOn(frame, points, 0.05)!;
    expect(camera.ratio).toBeLessThan(0.5);
    const { left, top, scale } = placingOf(frame, camera);
    const at = points.map(({ x, y }) => [left + scale * x, top - scale * y] as const);
    for (const [x, y] of at) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(600);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(400);
    }
    expect((at[0]![0] + at[1]![0]) / 2).toBeCloseTo(300, 6);
    expect((at[0]![1] + at[2]![1]) / 2).toBeCloseTo(200, 6);
  });

  it('goes no nearer than told, and no further than the whole picture', () => {
    expect(cameraOn(frame, [points[0]!], 0.12)?.ratio).toBe(0.12);
    const all = [
      { x: -10, y: -4 },
      { x: 10, y: 4 },
    ];
    expect(cameraOn(frame, all, 0.12)).toEqual({ x: 0.5, y: 0.5, ratio: 1 });
    expect(cameraOn(frame, [], 0.12)).toBeNull();
  });
});
