import { UMAP } from 'umap-js';
import { describe, expect, it } from 'vitest';
import type { DenseMatrix } from '../../../src/data/graph/graphData';
import { fuzzySet } from '../../../src/compute/projection/fuzzySet';
import type { NeighbourLists } from '../../../src/compute/projection/nearest';
import { nearestNeighbours } from '../../../src/compute/projection/neighbours';
import { clusteredRows, dense, finish } from './points';

/** The set umap-js itself builds from the same neighbours, read from its own graph. */
function umapJsSet({ numRows, k, index, distance }: NeighbourLists): Map<string, number> {
  const rows = Array.from({ length: numRows }, (_, i) => i * k);
  const umap = new UMAP({ nNeighbors: k, nEpochs: 1, random: () => 0.5 });
  umap.setPrecomputedKNN(
    rows.map((start) => Array.from(index.subarray(start, start + k))),
    rows.map((start) => Array.from(distance.subarray(start, start + k))),
  );
  umap.initializeFit(rows.map(() => [0]));
  const set = new Map<string, number>();
  umap['graph'].forEach((value: number, row: number, col: number) => {
    if (value > 0) set.set(`${row}:${col}`, value);
  });
  return set;
}

function expectSameAsUmapJs(rows: DenseMatrix, k: number): void {
  const lists = finish(nearestNeighbours(rows, k));
  const ours = fuzzySet(lists);
  const theirs = umapJsSet(lists);
  expect(ours.values.length).toBe(theirs.size);
  for (let i = 0; i < ours.numRows; i++)
    for (let e = ours.rowPtr[i]!; e < ours.rowPtr[i + 1]!; e++)
      expect(ours.values[e]).toBeCloseTo(theirs.get(`${i}:${ours.colIndex[e]}`)!, 6);
}

describe('the fuzzy simplicial set', () => {
  it('equals that of umap-js on clustered rows', () => {
    expectSameAsUmapJs(clusteredRows(150, 8, 4), 15);
  });

  it('equals that of umap-js on a handful of rows', () => {
    expectSameAsUmapJs(clusteredRows(5, 2, 2), 4);
  });

  it('equals that of umap-js where some rows are equal and some have only equal neighbours', () => {
    const rows = clusteredRows(40, 3, 2);
    for (let i = 10; i < 22; i++) rows.values.set([5, 5, 5], i * 3);
    expectSameAsUmapJs(rows, 6);
  });

  it('is symmetric, without a diagonal, between 0 and 1, with ascending columns', () => {
    const set = fuzzySet(finish(nearestNeighbours(clusteredRows(90, 5, 3), 10)));
    const at = new Map<string, number>();
    for (let i = 0; i < 90; i++)
      for (let e = set.rowPtr[i]!; e < set.rowPtr[i + 1]!; e++) {
        expect(set.colIndex[e]).not.toBe(i);
        if (e > set.rowPtr[i]!) expect(set.colIndex[e]!).toBeGreaterThan(set.colIndex[e - 1]!);
        expect(set.values[e]).toBeGreaterThan(0);
        expect(set.values[e]).toBeLessThanOrEqual(1);
        at.set(`${i}:${set.colIndex[e]}`, set.values[e]!);
      }
    for (const [key, value] of at) expect(at.get(key.split(':').toReversed().join(':'))).toBe(value);
  });

  it('stays finite where all rows are equal', () => {
    const set = fuzzySet(finish(nearestNeighbours(dense(Array.from({ length: 6 }, () => [1, 2])), 4)));
    expect(set.values.length).toBeGreaterThan(0);
    expect(set.values.every((value) => value === 1)).toBe(true);
  });
});
