import { describe, expect, it } from 'vitest';
import { collapseOf } from '../../../src/compute/projection/collapse';
import { smoothingOf } from '../../../src/compute/depth/smoothing';
import { noise } from '../specs/support';

const N = 300;
const WIDTH = 6;

function told(values: Float32Array, numClasses: number, every = 1) {
  const work = collapseOf({ numRows: N, numCols: WIDTH, values }, { numClasses, every });
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
const rows = (rowOf: (node: number, c: number) => number): Float32Array =>
  Float32Array.from({ length: N * WIDTH }, (_, at) => rowOf(Math.floor(at / WIDTH), at % WIDTH));
const wobble = noise(N * WIDTH, 4);
const direction = [0.9, -0.4, 0.2, 0.7, -0.1, 0.3];

describe('a collapse', () => {
  it('is seen where all rows point nearly the same way, however long they are', () => {
    const values = rows((node, c) => (1 + (node % 9)) * (direction[c]! + 0.05 * wobble[node * WIDTH + c]!));
    const { cosine, isCollapsed } = told(values, 2)!;
    expect(cosine).toBeGreaterThan(0.98);
    const edges = { source: new Int32Array(), target: new Int32Array() };
    expect(cosine).toBeCloseTo(smoothingOf({ numRows: N, numCols: WIDTH, values }, edges).cosine, 9);
    expect(isCollapsed).toBe(true);
  });

  it('is seen where all rows lie on one line with nodes at both ends, as those of a deep network do, unless there are two classes', () => {
    const values = rows((node, c) => (node % 2 ? 1 : -1) * direction[c]! + 0.05 * wobble[node * WIDTH + c]!);
    const seven = told(values, 7)!;
    expect(Math.abs(seven.cosine)).toBeLessThan(0.1);
    expect(seven.rank).toBeLessThan(1.1);
    expect(seven.isCollapsed).toBe(true);
    expect(told(values, 2)!.isCollapsed).toBe(false);
  });

  it('is not seen in classes that lie apart, nor in rows of one corner as ReLU makes them', () => {
    const apart = rows((node, c) => (c === node % 3 ? 1 : 0) + 0.1 * wobble[node * WIDTH + c]!);
    expect(told(apart, 3)!.rank).toBeGreaterThan(1.9);
    expect(told(apart, 3)!.isCollapsed).toBe(false);
    const corner = told(
      rows((node, c) => Math.max(0, 0.5 + wobble[node * WIDTH + c]!)),
      7,
    )!;
    expect(corner.cosine).toBeGreaterThan(0.5);
    expect(corner.isCollapsed).toBe(false);
  });

  it('has rank 3 for points that spread alike over three directions', () => {
    const turns = [1, -1].flatMap((sign) => [0, 1, 2].map((at) => [sign, at] as const));
    const values = rows((node, c) => {
      const [sign, at] = turns[node % 6]!;
      return c === at ? sign : 0;
    });
    expect(told(values, 3)!.rank).toBeCloseTo(3, 9);
  });

  it('leaves rows of zeros out, and says nothing of fewer than two others', () => {
    const values = rows((node, c) => (node < 2 ? direction[c]! : 0));
    expect(told(values, 3)).toMatchObject({ rank: 1, isCollapsed: true });
    expect(told(values, 3)?.cosine).toBeCloseTo(1, 9);
    expect(
      told(
        rows((node, c) => (node < 1 ? direction[c]! : 0)),
        3,
      ),
    ).toBeNull();
  });

  it('is much the same from a sample of the rows', () => {
    const apart = rows((node, c) => (c === node % 3 ? 1 : 0) + 0.1 * wobble[node * WIDTH + c]!);
    expect(Math.abs(told(apart, 3, 4)!.rank - told(apart, 3)!.rank)).toBeLessThan(0.2);
  });
});
