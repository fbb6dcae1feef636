/** Where the points of a canvas come to lie in an area, as Sigma would put them. */
import type { Camera } from '../../state/viewSpec';
import type { Box } from '../box';
import type { Area } from './pen';

/**
 * x, y in CSS pixels, interleaved. The whole picture fills the area but for its padding. A camera (Sigma's framed
 * coordinates: the longer side of the box is 1, its middle is 0.5, 0.5) looks at a part of it.
 *
 * @param padding room around the whole picture, in CSS pixels
 */
export function placed(
  positions: Float32Array,
  { x: across, y: up }: Box,
  area: Area,
  camera: Camera | null,
  padding: number,
): Float32Array {
  const [width, height] = [across[1] - across[0], up[1] - up[0]];
  const fit = Math.min((area.width - 2 * padding) / width, (area.height - 2 * padding) / height);
  const side = Math.max(width, height);
  const scale = fit / (camera?.ratio ?? 1);
  const middleX = (across[0] + across[1]) / 2 + ((camera?.x ?? 0.5) - 0.5) * side;
  const middleY = (up[0] + up[1]) / 2 + ((camera?.y ?? 0.5) - 0.5) * side;
  return positions.map((value, i) =>
    i % 2 === 0
      ? area.x + area.width / 2 + (value - middleX) * scale
      : area.y + area.height / 2 - (value - middleY) * scale,
  );
}
