import { describe, expect, it } from 'vitest';
import {
  dragged,
  placingOf,
  pointUnder,
  WHOLE,
  zoomedAt,
  type Frame,
} from '../../../src/ui/canvas/view/placing';
import { NOTCH, notchesOf } from '../../../src/ui/canvas/view/steering';

const FRAME: Frame = { box: { x: [10, 30], y: [-5, 5] }, width: 500, height: 400, padding: 20 };

describe('the placing of a picture', () => {
  it('puts the whole box into the canvas, as large as its padding lets it be, y upwards', () => {
    const { left, top, scale } = placingOf(FRAME, WHOLE);
    expect(scale).toBe(460 / 20);
    expect([left + scale * 10, left + scale * 30]).toEqual([20, 480]);
    expect([top - scale * 5, top - scale * -5]).toEqual([85, 315]);
  });

  it('keeps what lies under the pointer there while it zooms', () => {
    const pointer = { x: 120, y: 333 };
    const camera = { x: 0.4, y: 0.55, ratio: 0.7 };
    const before = pointUnder(placingOf(FRAME, camera), pointer);
    const after = pointUnder(placingOf(FRAME, zoomedAt(FRAME, camera, 0.2, pointer)), pointer);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });

  it('brings what lay between two fingers to where they are now', () => {
    const [from, to] = [
      { x: 200, y: 200 },
      { x: 260, y: 150 },
    ];
    const under = pointUnder(placingOf(FRAME, WHOLE), from);
    const now = pointUnder(placingOf(FRAME, zoomedAt(FRAME, WHOLE, 0.5, from, to)), to);
    expect(now.x).toBeCloseTo(under.x, 9);
    expect(now.y).toBeCloseTo(under.y, 9);
  });

  it('follows a drag pixel by pixel, at any zoom', () => {
    for (const ratio of [1, 0.1]) {
      const camera = { ...WHOLE, ratio };
      const under = pointUnder(placingOf(FRAME, camera), { x: 100, y: 100 });
      const now = pointUnder(placingOf(FRAME, dragged(FRAME, camera, 7, -3)), { x: 107, y: 97 });
      expect(now.x).toBeCloseTo(under.x, 9);
      expect(now.y).toBeCloseTo(under.y, 9);
    }
  });
});

describe('a notch of the wheel', () => {
  const notches = (deltaY: number, deltaMode = 0, ctrlKey = false) =>
    notchesOf({ deltaY, deltaMode, ctrlKey });

  it('zooms by less than a fifth', () => {
    expect(NOTCH ** notches(100)).toBeCloseTo(1.19);
    expect(NOTCH ** notches(-100)).toBeCloseTo(1 / 1.19);
  });

  it('is the same where a browser counts it in lines or pages, and never more at once', () => {
    expect([notches(3, 1), notches(1, 2), notches(900), notches(-900)]).toEqual([1, 1, 1, -1]);
  });

  it('is as small as the fingers on a trackpad move, and larger for a pinch', () => {
    expect(notches(4)).toBeCloseTo(0.04);
    expect(notches(4, 0, true)).toBeCloseTo(0.32);
  });
});
