/**
 * The settled picture: a pure function of rows, method and seed, whatever was on the screen before. PCA start with
 * fixed signs, exact neighbours with ties by index, a fixed number of epochs. Comes as a generator that yields
 * pictures on the way, some milliseconds apart.
 */
import type { ProjectionMethod } from '../../engine/types';
import { isSparse, type Rows } from './matrix';
import type { NeighbourLists } from './nearest';
import { nearestNeighbours } from './neighbours';
import { pca } from './pca';
import type { CreateUmapFit } from './umapFit';
import { createLibraryFit } from './umapLibrary';
import { startPositions } from './umapStart';
import { unitRows } from './unitRows';

/** UMAP's n_neighbors, the row itself included; fewer in small graphs. */
export const NUM_NEIGHBOURS = 15;
/** With fewer nodes there is no neighbourhood to keep, and UMAP has nothing to do. */
export const MIN_UMAP_NODES = 4;

export interface Progress {
  /** Null where nothing new can be shown yet; else reads the positions as they are now. */
  readonly positions: (() => Float32Array) | null;
  /** 0 to 1. */
  readonly progress: number;
}

/**
 * @returns x, y per row, interleaved
 */
export function* settle(
  rows: Rows,
  method: ProjectionMethod,
  seed: number,
  createFit: CreateUmapFit = createLibraryFit,
): Generator<Progress, Float32Array> {
  const silent = { positions: null, progress: 0 };
  const flat = (yield* quietly(pca(rows), silent)).positions;
  if (method === 'pca' || rows.numRows < MIN_UMAP_NODES) return flat;
  const start = startPositions(flat, seed);
  yield { positions: () => start, progress: 0 };
  const lists = yield* quietly(umapNeighbours(rows), silent);
  const fit = createFit(lists, start, seed);
  yield silent;
  for (let epoch = 1; epoch <= fit.numEpochs; epoch++) {
    fit.step();
    yield { positions: fit.positions, progress: epoch / fit.numEpochs };
  }
  return fit.positions();
}

/** The neighbours UMAP keeps: sparse rows (words) by direction, dense rows (activations) by distance. */
export function umapNeighbours(rows: Rows): Generator<void, NeighbourLists> {
  // umap-js wants more rows than neighbours.
  const k = Math.min(NUM_NEIGHBOURS, rows.numRows - 1);
  return nearestNeighbours(isSparse(rows) ? unitRows(rows) : rows, k);
}

/** Passes each pause of `inner` on as a pause without news. */
function* quietly<T>(inner: Generator<void, T>, silent: Progress): Generator<Progress, T> {
  for (;;) {
    const next = inner.next();
    if (next.done) return next.value;
    yield silent;
  }
}
