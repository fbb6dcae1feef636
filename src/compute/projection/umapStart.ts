/**
 * Where a UMAP picture starts: the PCA picture with its fixed signs, its longer side brought to [-10, 10] as
 * umap-learn does, and a grain of noise, so that equal rows do not start as one point that no force can part.
 */
import { STREAM, randomKey, uniform } from '../../data/base/random';

const HALF_WIDTH = 10;
/** In units of the picture, a hundredth of the least distance UMAP keeps between points. */
const GRAIN = 1e-3;

/** @param pca x, y interleaved */
export function startPositions(pca: Float32Array, seed: number): Float32Array {
  let largest = 0;
  for (const value of pca) largest = Math.max(largest, Math.abs(value));
  const scale = largest > 0 ? HALF_WIDTH / largest : 0;
  const key = randomKey(seed, STREAM.projection, 0);
  return pca.map((value, i) => value * scale + GRAIN * (uniform(key, i) - 0.5));
}
