import type { ProjectionMethod } from '../../data/run/pictures';
import type { ProjectionKernels } from './kernels';
import { isSparse, type Rows } from './matrix';
import type { NeighbourLists } from './nearest';
import { pca } from './pca';
import { align } from './procrustes';
import { ownFit } from './umapFit';
import { createLibraryFit } from './umapLibrary';
import { isPictureOf, startPositions } from './umapStart';
import { unitRows } from './unitRows';

/** UMAP's n_neighbors, the row itself included; fewer in small graphs. */
export const NUM_NEIGHBOURS = 15;
/** With fewer nodes there is no neighbourhood to keep, and UMAP has nothing to do. */
export const MIN_UMAP_NODES = 4;

export interface Progress {
  /** Reads the positions as they are now. */
  readonly positions: () => Float32Array;
  /** 0 to 1. */
  readonly progress: number;
}

export interface PictureOf {
  readonly rows: Rows;
  readonly method: ProjectionMethod;
  readonly seed: number;
  /** The graph's own picture, x, y per node: the frame that all pictures of a run share. Null where there is none. */
  readonly anchor: Float32Array | null;
  readonly kernels: ProjectionKernels;
}

/** The method that draws these rows: raw axes need two columns, UMAP a handful of rows; PCA needs nothing. */
export function methodFor(method: ProjectionMethod, { numRows, numCols }: Rows): ProjectionMethod {
  if (method === 'axes') return numCols === 2 ? 'axes' : 'pca';
  return numRows < MIN_UMAP_NODES ? 'pca' : method;
}

/**
 * @returns x, y per row, interleaved
 */
export function* settle(picture: PictureOf): Generator<Progress | void, Float32Array> {
  const { rows, seed, anchor, kernels } = picture;
  const method = methodFor(picture.method, rows);
  if (method === 'axes') return rawAxes(rows);
  if (method === 'pca') return inFrame((yield* pca(rows)).positions, anchor);
  const start = yield* startOf(picture);
  yield { positions: () => inFrame(start, anchor), progress: 0 };
  const lists = yield* umapNeighbours(rows, kernels);
  const createFit = method === 'umap' ? ownFit(kernels.createLayout) : createLibraryFit;
  const fit = createFit(lists, start, seed);
  try {
    yield;
    const positions = () => inFrame(fit.positions(), anchor);
    for (let epoch = 1; epoch <= fit.numEpochs; epoch++) {
      fit.step();
      yield { positions, progress: epoch / fit.numEpochs };
    }
    return positions();
  } finally {
    fit.release();
  }
}

/** Where UMAP starts: see umapStart.ts. */
export function* startOf({ rows, seed, anchor }: PictureOf): Generator<void, Float32Array> {
  const from = isPictureOf(anchor, rows.numRows) ? anchor : (yield* pca(rows)).positions;
  return startPositions(from, seed);
}

const inFrame = (positions: Float32Array, anchor: Float32Array | null): Float32Array =>
  isPictureOf(anchor, positions.length / 2) ? align(positions, anchor) : positions;

/** The two columns as they are: nothing is turned or mirrored. */
export function rawAxes(rows: Rows): Float32Array {
  if (!isSparse(rows)) return rows.values.slice();
  const positions = new Float32Array(2 * rows.numRows);
  for (let i = 0; i < rows.numRows; i++)
    for (let e = rows.rowPtr[i]!; e < rows.rowPtr[i + 1]!; e++)
      positions[2 * i + rows.colIndex[e]!] = rows.values[e]!;
  return positions;
}

/** The rows as distances see them: sparse rows (words) by direction, dense rows (activations) as they are. */
export const comparedRows = (rows: Rows): Rows => (isSparse(rows) ? unitRows(rows) : rows);

/** The neighbours UMAP keeps. umap-js wants more rows than neighbours. */
export const umapNeighbours = (rows: Rows, kernels: ProjectionKernels): Generator<void, NeighbourLists> =>
  kernels.nearest(comparedRows(rows), Math.min(NUM_NEIGHBOURS, rows.numRows - 1));
