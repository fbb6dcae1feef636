import { describe, expect, it } from 'vitest';
import type { DenseMatrix } from '../../../src/data/graph/graphData';
import { nearestNeighbours } from '../../../src/compute/projection/neighbours';
import { clusteredRows, dense, finish, sparseRows, toSparse } from './points';

/** Every distance, fully sorted by (distance, index), self put first. */
function bySorting({ numRows, numCols, values }: DenseMatrix, k: number) {
  return Array.from({ length: numRows }, (_, i) => {
    const others = Array.from({ length: numRows }, (_unused, j) => {
      let squared = 0;
      for (let c = 0; c < numCols; c++) squared += (values[i * numCols + c]! - values[j * numCols + c]!) ** 2;
      return { j, squared };
    }).filter(({ j }) => j !== i);
    others.sort((a, b) => a.squared - b.squared || a.j - b.j);
    return [{ j: i, squared: 0 }, ...others.slice(0, k - 1)];
  });
}

describe('exact nearest neighbours', () => {
  for (const [numRows, numCols] of [
    [50, 3],
    [83, 16],
    [61, 100],
    [6, 2],
  ] as const)
    it(`finds what sorting all distances finds, for ${numRows} rows of ${numCols} columns`, () => {
      const rows = clusteredRows(numRows, numCols, 4);
      const lists = finish(nearestNeighbours(rows, 15));
      const expected = bySorting(rows, 15);
      expect(lists.k).toBe(Math.min(15, numRows));
      expect(Array.from(lists.index)).toEqual(expected.flat().map(({ j }) => j));
      expected
        .flat()
        .forEach(({ squared }, e) => expect(lists.distance[e]).toBeCloseTo(Math.sqrt(squared), 5));
    });

  it('finds what sorting finds where many distances tie', () => {
    const rows = clusteredRows(90, 3, 2);
    rows.values.set(rows.values.map(Math.round));
    const expected = bySorting(rows, 9)
      .flat()
      .map(({ j }) => j);
    for (const form of [rows, toSparse(rows)])
      expect(Array.from(finish(nearestNeighbours(form, 9)).index)).toEqual(expected);
  });

  it('gives sparse rows the neighbours of the same rows written out', () => {
    const rows = sparseRows(70, 40, 4);
    const fromSparse = finish(nearestNeighbours(toSparse(rows), 12));
    const fromDense = finish(nearestNeighbours(rows, 12));
    fromDense.distance.forEach((distance, e) => expect(fromSparse.distance[e]).toBeCloseTo(distance, 6));
    // Distances of bags of words tie in real arithmetic and differ in rounding, so indices are compared by distance.
    const dist = (i: number, j: number) => {
      let squared = 0;
      for (let c = 0; c < 40; c++) squared += (rows.values[i * 40 + c]! - rows.values[j * 40 + c]!) ** 2;
      return Math.sqrt(squared);
    };
    fromSparse.index.forEach((j, e) =>
      expect(dist(Math.floor(e / 12), j)).toBeCloseTo(fromSparse.distance[e]!, 6),
    );
  });

  it('breaks ties by the lowest index', () => {
    const corners = dense([
      [0, 0],
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
      [0, 1],
    ]);
    for (const rows of [corners, toSparse(corners)])
      expect(Array.from(finish(nearestNeighbours(rows, 4)).index.subarray(0, 4))).toEqual([0, 1, 2, 3]);
  });

  it('puts the row itself first even among many equal rows', () => {
    const rows = dense(Array.from({ length: 9 }, () => [0.1, 0.7, 0.3]));
    for (const same of [rows, toSparse(rows)]) {
      const lists = finish(nearestNeighbours(same, 3));
      expect(Array.from(lists.index.subarray(7 * 3, 7 * 3 + 3))).toEqual([7, 0, 1]);
      expect(Math.max(...lists.distance)).toBe(0);
    }
  });

  it('sees rows without entries as equal to each other', () => {
    const rows = toSparse(
      dense([
        [0, 0],
        [3, 4],
        [0, 0],
      ]),
    );
    const lists = finish(nearestNeighbours(rows, 3));
    expect(Array.from(lists.index.subarray(0, 3))).toEqual([0, 2, 1]);
    expect(Array.from(lists.distance.subarray(0, 3))).toEqual([0, 0, 5]);
  });

  it('gives way between slices and ends with the same lists', () => {
    const rows = clusteredRows(1200, 2, 5);
    const slices = nearestNeighbours(rows, 5);
    let numSlices = 0;
    while (!slices.next().done) numSlices++;
    expect(numSlices).toBeGreaterThan(1);
  });

  it('copes with one row and with none', () => {
    expect(Array.from(finish(nearestNeighbours(dense([[1, 2]]), 15)).index)).toEqual([0]);
    expect(finish(nearestNeighbours(dense([]), 15)).index.length).toBe(0);
  });
});
