import { describe, expect, it } from 'vitest';
import { regionsOf } from '../../../src/ui/canvas/boundary';
import type { Readout } from '../../../src/data/run/pictures';
import { noise } from '../../compute/specs/support';

const window = { x: [-3, 3], y: [-2, 2] } as const;
const area = (polygon: readonly (readonly [number, number])[]): number =>
  Math.abs(
    polygon.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;
const readout = (numCols: number, values: Float32Array, bias: Float32Array): Readout => ({
  of: 'last layer',
  weight: { numRows: 2, numCols, values },
  bias,
});

describe('the regions of the classes', () => {
  it('of two logits part along the diagonal', () => {
    const [first, second] = regionsOf(readout(2, Float32Array.of(1, 0, 0, 1), new Float32Array(2)), window);
    expect(area(first!)).toBeCloseTo(12, 9);
    expect(area(second!)).toBeCloseTo(12, 9);
    // Above the diagonal the second logit is the larger one.
    expect(second!.every(([x, y]) => y >= x - 1e-9)).toBe(true);
  });

  it('cover the window once, and hold the points whose largest logit is theirs', () => {
    const [values, bias] = [noise(10, 3), noise(5, 4)];
    const regions = regionsOf(readout(5, values, bias), window);
    expect(regions.reduce((sum, region) => sum + area(region), 0)).toBeCloseTo(24, 6);
    regions.forEach((region, own) => {
      if (region.length === 0) return;
      const x = region.reduce((sum, corner) => sum + corner[0], 0) / region.length;
      const y = region.reduce((sum, corner) => sum + corner[1], 0) / region.length;
      const logits = Array.from({ length: 5 }, (_, c) => x * values[c]! + y * values[5 + c]! + bias[c]!);
      expect(logits.indexOf(Math.max(...logits))).toBe(own);
    });
  });
});
