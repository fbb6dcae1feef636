/**
 * The k nearest rows of every row, kept sorted while pairs come in. Compares (squared distance, index), so that ties
 * go to the lowest index whatever the order of arrival.
 */

/** k neighbours of each row, nearest first: entry [i * k + j] is the j-th neighbour of row i. */
export interface NeighbourLists {
  readonly numRows: number;
  readonly k: number;
  /** The row itself comes first. */
  readonly index: Int32Array;
  /** Euclidean; the row itself stands at distance 0. */
  readonly distance: Float32Array;
}

export interface NearestRows {
  /** Squared distance above which a candidate of row i is turned away at once. */
  readonly worst: Float64Array;
  /** Takes `candidate` into the list of `row` if it belongs there. */
  offer(row: number, candidate: number, squaredDistance: number): void;
  finish(): NeighbourLists;
}

/**
 * @param k entries per row, the row itself included
 */
export function createNearestRows(numRows: number, k: number): NearestRows {
  const others = k - 1;
  const index = new Int32Array(numRows * others).fill(numRows);
  const squared = new Float64Array(numRows * others).fill(Infinity);
  const worst = new Float64Array(numRows).fill(others > 0 ? Infinity : -1);

  return {
    worst,
    offer: (row, candidate, squaredDistance) => {
      if (squaredDistance > worst[row]!) return;
      const first = row * others;
      let at = first + others - 1;
      if (squaredDistance === squared[at]! && candidate > index[at]!) return;
      while (at > first) {
        const before = squared[at - 1]!;
        if (before < squaredDistance || (before === squaredDistance && index[at - 1]! < candidate)) break;
        squared[at] = before;
        index[at] = index[at - 1]!;
        at--;
      }
      squared[at] = squaredDistance;
      index[at] = candidate;
      worst[row] = squared[first + others - 1]!;
    },
    finish: () => {
      const lists = { index: new Int32Array(numRows * k), distance: new Float32Array(numRows * k) };
      for (let row = 0; row < numRows; row++) {
        lists.index[row * k] = row;
        for (let j = 0; j < others; j++) {
          lists.index[row * k + 1 + j] = index[row * others + j]!;
          lists.distance[row * k + 1 + j] = Math.sqrt(squared[row * others + j]!);
        }
      }
      return { numRows, k, ...lists };
    },
  };
}
