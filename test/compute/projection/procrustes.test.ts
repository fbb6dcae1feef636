import { describe, expect, it } from 'vitest';
import { align, turnedTowards } from '../../../src/compute/projection/procrustes';

const shape = Float32Array.from([0, 0, 4, 0, 4, 1, 1, 3, -2, 2]);

const moved = (angle: number, mirror: 1 | -1, scale: number, dx: number, dy: number) => {
  const out = new Float32Array(shape.length);
  for (let i = 0; i < shape.length; i += 2) {
    const x = shape[i]!;
    const y = mirror * shape[i + 1]!;
    out[i] = dx + scale * (Math.cos(angle) * x - Math.sin(angle) * y);
    out[i + 1] = dy + scale * (Math.sin(angle) * x + Math.cos(angle) * y);
  }
  return out;
};

const distance = (a: Float32Array, b: Float32Array) => Math.hypot(...a.map((value, i) => value - b[i]!));

describe('Procrustes alignment', () => {
  it('undoes a rotation and a translation', () => {
    expect(distance(align(moved(2.1, 1, 1, 5, -3), shape), shape)).toBeLessThan(1e-5);
  });

  it('undoes a reflection', () => {
    expect(distance(align(moved(-0.7, -1, 1, 1, 2), shape), shape)).toBeLessThan(1e-5);
  });

  it('undoes a scale only when it may', () => {
    const twice = moved(0.4, 1, 2, 0, 1);
    expect(distance(align(twice, shape, { allowScale: true }), shape)).toBeLessThan(1e-5);
    const kept = align(twice, shape);
    expect(Math.hypot(kept[2]! - kept[0]!, kept[3]! - kept[1]!)).toBeCloseTo(8, 4);
  });

  it('beats every rotation of a fine grid on points that do not match exactly', () => {
    const noisy = moved(1.3, 1, 1, 0, 0).map((value, i) => value + ((i * 7) % 5) / 5);
    const best = distance(align(noisy, shape), shape);
    const centred = align(noisy, noisy);
    for (let step = 0; step < 720; step++)
      for (const mirror of [1, -1]) {
        const angle = (step * Math.PI) / 360;
        const turned = new Float32Array(centred.length);
        for (let i = 0; i < centred.length; i += 2) {
          const x = centred[i]! - mean(noisy, 0);
          const y = mirror * (centred[i + 1]! - mean(noisy, 1));
          turned[i] = mean(shape, 0) + Math.cos(angle) * x - Math.sin(angle) * y;
          turned[i + 1] = mean(shape, 1) + Math.sin(angle) * x + Math.cos(angle) * y;
        }
        expect(best).toBeLessThanOrEqual(distance(turned, shape) + 1e-5);
      }
  });

  it('only shifts points that all stand in one place', () => {
    expect(align(new Float32Array(shape.length), shape)).toEqual(
      Float32Array.from({ length: shape.length }, (_, i) => mean(shape, i % 2)),
    );
  });
});

function mean(points: Float32Array, axis: number): number {
  let sum = 0;
  for (let i = axis; i < points.length; i += 2) sum += points[i]!;
  return Math.fround((sum * 2) / points.length);
}

describe('turning towards another picture', () => {
  it('goes no further than it may at once, and arrives in several turns', () => {
    let picture: Float32Array = moved(1, 1, 1, 5, -3);
    const angleOf = (points: Float32Array) => Math.atan2(points[3]! - points[1]!, points[2]! - points[0]!);
    expect(angleOf(turnedTowards(picture, shape, 0.2))).toBeCloseTo(0.8, 5);
    for (let turn = 0; turn < 6; turn++) picture = turnedTowards(picture, shape, 0.2);
    expect(angleOf(picture)).toBeCloseTo(angleOf(shape), 5);
  });

  it('leaves distances between points as they are', () => {
    const picture = turnedTowards(moved(2, -1, 1, 1, 1), shape, 0.3);
    expect(Math.hypot(picture[2]! - picture[0]!, picture[3]! - picture[1]!)).toBeCloseTo(4, 4);
  });
});
