import { describe, expect, it } from 'vitest';
import { boxAround, boxBetween, boxDistance, steadyBox } from '../../../src/ui/canvas/box';
import { createLedger } from '../../../src/ui/canvas/frameLedger';
import { glide, GLIDE_MS, glideShare } from '../../../src/ui/canvas/glide';
import { isInside, rectangle } from '../../../src/ui/canvas/polygon';

describe('glide', () => {
  it('arrives at the same place at any frame rate', () => {
    const target = Float32Array.of(10, -4);
    const at = (frames: number): Float32Array => {
      const points = Float32Array.of(0, 0);
      for (let i = 0; i < frames; i++) glide(points, target, glideShare(120 / frames));
      return points;
    };
    expect(at(1)[0]).toBeCloseTo(at(12)[0]!, 4);
    expect(at(1)[1]).toBeCloseTo(at(12)[1]!, 4);
  });

  it('leaves 5 % of the way after three time constants', () => {
    const points = Float32Array.of(0);
    expect(glide(points, Float32Array.of(1), glideShare(3 * GLIDE_MS))).toBeCloseTo(Math.exp(-3), 5);
  });

  it('turns to a new target from where the points are', () => {
    const points = Float32Array.of(0);
    glide(points, Float32Array.of(10), 0.5);
    glide(points, Float32Array.of(0), 0.5);
    expect(points[0]).toBeCloseTo(2.5, 6);
  });

  it('stays when no time has passed', () => {
    expect(glideShare(0)).toBe(0);
    expect(glideShare(-5)).toBe(0);
  });
});

describe('box', () => {
  it('lies around the points and leaves out those that are not finite', () => {
    expect(boxAround(Float32Array.of(0, 1, 4, 3, NaN, 9, 2, Infinity))).toEqual({ x: [0, 4], y: [1, 3] });
  });

  it('has room for a single point, a line and no points at all', () => {
    expect(boxAround(Float32Array.of(3, 3))).toEqual({ x: [2.5, 3.5], y: [2.5, 3.5] });
    expect(boxAround(Float32Array.of(0, 5, 20, 5))).toEqual({ x: [0, 20], y: [4, 6] });
    expect(boxAround(new Float32Array())).toEqual({ x: [-1, 1], y: [-1, 1] });
  });

  it('stays put while a picture only trembles', () => {
    const before = boxAround(Float32Array.of(0, 0, 100, 100));
    expect(steadyBox(before, boxAround(Float32Array.of(1, 2, 101, 98)))).toBe(before);
  });

  it('follows a picture that grows or shrinks', () => {
    const before = boxAround(Float32Array.of(0, 0, 100, 100));
    for (const next of [boxAround(Float32Array.of(0, 0, 100, 120)), boxAround(Float32Array.of(0, 0, 60, 60))])
      expect(steadyBox(before, next)).toBe(next);
  });

  it('moves from one to another', () => {
    const [a, b] = [boxAround(Float32Array.of(0, 0, 10, 10)), boxAround(Float32Array.of(0, 0, 20, 10))];
    expect(boxBetween(a, b, 0.5)).toEqual({ x: [0, 15], y: [0, 10] });
    expect(boxDistance(a, b)).toBeCloseTo(0.5, 6);
    expect(boxDistance(b, b)).toBe(0);
  });
});

describe('polygon', () => {
  const notched = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 5, y: 4 },
    { x: 0, y: 10 },
  ];

  it('holds what is inside and not what is in its notch', () => {
    expect(isInside(notched, { x: 5, y: 2 })).toBe(true);
    expect(isInside(notched, { x: 1, y: 8 })).toBe(true);
    expect(isInside(notched, { x: 5, y: 8 })).toBe(false);
    expect(isInside(notched, { x: 11, y: 2 })).toBe(false);
  });

  it('takes a rectangle drawn in any direction', () => {
    const area = rectangle({ x: 8, y: 9 }, { x: 2, y: 1 });
    expect(isInside(area, { x: 5, y: 5 })).toBe(true);
    expect(isInside(area, { x: 1, y: 5 })).toBe(false);
  });

  it('holds nothing while it has no area', () => {
    expect(isInside([], { x: 0, y: 0 })).toBe(false);
    expect(isInside([{ x: 1, y: 1 }], { x: 1, y: 1 })).toBe(false);
  });
});

const setup = (hidden: boolean) => {
  const page = { hidden, drawings: [] as (() => void)[], answers: 0 };
  const ledger = createLedger(
    { hidden: () => page.hidden, afterDrawing: (then) => page.drawings.push(then) },
    () => {
      page.answers += 1;
    },
  );
  return { page, ledger };
};

describe('frame ledger', () => {
  it('answers once per frame, after it has been drawn', () => {
    const { page, ledger } = setup(false);
    ledger.arrived();
    expect(page.answers).toBe(0);
    page.drawings.shift()!();
    expect(page.answers).toBe(1);
    ledger.arrived();
    page.drawings.shift()!();
    expect(page.answers).toBe(2);
  });

  it('answers for each of two frames that were drawn together', () => {
    const { page, ledger } = setup(false);
    ledger.arrived();
    ledger.arrived();
    expect(page.drawings).toHaveLength(1);
    page.drawings[0]!();
    expect(page.answers).toBe(2);
  });

  it('answers at once on a hidden page', () => {
    const { page, ledger } = setup(true);
    ledger.arrived();
    expect([page.answers, page.drawings.length]).toEqual([1, 0]);
  });

  it('does not answer twice when the page is hidden before the drawing', () => {
    const { page, ledger } = setup(false);
    ledger.arrived();
    ledger.settle();
    page.drawings[0]!();
    expect(page.answers).toBe(1);
  });
});
