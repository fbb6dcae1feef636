import { describe, expect, it } from 'vitest';
import { placeLabels, shortName, TYPE } from '../../../src/ui/canvas/labels';
import { textWidth } from '../../../src/ui/canvas/picture/pen';

const SIDE = 600;
const COLUMNS = 40;
const NUM_NODES = COLUMNS * COLUMNS;

/** A square of nodes, the lower numbers the more important ones; `zoom` times as large as the canvas. */
function labelsAt(zoom: number) {
  const step = (zoom * SIDE) / COLUMNS;
  const shuffled = Array.from({ length: NUM_NODES }, (_, i) => (i * 611) % NUM_NODES);
  return placeLabels(shuffled, (node) => `person ${node}`, {
    width: SIDE,
    height: SIDE,
    pointOf: (node) => ({
      x: step * ((node % COLUMNS) + 0.5),
      y: step * (Math.floor(node / COLUMNS) + 0.5),
    }),
    radiusOf: () => 4,
  });
}

describe('names beside nodes', () => {
  it('never lie on each other, and never beyond the canvas', () => {
    const labels = labelsAt(1);
    expect(labels.length).toBeGreaterThan(10);
    for (const [i, a] of labels.entries()) {
      const width = textWidth(a.text, TYPE);
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + width).toBeLessThanOrEqual(SIDE);
      for (const b of labels.slice(i + 1)) {
        const isApart =
          a.x + width < b.x || b.x + textWidth(b.text, TYPE) < a.x || Math.abs(a.y - b.y) >= TYPE;
        expect(isApart).toBe(true);
      }
    }
  });

  it('begin with the most important node, and come to all in view as one zooms in', () => {
    expect(labelsAt(1)[0]!.node).toBe(0);
    const inView = Math.ceil(COLUMNS / 8) ** 2;
    expect(labelsAt(1).length).toBeLessThan(NUM_NODES / 10);
    expect(labelsAt(8).length).toBeGreaterThan(0.7 * inView);
  });

  it('are left out where there is no name, and cut where one is long', () => {
    const room = { width: SIDE, height: SIDE, pointOf: () => ({ x: 99, y: 99 }), radiusOf: () => 3 };
    expect(placeLabels([0, 1], (node) => (node === 0 ? null : ''), room)).toEqual([]);
    expect(Array.from(shortName('𝔸'.repeat(200)))).toHaveLength(28);
    expect(shortName('Jean Valjean')).toBe('Jean Valjean');
    // Two that begin alike stay apart.
    const rooms = [1, 2].map((i) => shortName(`Department of Computational Social Science, Room 00${i}`));
    expect(rooms).toEqual(['Department of Co…e, Room 001', 'Department of Co…e, Room 002']);
  });
});
