/** Motion without memory: each frame goes the same share of what is left, so a new target can come at any time. */

/** Points have covered 95 % of their way after three of these. */
export const GLIDE_MS = 140;

/** 1 - exp(-elapsed / GLIDE_MS): the share of the remaining way covered in `elapsedMs`, at any frame rate. */
export const glideShare = (elapsedMs: number): number => 1 - Math.exp(-Math.max(0, elapsedMs) / GLIDE_MS);

/**
 * Moves `current` towards `target` in place: current += share * (target - current).
 * @returns the largest remaining distance on one axis, in the units of the positions
 */
export function glide(current: Float32Array, target: Float32Array, share: number): number {
  let left = 0;
  for (let i = 0; i < current.length; i++) {
    const way = target[i]! - current[i]!;
    const rest = way * (1 - share);
    current[i] = target[i]! - rest;
    left = Math.max(left, Math.abs(rest));
  }
  return left;
}
