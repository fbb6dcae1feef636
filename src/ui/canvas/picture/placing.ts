/** Where the points of a canvas come to lie in an area, as the canvas would put them. */
import type { Placing } from '../view/placing';
import type { Area } from './pen';

/**
 * x, y in CSS pixels, interleaved.
 *
 * @param placing of the plane in the area, from its upper left corner
 */
export function placed(positions: Float32Array, { left, top, scale }: Placing, area: Area): Float32Array {
  const points = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 2) {
    points[i] = area.x + left + scale * positions[i]!;
    points[i + 1] = area.y + top - scale * positions[i + 1]!;
  }
  return points;
}
