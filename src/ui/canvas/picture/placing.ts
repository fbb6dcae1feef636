/** Where the points of a canvas come to lie in an area, as the canvas would put them. */
import type { Camera } from '../../state/viewSpec';
import type { Box } from '../box';
import { placingOf, WHOLE } from '../view/placing';
import type { Area } from './pen';

/**
 * x, y in CSS pixels, interleaved. The whole picture fills the area but for its padding; a camera looks at a part of it.
 *
 * @param padding room around the whole picture, in CSS pixels
 */
export function placed(
  positions: Float32Array,
  box: Box,
  area: Area,
  camera: Camera | null,
  padding: number,
): Float32Array {
  const { left, top, scale } = placingOf({ ...area, box, padding }, camera ?? WHOLE);
  const points = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 2) {
    points[i] = area.x + left + scale * positions[i]!;
    points[i + 1] = area.y + top - scale * positions[i + 1]!;
  }
  return points;
}
