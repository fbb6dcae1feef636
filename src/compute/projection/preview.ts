/**
 * One picture of a network in training: starts where the last one ended, takes a few epochs of our own optimiser on
 * the new fuzzy set, and is turned onto the last one, so that what moves is what changed.
 */
import type { ProjectionMethod } from '../../engine/types';
import { fuzzySet } from './fuzzySet';
import type { Rows } from './matrix';
import { pca } from './pca';
import { align } from './procrustes';
import { MIN_UMAP_NODES, umapNeighbours } from './settle';
import { fitUmapCurve } from './umapCurve';
import { numUmapEpochs } from './umapFit';
import { createUmapLayout } from './umapLayout';
import { startPositions } from './umapStart';

/** The picture before this one. */
export interface Previous {
  readonly method: ProjectionMethod;
  readonly positions: Float32Array;
  /** Optimiser epochs behind it on this layer: a young picture moves faster. */
  readonly epochs: number;
}

const EPOCHS_PER_PICTURE = 20;
/** The learning rate a preview starts with falls from 1 to the resting one over so many epochs, then stays. */
const YOUNG_EPOCHS = 200;
const RESTING_RATE = 0.2;

const curve = fitUmapCurve();

/** @param previous null for the first picture, which starts from PCA */
export function* preview(
  rows: Rows,
  method: ProjectionMethod,
  seed: number,
  previous: Previous | null,
): Generator<void, Previous> {
  const before = previous?.positions.length === 2 * rows.numRows ? previous : null;
  const onto = (positions: Float32Array) => (before ? align(positions, before.positions) : positions);
  if (method === 'pca' || rows.numRows < MIN_UMAP_NODES)
    return { method, positions: onto((yield* pca(rows)).positions), epochs: 0 };

  const isFresh = before?.method !== 'umap';
  const start = isFresh ? onto(startPositions((yield* pca(rows)).positions, seed)) : before.positions;
  const firstEpoch = isFresh ? 0 : before.epochs;
  const set = fuzzySet(yield* umapNeighbours(rows));
  yield;
  const layout = createUmapLayout(set, start, {
    seed,
    firstEpoch,
    pruneEpochs: numUmapEpochs(rows.numRows),
    curve,
  });
  const rate = Math.max(RESTING_RATE, 1 - firstEpoch / YOUNG_EPOCHS);
  for (let epoch = 0; epoch < EPOCHS_PER_PICTURE; epoch++) {
    layout.epoch(rate * (1 - epoch / EPOCHS_PER_PICTURE));
    yield;
  }
  return { method, positions: onto(layout.positions), epochs: firstEpoch + EPOCHS_PER_PICTURE };
}
