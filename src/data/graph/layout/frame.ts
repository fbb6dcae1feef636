/** Fits pictures into the square frame that they are drawn in. A picture is x, y per node, interleaved. */

interface Box {
  readonly centre: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

function boxOf(picture: Float32Array): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let k = 0; k < picture.length; k += 2) {
    left = Math.min(left, picture[k]);
    right = Math.max(right, picture[k]);
    top = Math.min(top, picture[k + 1]);
    bottom = Math.max(bottom, picture[k + 1]);
  }
  return { centre: [(left + right) / 2, (top + bottom) / 2], width: right - left, height: bottom - top };
}

/** Moved and scaled into [-1, 1], centred, circles staying circles. */
export function intoFrame(picture: Float32Array): Float32Array {
  const { centre, width, height } = boxOf(picture);
  const half = Math.max(width, height) / 2 || 1;
  return picture.map((value, k) => (value - centre[k % 2]) / half);
}

const ANGLES = 36;

const turned = (picture: Float32Array, angle: number): Float32Array => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return picture.map((_, k) =>
    k % 2 === 0 ? cos * picture[k] - sin * picture[k + 1] : sin * picture[k - 1] + cos * picture[k],
  );
};

/** Turned so that the smallest square holds it: a long picture then lies along the diagonal of its frame. */
export function turnedToFill(picture: Float32Array): Float32Array {
  let best = picture;
  let bestSide = Infinity;
  for (let step = 0; step < ANGLES; step++) {
    const candidate = turned(picture, (step * Math.PI) / 2 / ANGLES);
    const { width, height } = boxOf(candidate);
    const side = Math.max(width, height);
    if (side < bestSide * 0.999) [best, bestSide] = [candidate, side];
  }
  return best;
}
