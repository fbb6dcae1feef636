/**
 * umap-js behind the same small interface as our own optimiser: the reference that ours is measured against. It gets our exact
 * neighbours and our start; it keeps its first neighbour list, so that every fit is a new instance.
 */
import { UMAP } from 'umap-js';
import { STREAM, randomKey, sequence } from '../../data/base/random';
import type { NeighbourLists } from './nearest';
import { umapScale } from './umapCurve';
import { numUmapEpochs, type UmapFit } from './umapFit';

/** Stands for the distance 0 between equal rows where a row has no neighbour that differs. */
const TINY = 1e-12;

/**
 * Builds umap-js's fuzzy set: 1 to 2 seconds for Cora, in one piece.
 *
 * @param lists rows start with themselves; at least 2 entries each
 * @param start x, y interleaved
 */
export function createLibraryFit(lists: NeighbourLists, start: Float32Array, seed: number): UmapFit {
  const { numRows, k } = lists;
  const numEpochs = numUmapEpochs(numRows);
  const umap = new UMAP({
    nNeighbors: k,
    ...umapScale(numRows),
    nEpochs: numEpochs,
    random: sequence(randomKey(seed, STREAM.projection, 1)),
  });
  const { indices, distances } = toPlainLists(lists);
  umap.setPrecomputedKNN(indices, distances);
  // With the neighbours given, only the number of rows is read from the data.
  umap.initializeFit(Array.from({ length: numRows }, () => []));
  // getEmbedding() is the live array: rows written before the first step are the start (umap-js has no option for it).
  umap.getEmbedding().forEach((point, i) => {
    point[0] = start[2 * i]!;
    point[1] = start[2 * i + 1]!;
  });
  return {
    numEpochs,
    step: () => umap.step(),
    positions: () => Float32Array.from(umap.getEmbedding().flat()),
    release: () => {},
  };
}

/**
 * The lists as umap-js takes them. It computes the mean of *all* distances anew for each row whose neighbours are all at distance 0, which is
 * O(n^2 k) with many equal rows. Such a row gets one tiny distance instead, and its weights stay
 * exactly 1.
 */
export function toPlainLists({ numRows, k, index, distance }: NeighbourLists) {
  const indices: number[][] = [];
  const distances: number[][] = [];
  for (let i = 0; i < numRows; i++) {
    indices.push(Array.from(index.subarray(i * k, (i + 1) * k)));
    const row = Array.from(distance.subarray(i * k, (i + 1) * k));
    if (row[k - 1] === 0) row.fill(TINY, 1);
    distances.push(row);
  }
  return { indices, distances };
}
