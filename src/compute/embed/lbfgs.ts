/**
 * Minimises a smooth convex function by L-BFGS (Liu and Nocedal 1989; Nocedal and Wright, Numerical Optimization,
 * algorithm 7.4) with steps that satisfy the Wolfe conditions, found by bisection (algorithm of Lewis and Overton).
 * Double precision, no randomness.
 */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

export interface LbfgsOptions {
  /** Stops when no component of the gradient is larger. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

const HISTORY = 10;
const DECREASE = 1e-4;
const CURVATURE = 0.9;
const MAX_TRIALS = 40;

interface Pair {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly rho: number;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function largest(values: Float64Array): number {
  let found = 0;
  for (const value of values) found = Math.max(found, Math.abs(value));
  return found;
}

/** to += factor * from */
function add(to: Float64Array, factor: number, from: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] += factor * from[i];
}

/** -H g by the two-loop recursion. */
function descent(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const alphas: number[] = [];
  for (const { s, y, rho } of pairs.toReversed()) {
    const alpha = rho * dot(s, direction);
    alphas.push(alpha);
    add(direction, -alpha, y);
  }
  const newest = pairs.at(-1);
  const scale = newest ? 1 / (newest.rho * dot(newest.y, newest.y)) : 1 / Math.max(1, largest(gradient));
  for (let i = 0; i < direction.length; i++) direction[i] *= scale;
  for (const { s, y, rho } of pairs) add(direction, (alphas.pop() ?? 0) - rho * dot(y, direction), s);
  return direction;
}

/** The minimum as far as it was reached, from `start`, which is left as it is. */
export function minimise(
  objective: Objective,
  start: Float64Array,
  { tolerance, maxIterations }: LbfgsOptions,
): Float64Array {
  let at = start.slice();
  let gradient = new Float64Array(at.length);
  let value = objective(at, gradient);
  const pairs: Pair[] = [];
  for (let iteration = 0; iteration < maxIterations && largest(gradient) > tolerance; iteration++) {
    const direction = descent(gradient, pairs);
    const slope = dot(direction, gradient);
    let [low, high, step] = [0, Infinity, 1];
    let next = at;
    let nextGradient = gradient;
    let nextValue = value;
    let isFound = false;
    for (let trial = 0; trial < MAX_TRIALS && !isFound; trial++) {
      next = at.slice();
      add(next, step, direction);
      nextGradient = new Float64Array(at.length);
      nextValue = objective(next, nextGradient);
      if (!(nextValue <= value + DECREASE * step * slope)) high = step;
      else if (dot(nextGradient, direction) < CURVATURE * slope) low = step;
      else isFound = true;
      if (!isFound) step = high < Infinity ? (low + high) / 2 : 2 * low;
    }
    // No step goes down any more: the rest is rounding.
    if (!isFound) break;
    const s = next.map((each, i) => each - at[i]);
    const y = nextGradient.map((each, i) => each - gradient[i]);
    const curvature = dot(s, y);
    if (curvature > 0) pairs.push({ s, y, rho: 1 / curvature });
    if (pairs.length > HISTORY) pairs.shift();
    at = next;
    gradient = nextGradient;
    value = nextValue;
  }
  return at;
}
