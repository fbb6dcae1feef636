/**
 * One picture of a network in training: starts where the last one ended, takes a few epochs of our own optimiser on
 * the new fuzzy set, and is turned onto the last one, so that what moves is what changed.
 */
import type { ProjectionMethod } from '../../engine/types';
import { fuzzySet } from './fuzzySet';
import type { Rows } from './matrix';
import { pca } from './pca';
import { align, turnedTowards } from './procrustes';
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

/**
 * Times the learning rate: the share of the way by which each picture is first drawn towards the PCA picture, from which the settled one starts:
 * without it the clusters keep the places that they happened to take early in training, and change sides at the end.
 */
const PULL = 0.3;

/** In radians, per picture: a turn that the eye can follow. */
const LARGEST_TURN = Math.PI / 15;

const curve = fitUmapCurve();

/** `share` of the way from `from` to `anchor`, which is first brought to the scale and the place of `from`. */
function towards(from: Float32Array, anchor: Float32Array, share: number): Float32Array {
  const fitted = align(anchor, from, { allowScale: true });
  return from.map((value, i) => value + share * (fitted[i]! - value));
}

/**
 * @param previous null for the first picture, which starts from PCA
 * @param anchor what UMAP pictures are turned to, a little at a time, so that the settled one lies as they do
 */
export function* preview(
  rows: Rows,
  method: ProjectionMethod,
  seed: number,
  previous: Previous | null,
  anchor: Float32Array | null = null,
): Generator<void, Previous> {
  const before = previous?.positions.length === 2 * rows.numRows ? previous : null;
  const onto = (positions: Float32Array) => (before ? align(positions, before.positions) : positions);
  if (method === 'pca' || rows.numRows < MIN_UMAP_NODES)
    return { method, positions: onto((yield* pca(rows)).positions), epochs: 0 };

  const isFresh = before?.method !== 'umap';
  const firstEpoch = isFresh ? 0 : before.epochs;
  const rate = Math.max(RESTING_RATE, 1 - firstEpoch / YOUNG_EPOCHS);
  const flat = startPositions((yield* pca(rows)).positions, seed);
  const start = isFresh ? onto(flat) : towards(before.positions, flat, PULL * rate);
  const set = fuzzySet(yield* umapNeighbours(rows));
  yield;
  const layout = createUmapLayout(set, start, {
    seed,
    firstEpoch,
    pruneEpochs: numUmapEpochs(rows.numRows),
    curve,
  });
  for (let epoch = 0; epoch < EPOCHS_PER_PICTURE; epoch++) {
    layout.epoch(rate * (1 - epoch / EPOCHS_PER_PICTURE));
    yield;
  }
  const still = onto(layout.positions);
  const positions = anchor && before ? turnedTowards(still, anchor, LARGEST_TURN) : still;
  return { method, positions, epochs: firstEpoch + EPOCHS_PER_PICTURE };
}
