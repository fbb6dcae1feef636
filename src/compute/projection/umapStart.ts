/**
 * Where a UMAP picture starts. UMAP keeps neighbourhoods and is free in where it puts them: left or right, this way
 * round or that is what the start says. All pictures of a run start from one, the picture of its graph, so that what
 * moves from layer to layer and from epoch to epoch is what changed: on Cora after 200 epochs the pictures of H1 and
 * of the output then agree (correlation of positions 0.94; 0.62 from PCA, however turned), and so do those of H1 five
 * epochs apart (0.996; 0.986), at the same trustworthiness.
 *
 * It puts nothing into the picture that is not in the rows: of noise in Cora's place the picture is as it would be
 * from any other start (correlation with the graph 0.01, edges as long as other pairs), because the epochs at a high
 * learning rate undo what the rows do not hold.
 *
 * Where the graph has no picture yet, the start is the PCA picture with its fixed signs.
 */
import { STREAM, randomKey, uniform } from '../../data/base/random';

/** The longer side is brought to [-10, 10], as umap-learn does. */
const HALF_WIDTH = 10;
/** In units of the picture, a hundredth of the least distance UMAP keeps between points: equal places must part. */
const GRAIN = 1e-3;

/** @param picture x, y interleaved */
export function startPositions(picture: Float32Array, seed: number): Float32Array {
  const n = picture.length / 2;
  const mean = [0, 0] as [number, number];
  for (let i = 0; i < n; i++) {
    mean[0] += picture[2 * i]! / n;
    mean[1] += picture[2 * i + 1]! / n;
  }
  const centred = (i: number) => picture[i]! - mean[i % 2 === 0 ? 0 : 1];
  let largest = 0;
  for (let i = 0; i < picture.length; i++) largest = Math.max(largest, Math.abs(centred(i)));
  const scale = largest > 0 ? HALF_WIDTH / largest : 0;
  const key = randomKey(seed, STREAM.projection, 0);
  return picture.map((_, i) => centred(i) * scale + GRAIN * (uniform(key, i) - 0.5));
}

/** Whether `anchor` is a picture of so many nodes from which one can start. */
export const isPictureOf = (anchor: Float32Array | null, numRows: number): anchor is Float32Array =>
  anchor?.length === 2 * numRows &&
  anchor.every(Number.isFinite) &&
  anchor.some((v, i) => v !== anchor[i % 2]);
