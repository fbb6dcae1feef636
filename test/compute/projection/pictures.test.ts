import { describe, expect, it } from 'vitest';
import { pca } from '../../../src/compute/projection/pca';
import { preview as previewOf, type Previous } from '../../../src/compute/projection/preview';
import { settle as settleOf, type PictureOf } from '../../../src/compute/projection/settle';
import type { Rows } from '../../../src/compute/projection/matrix';
import type { ProjectionMethod } from '../../../src/data/run/pictures';
import { clusteredRows, dense, finish, pictureOf, sparseRows, toSparse, trustOf } from './points';

const settle = (rows: Rows, method: ProjectionMethod, seed: number, part: Partial<PictureOf> = {}) =>
  settleOf(pictureOf(rows, { method, seed, ...part }));
const preview = (
  rows: Rows,
  method: ProjectionMethod,
  seed: number,
  previous: Previous | null,
  part: Partial<PictureOf> = {},
) => previewOf(pictureOf(rows, { method, seed, ...part }), previous);

const distance = (a: Float32Array, b: Float32Array) => Math.hypot(...a.map((value, i) => value - b[i]!));

describe('the settled picture', () => {
  const rows = clusteredRows(120, 6, 4);

  it('is the same twice, for both methods', () => {
    for (const method of ['umap', 'pca'] as const)
      expect(finish(settle(rows, method, 1))).toEqual(finish(settle(rows, method, 1)));
  });

  it('does not depend on the previews that came before it', () => {
    const alone = finish(settle(rows, 'umap', 1));
    const previous = finish(preview(rows, 'umap', 1, null));
    finish(preview(rows, 'umap', 1, previous));
    expect(finish(settle(rows, 'umap', 1))).toEqual(alone);
  });

  it('depends on the seed for UMAP and not for PCA', () => {
    expect(finish(settle(rows, 'umap', 2))).not.toEqual(finish(settle(rows, 'umap', 1)));
    expect(finish(settle(rows, 'pca', 2))).toEqual(finish(settle(rows, 'pca', 1)));
  });

  it('reports progress from 0 to 1, with pictures on the way', () => {
    const steps = [...settle(rows, 'umap', 1)].flatMap((step) => step ?? []);
    expect(steps[0]!.progress).toBe(0);
    expect(steps.at(-1)!.progress).toBe(1);
    expect(steps.length).toBe(501);
  });

  it('takes sparse rows', () => {
    const sparse = toSparse(sparseRows(60, 40, 5));
    expect(finish(settle(sparse, 'umap', 1)).every(Number.isFinite)).toBe(true);
  });

  for (let n = 1; n <= 6; n++)
    it(`copes with ${n} node${n > 1 ? 's' : ''} and with a single column`, () => {
      for (const numCols of [1, 3])
        for (const method of ['umap', 'pca'] as const) {
          const few = clusteredRows(n, numCols, 2);
          for (const form of [few, toSparse(few)]) {
            const settled = finish(settle(form, method, 1));
            const seen = finish(preview(form, method, 1, finish(preview(form, method, 1, null))));
            for (const positions of [settled, seen.positions]) {
              expect(positions.length).toBe(2 * n);
              expect(positions.every(Number.isFinite)).toBe(true);
            }
          }
        }
    });

  it('puts a single column on a line', () => {
    const positions = finish(settle(dense([[1], [5], [3], [2]]), 'pca', 1));
    expect(Array.from(positions.filter((_, i) => i % 2 === 1))).toEqual([0, 0, 0, 0]);
  });
});

describe('previews', () => {
  const first = clusteredRows(150, 6, 5, 7, 0.3);
  const later = { ...first, values: first.values.map((value, i) => value + 0.02 * Math.sin(i)) };
  const run = (count: number, method: 'umap' | 'pca' = 'umap') => {
    let previous: Previous | null = null;
    for (let i = 0; i < count; i++) previous = finish(preview(first, method, 1, previous));
    return previous!;
  };

  it('become as good as a settled picture when training stands still', () => {
    const settled = trustOf(first, finish(settle(first, 'umap', 1)));
    expect(trustOf(first, run(25).positions)).toBeGreaterThan(settled - 0.02);
  });

  it('move little when the rows move little', () => {
    const before = run(25);
    const after = finish(preview(later, 'umap', 1, before));
    const size = distance(before.positions, new Float32Array(300));
    expect(distance(after.positions, before.positions)).toBeLessThan(0.1 * size);
    expect(after.positions).not.toEqual(before.positions);
  });

  it('keep a PCA picture from turning or flipping over', () => {
    const before = run(1, 'pca');
    const mirrored = { ...before, positions: before.positions.map((value, i) => (i % 2 ? -value : value)) };
    const after = finish(preview(first, 'pca', 1, mirrored));
    expect(distance(after.positions, mirrored.positions)).toBeLessThan(1e-3);
    expect(before.positions).toEqual(finish(pca(first)).positions);
  });

  it('leave the earlier picture as it was', () => {
    const before = run(2);
    const kept = before.positions.slice();
    finish(preview(first, 'umap', 1, before));
    expect(before.positions).toEqual(kept);
  });

  it('start afresh when the graph has another size', () => {
    const other = clusteredRows(60, 6, 3);
    expect(finish(preview(other, 'umap', 1, run(2)))).toEqual(finish(preview(other, 'umap', 1, null)));
  });
});
