/**
 * One whole UMAP fit, epoch by epoch: what umap-js (umapLibrary.ts) and our own optimiser (umapLayout.ts) both offer.
 */
import { fuzzySet } from './fuzzySet';
import type { NeighbourLists } from './nearest';
import { createUmapLayout } from './umapLayout';

export interface UmapFit {
  readonly numEpochs: number;
  /** One epoch on. */
  step(): void;
  /** x, y interleaved, a copy. */
  positions(): Float32Array;
}

/** @param start x, y interleaved */
export type CreateUmapFit = (lists: NeighbourLists, start: Float32Array, seed: number) => UmapFit;

/** Epochs of a full fit, as umap-js and umap-learn choose them. */
export function numUmapEpochs(numRows: number): number {
  if (numRows <= 2500) return 500;
  if (numRows <= 5000) return 400;
  return numRows <= 7500 ? 300 : 200;
}

/** A full fit by our own optimiser: the learning rate falls from 1 to 0. */
export const createOwnFit: CreateUmapFit = (lists, start, seed) => {
  const numEpochs = numUmapEpochs(lists.numRows);
  const layout = createUmapLayout(fuzzySet(lists), start, { seed, pruneEpochs: numEpochs });
  let done = 0;
  return {
    numEpochs,
    step: () => layout.epoch(1 - done++ / numEpochs),
    positions: () => layout.positions.slice(),
  };
};
