/**
 * One whole UMAP fit, epoch by epoch: what umap-js (umapLibrary.ts) and our own optimiser (umapLayout.ts) both offer.
 */
import { fuzzySet } from './fuzzySet';
import type { NeighbourLists } from './nearest';
import { fitUmapCurve, umapScale, type UmapCurve } from './umapCurve';
import { plainUmapLayout, type CreateUmapLayout } from './umapLayout';

export interface UmapFit {
  readonly numEpochs: number;
  /** One epoch on. */
  step(): void;
  /** x, y interleaved, a copy. */
  positions(): Float32Array;
  /** Gives back what the fit holds; nothing may be asked of it afterwards. */
  release(): void;
}

/** @param start x, y interleaved */
export type CreateUmapFit = (lists: NeighbourLists, start: Float32Array, seed: number) => UmapFit;

/** Epochs of a full fit, as umap-js and umap-learn choose them. */
export function numUmapEpochs(numRows: number): number {
  if (numRows <= 2500) return 500;
  if (numRows <= 5000) return 400;
  return numRows <= 7500 ? 300 : 200;
}

const curves = new Map<number, UmapCurve>();

/** The curve for a picture of so many nodes. */
export function umapCurveFor(numRows: number): UmapCurve {
  const { spread, minDist } = umapScale(numRows);
  const curve = curves.get(minDist) ?? fitUmapCurve(spread, minDist);
  curves.set(minDist, curve);
  return curve;
}

/** A full fit by our own optimiser: the learning rate falls from 1 to 0. */
export const ownFit =
  (createLayout: CreateUmapLayout = plainUmapLayout): CreateUmapFit =>
  (lists, start, seed) => {
    const { numRows } = lists;
    const numEpochs = numUmapEpochs(numRows);
    const curve = umapCurveFor(numRows);
    const layout = createLayout(fuzzySet(lists), start, { seed, pruneEpochs: numEpochs, curve });
    let done = 0;
    return {
      numEpochs,
      step: () => layout.epoch(1 - done++ / numEpochs),
      positions: () => layout.positions.slice(),
      release: layout.release,
    };
  };
