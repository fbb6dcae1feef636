/**
 * Sizes for arrays whose length differs a little from step to step. A backend keeps the memory of what is disposed for
 * the next array of the very same size (tfjs's pool on WebGPU never gives any back), so sampled graphs are filled up to
 * a few sizes.
 */

/** Steps from one power of two to the next: at most an eighth of an array is filling. */
const STEPS = 8;

/** The next size above `count`: always greater, so that what fills up has a place at the end. */
export function paddedSize(count: number): number {
  const octave = 2 ** Math.floor(Math.log2(Math.max(STEPS, count)));
  const step = octave / STEPS;
  return (Math.floor(count / step) + 1) * step;
}
