import type { ProjectionMethod } from '../../data/run/pictures';
import { fuzzySet } from './fuzzySet';
import { pca } from './pca';
import { align, facing, turnedTowards } from './procrustes';
import { methodFor, rawAxes, startOf, umapNeighbours, type PictureOf } from './settle';
import { numUmapEpochs, umapCurveFor } from './umapFit';
import { isPictureOf } from './umapStart';

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
 * Share of the way by which each picture is first drawn back to where the settled one starts: else clusters keep the
 * places that they happened to take early in training and change sides at the end. On Cora's output the last preview
 * then lies as the settled picture does (correlation of positions 0.97; 0.55 to 0.9 without), as trustworthy as before.
 */
const PULL = 0.1;

/** In radians, per picture: a turn that the eye can follow. */
const LARGEST_TURN = Math.PI / 15;

/** PULL of the way from `from` to `start`, which is first brought to the scale and the place of `from`. */
function drawnBack(from: Float32Array, start: Float32Array): Float32Array {
  const fitted = align(start, from, { allowScale: true });
  return from.map((value, i) => value + PULL * (fitted[i]! - value));
}

/**
 * @param previous null for the first picture
 */
export function* preview(picture: PictureOf, previous: Previous | null): Generator<void, Previous> {
  const { rows, seed, anchor, kernels } = picture;
  const method = methodFor(picture.method, rows);
  if (method === 'axes') return { method, positions: rawAxes(rows), epochs: 0 };
  const before = previous?.positions.length === 2 * rows.numRows ? previous : null;
  const framed = isPictureOf(anchor, rows.numRows) ? anchor : null;
  const steadied = (positions: Float32Array): Float32Array => {
    if (!before) return framed ? align(positions, framed) : positions;
    const still = align(positions, before.positions);
    return framed ? turnedTowards(facing(still, framed), framed, LARGEST_TURN) : still;
  };
  if (method === 'pca') return { method, positions: steadied((yield* pca(rows)).positions), epochs: 0 };

  const isFresh = before === null || !(before.method === 'umap' || before.method === 'umap-js');
  const firstEpoch = isFresh ? 0 : before.epochs;
  const rate = Math.max(RESTING_RATE, 1 - firstEpoch / YOUNG_EPOCHS);
  const first = yield* startOf(picture);
  const start = isFresh ? first : drawnBack(before.positions, first);
  const set = fuzzySet(yield* umapNeighbours(rows, kernels));
  yield;
  const layout = kernels.createLayout(set, start, {
    seed,
    firstEpoch,
    pruneEpochs: numUmapEpochs(rows.numRows),
    curve: umapCurveFor(rows.numRows),
  });
  try {
    for (let epoch = 0; epoch < EPOCHS_PER_PICTURE; epoch++) {
      layout.epoch(rate * (1 - epoch / EPOCHS_PER_PICTURE));
      yield;
    }
    const positions = steadied(layout.positions.slice());
    return { method, positions, epochs: firstEpoch + EPOCHS_PER_PICTURE };
  } finally {
    layout.release();
  }
}
