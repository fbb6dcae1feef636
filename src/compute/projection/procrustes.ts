/**
 * Orthogonal Procrustes in the plane (Schönemann 1966): the rotation or reflection, the translation and, where asked
 * for, the scale that bring one point set as near as can be, in least squares, onto another of the same nodes.
 *
 * With points as complex numbers p, q about their centroids, the best rotation is the phase of sum conj(p) q and
 * the best reflection p -> conj(p) r that of sum p q; the larger sum wins.
 */

export interface ProcrustesOptions {
  /** Also scales; by default distances between points stay as they are. */
  readonly allowScale?: boolean;
}

/**
 * @param points x, y interleaved
 * @param onto x, y of the same nodes in the same order
 * @returns the moved points, a new array
 */
export function align(
  points: Float32Array,
  onto: Float32Array,
  options: ProcrustesOptions = {},
): Float32Array {
  const { centre, target, size, rotation, reflection, turn, flip } = fitOf(points, onto);
  const mirror = reflection > rotation ? -1 : 1;
  const strength = Math.max(rotation, reflection);
  const scale = options.allowScale === true && size > 0 ? strength / size : 1;
  // Without any direction in common (all points in one place) the turn is left out.
  const re = strength > 0 ? (scale * (mirror < 0 ? flip : turn)[0]) / strength : scale;
  const im = strength > 0 ? (scale * (mirror < 0 ? flip : turn)[1]) / strength : 0;
  const moved = new Float32Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]! - centre[0];
    const y = mirror * (points[i + 1]! - centre[1]);
    moved[i] = target[0] + re * x - im * y;
    moved[i + 1] = target[1] + im * x + re * y;
  }
  return moved;
}

/** How well the best rotation and the best reflection of `points` fit onto `onto`, and what they are. */
function fitOf(points: Float32Array, onto: Float32Array) {
  const n = Math.min(points.length, onto.length) / 2;
  const [px, py] = centroid(points, n);
  const [qx, qy] = centroid(onto, n);
  let rotationRe = 0;
  let rotationIm = 0;
  let reflectionRe = 0;
  let reflectionIm = 0;
  let size = 0;
  for (let i = 0; i < n; i++) {
    const ax = points[2 * i]! - px;
    const ay = points[2 * i + 1]! - py;
    const bx = onto[2 * i]! - qx;
    const by = onto[2 * i + 1]! - qy;
    rotationRe += ax * bx + ay * by;
    rotationIm += ax * by - ay * bx;
    reflectionRe += ax * bx - ay * by;
    reflectionIm += ax * by + ay * bx;
    size += ax * ax + ay * ay;
  }
  return {
    centre: [px, py] as const,
    target: [qx, qy] as const,
    size,
    rotation: Math.hypot(rotationRe, rotationIm),
    reflection: Math.hypot(reflectionRe, reflectionIm),
    turn: [rotationRe, rotationIm] as const,
    flip: [reflectionRe, reflectionIm] as const,
  };
}

function centroid(points: Float32Array, n: number): [number, number] {
  let x = 0;
  let y = 0;
  for (let i = 0; i < n; i++) {
    x += points[2 * i]!;
    y += points[2 * i + 1]!;
  }
  return n > 0 ? [x / n, y / n] : [0, 0];
}

/** A mirror image is put right only where it lies clearly better: else it would flip to and fro. */
const CLEARLY = 1.25;

/**
 * The points as they are, or mirrored (top to bottom of where they lie best), whichever is nearer onto `onto` once
 * turned.
 */
export function facing(points: Float32Array, onto: Float32Array): Float32Array {
  const { rotation, reflection } = fitOf(points, onto);
  return reflection > CLEARLY * rotation ? align(points, onto) : points;
}

/**
 * The points turned about their centroid towards the rotation that brings them nearest onto `onto`, by at most
 * `largest` radians. A mirror image cannot be reached by turning: it is left as it is.
 */
export function turnedTowards(points: Float32Array, onto: Float32Array, largest: number): Float32Array {
  const n = Math.min(points.length, onto.length) / 2;
  const [px, py] = centroid(points, n);
  const [qx, qy] = centroid(onto, n);
  let along = 0;
  let across = 0;
  for (let i = 0; i < n; i++) {
    const [ax, ay] = [points[2 * i]! - px, points[2 * i + 1]! - py];
    const [bx, by] = [onto[2 * i]! - qx, onto[2 * i + 1]! - qy];
    along += ax * bx + ay * by;
    across += ax * by - ay * bx;
  }
  const angle = Math.max(-largest, Math.min(largest, Math.atan2(across, along)));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map((_, k) => {
    const x = points[k - (k % 2)]! - px;
    const y = points[k - (k % 2) + 1]! - py;
    return k % 2 === 0 ? px + cos * x - sin * y : py + sin * x + cos * y;
  });
}
