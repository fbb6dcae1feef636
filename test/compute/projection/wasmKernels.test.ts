import { describe, expect, it } from 'vitest';
import { fidelity } from '../../../src/compute/projection/fidelity';
import { fuzzySet } from '../../../src/compute/projection/fuzzySet';
import { plainKernels, type ProjectionKernels } from '../../../src/compute/projection/kernels';
import { settle } from '../../../src/compute/projection/settle';
import { startPositions } from '../../../src/compute/projection/umapStart';
import { clusteredRows, dense, finish, pictureOf, toSparse } from './points';
import { simdKernels } from './simd';

describe('projection in WebAssembly', () => {
  for (const [numRows, numCols] of [
    [1, 3],
    [2, 1],
    [5, 4],
    [33, 5],
    [130, 16],
    [203, 33],
  ] as const)
    it(`finds the same neighbours as in JavaScript of ${numRows} rows with ${numCols} columns`, () => {
      const rows = clusteredRows(numRows, numCols, 3);
      const [ours, plain] = [simdKernels, plainKernels].map((kernels) => finish(kernels.nearest(rows, 16)));
      expect(ours!.k).toBe(plain!.k);
      expect(ours).toEqual(plain);
    });

  it('gives ties to the lowest index', () => {
    const rows = dense(Array.from({ length: 11 }, (_, i) => [i % 3, 0]));
    expect(finish(simdKernels.nearest(rows, 4)).index).toEqual(finish(plainKernels.nearest(rows, 4)).index);
  });

  it('ranks rows as in JavaScript, ties by index', () => {
    const rows = clusteredRows(61, 7, 3);
    for (const copy of [0, 11, 14, 60]) rows.values.copyWithin(copy * 7, 70, 77);
    const others = Int32Array.from({ length: 61 }, (_, i) => i).filter((i) => i !== 14);
    const ranksBy = (kernels: ProjectionKernels) => {
      const ranks = new Int32Array(60);
      kernels.ranks(rows).of(14, others, ranks);
      return ranks;
    };
    const ranks = ranksBy(simdKernels);
    expect(ranks).toEqual(ranksBy(plainKernels));
    expect([0, 10, 11, 60].map((other) => ranks[others.indexOf(other)])).toEqual([1, 2, 3, 4]);
    expect([...ranks].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  it('moves points to the same places, bit for bit', () => {
    const rows = clusteredRows(150, 6, 5);
    const set = fuzzySet(finish(plainKernels.nearest(rows, 15)));
    const start = startPositions(clusteredRows(150, 2, 1).values, 4);
    const run = ({ createLayout }: ProjectionKernels) => {
      const layout = createLayout(set, start, { seed: 9, firstEpoch: 7, pruneEpochs: 200 });
      for (let epoch = 0; epoch < 60; epoch++) layout.epoch(1 - epoch / 60);
      const positions = layout.positions.slice();
      layout.release();
      return positions;
    };
    const ours = run(simdKernels);
    expect(ours).toEqual(run(plainKernels));
    expect(ours.every(Number.isFinite)).toBe(true);
    expect(ours).not.toEqual(start);
  });

  it('settles on the same picture, bit for bit', () => {
    const rows = clusteredRows(120, 18, 5);
    expect(finish(settle(pictureOf(rows, { kernels: simdKernels })))).toEqual(
      finish(settle(pictureOf(rows))),
    );
  });

  it('keeps apart what runs at the same time', () => {
    const picture = pictureOf(clusteredRows(90, 6, 4), { kernels: simdKernels });
    const alone = finish(settle(picture));
    const [a, b] = [settle(picture), settle({ ...picture, seed: 2 })];
    for (let step = 0; step < 100; step++) {
      a.next();
      b.next();
    }
    expect(finish(a)).toEqual(alone);
    expect(finish(b)).not.toEqual(alone);
  });

  it('judges a picture as JavaScript does', () => {
    const rows = clusteredRows(100, 8, 4);
    const positions = clusteredRows(100, 2, 4).values;
    const [ours, plain, sparse] = [
      fidelity(rows, positions, { k: 15, kernels: simdKernels }),
      fidelity(rows, positions, { k: 15 }),
      fidelity(toSparse(rows), positions, { k: 15, kernels: simdKernels }),
    ].map(finish);
    expect(ours).toEqual(plain);
    expect(sparse!.kept).toBeCloseTo(plain!.kept, 6);
  });
});
