import { describe, expect, it } from 'vitest';
import { fidelity, fidelityK } from '../../../src/compute/projection/fidelity';
import { fuzzySet } from '../../../src/compute/projection/fuzzySet';
import { nearestNeighbours } from '../../../src/compute/projection/neighbours';
import { pca } from '../../../src/compute/projection/pca';
import { fitUmapCurve } from '../../../src/compute/projection/umapCurve';
import { ownFit, type CreateUmapFit } from '../../../src/compute/projection/umapFit';
import { plainUmapLayout } from '../../../src/compute/projection/umapLayout';
import { createLibraryFit, toPlainLists } from '../../../src/compute/projection/umapLibrary';
import { startPositions } from '../../../src/compute/projection/umapStart';
import golden from '../../golden/projection.json';
import { clusteredRows, finish, trustOf } from './points';

const rows = clusteredRows(350, 10, 7, 7, 0.8);
const lists = finish(nearestNeighbours(rows, 15));
const start = startPositions(finish(pca(rows)).positions, 3);

function fit(create: CreateUmapFit, seed = 3): Float32Array {
  const run = create(lists, start, seed);
  for (let epoch = 0; epoch < run.numEpochs; epoch++) run.step();
  return run.positions();
}

const trust = (positions: Float32Array) => trustOf(rows, positions);

describe('the curve of distances', () => {
  for (const { spread, minDist, a, b } of golden.curve)
    it(`has the a and b of scipy's fit for spread ${spread} and minDist ${minDist}`, () => {
      const curve = fitUmapCurve(spread, minDist);
      expect(curve.a).toBeCloseTo(a, 4);
      expect(curve.b).toBeCloseTo(b, 4);
    });
});

describe('where a picture starts', () => {
  it('fills [-10, 10] and parts equal rows by a grain that depends on the seed', () => {
    const flat = Float32Array.from([3, 1, -4, 0, 3, 1]);
    const positions = startPositions(flat, 1);
    expect(Math.max(...positions.map(Math.abs))).toBeCloseTo(10, 2);
    expect(positions[4]).not.toBe(positions[0]);
    expect(positions[4]).toBeCloseTo(positions[0]!, 2);
    expect(startPositions(flat, 2)).not.toEqual(positions);
  });
});

describe('UMAP', () => {
  for (const [name, create] of [
    ['umap-js', createLibraryFit],
    ['our own', ownFit()],
  ] as const) {
    it(`by ${name} starts where it is told to`, () => {
      expect(create(lists, start, 3).positions()).toEqual(start);
    });

    it(`by ${name} gives the same picture for the same seed and another for another`, () => {
      const picture = fit(create);
      expect(fit(create)).toEqual(picture);
      expect(fit(create, 4)).not.toEqual(picture);
      expect(picture.every(Number.isFinite)).toBe(true);
    });

    it(`by ${name} keeps the clusters apart`, () => {
      expect(trust(fit(create))).toBeGreaterThan(trust(start) + 0.02);
    });
  }

  it('by our own is as trustworthy as by umap-js', () => {
    expect(trust(fit(ownFit()))).toBeGreaterThan(trust(fit(createLibraryFit)) - 0.01);
  });

  for (const [numRows, numCols, numClusters] of [
    [12, 2, 1],
    [34, 2, 2],
    [100, 8, 5],
  ] as const)
    it(`by umap-js keeps as many neighbours of ${numRows} rows as by our own, within a tenth`, () => {
      const few = clusteredRows(numRows, numCols, numClusters);
      const near = finish(nearestNeighbours(few, Math.min(15, numRows - 1)));
      const from = startPositions(finish(pca(few)).positions, 3);
      const [library, own] = [createLibraryFit, ownFit()].map((create) => {
        const run = create(near, from, 3);
        for (let epoch = 0; epoch < run.numEpochs; epoch++) run.step();
        return run.positions();
      });
      const kept = (positions: Float32Array) =>
        finish(fidelity(few, positions, { k: fidelityK(numRows) })).kept;
      expect(kept(library!)).toBeGreaterThan(kept(own!) - 0.1);
      expect(Math.max(...library!.map(Math.abs))).toBeLessThan(100);
    });

  it('by our own puts neighbours as far apart as umap-js does', () => {
    const set = fuzzySet(lists);
    const meanLogDistance = (positions: Float32Array) => {
      let sum = 0;
      let weight = 0;
      for (let i = 0; i < set.numRows; i++)
        for (let e = set.rowPtr[i]!; e < set.rowPtr[i + 1]!; e++) {
          const j = set.colIndex[e]!;
          const dx = positions[2 * i]! - positions[2 * j]!;
          const dy = positions[2 * i + 1]! - positions[2 * j + 1]!;
          sum += set.values[e]! * Math.log(Math.hypot(dx, dy));
          weight += set.values[e]!;
        }
      return sum / weight;
    };
    expect(meanLogDistance(fit(ownFit()))).toBeCloseTo(meanLogDistance(fit(createLibraryFit)), 1);
  });

  it('by umap-js never meets a row whose neighbours are all at distance 0', () => {
    const equal = clusteredRows(60, 4, 2);
    for (let i = 0; i < 40; i++) equal.values.set([1, 2, 3, 4], i * 4);
    const few = finish(nearestNeighbours(equal, 15));
    const { indices, distances } = toPlainLists(few);
    expect(indices.flat()).toEqual(Array.from(few.index));
    distances.forEach((row, i) => {
      expect(row[0]).toBe(0);
      expect(Math.max(...row)).toBeGreaterThan(0);
      row.forEach((distance, j) => expect(distance).toBeCloseTo(few.distance[i * 15 + j]!, 9));
    });
    const run = createLibraryFit(few, startPositions(new Float32Array(120), 1), 1);
    for (let epoch = 0; epoch < 20; epoch++) run.step();
    expect(run.positions().every(Number.isFinite)).toBe(true);
  });

  it('goes on in the middle of a sequence with every edge still drawn in its turn', () => {
    const set = fuzzySet(lists);
    const layout = plainUmapLayout(set, start, { seed: 3, firstEpoch: 1000, pruneEpochs: 500 });
    for (let epoch = 0; epoch < 200; epoch++) layout.epoch(1 - epoch / 200);
    expect(trust(layout.positions)).toBeGreaterThan(trust(start) + 0.02);
    expect(start).toEqual(startPositions(finish(pca(rows)).positions, 3));
  });
});
