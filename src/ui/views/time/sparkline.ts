/** Room for the stroke. */
const EDGE = 1.5;

/**
 * The path of a curve over the epochs of a run, in a box of `width` by `height` pixels from 0 up to `top`. No more points
 * than pixels; where there is no value the line breaks.
 *
 * @param values one per epoch from 0 on
 * @param epochs of the whole run, which is as long as the box
 */
export function sparkline(
  values: readonly (number | null)[],
  epochs: number,
  width: number,
  height: number,
  top = Math.max(...values.map((value) => value ?? 0)),
): string {
  const last = Math.max(1, epochs, values.length - 1);
  const step = Math.max(1, Math.floor(values.length / width));
  let path = '';
  let isDown = false;
  for (
    let i = 0;
    i < values.length;
    i = i < values.length - 1 ? Math.min(i + step, values.length - 1) : i + 1
  ) {
    const value = values[i] ?? null;
    if (value === null || top <= 0) {
      isDown = false;
      continue;
    }
    const x = EDGE + (i / last) * (width - 2 * EDGE);
    const y = height - EDGE - Math.min(1, value / top) * (height - 2 * EDGE);
    path += `${isDown ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    isDown = true;
  }
  return path;
}
