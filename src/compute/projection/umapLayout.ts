/**
 * UMAP's optimiser (McInnes, Healy, Melville 2018, algorithm 5) on typed arrays. It moves points so that the curve
 * 1 / (1 + a d^2b) agrees with the fuzzy set in cross-entropy, by stochastic gradient descent: an edge of weight w is
 * drawn w / max(w) times an epoch, pulls its two ends together, and pushes one end from five nodes drawn at random;
 * the six forces of an edge are taken at the same place, and do not wait for each other.
 *
 *   pull  -2 a b d^(2b - 2) / (1 + a d^2b) (y_i - y_j)      push  2 b / ((0.001 + d^2) (1 + a d^2b)) (y_i - y_k)
 *
 * Both factors come from tables (umapEdges.ts): Math.pow would be nearly all the time. Random numbers depend on
 * (seed, epoch) alone. All arithmetic is in float32, in a fixed order: compute/wasm/umap.as.ts gives the same bits.
 */
import { STREAM, randomKey } from '../../data/base/random';
import type { SparseMatrix } from '../../data/graph/graphData';
import { drawnEdges, forceTables } from './umapEdges';
import { fitUmapCurve, type UmapCurve } from './umapCurve';

export interface UmapLayoutOptions {
  readonly seed: number;
  /** Epoch to begin with: a later part of the same random sequence. Default 0. */
  readonly firstEpoch?: number;
  /** Edges weaker than max(w) / pruneEpochs would not be drawn once in so many epochs and are left out. */
  readonly pruneEpochs: number;
  readonly curve?: UmapCurve;
}

export interface UmapLayout {
  /** x, y interleaved; moves with every epoch. Read it before `release`. */
  readonly positions: Float32Array;
  /** One epoch at this learning rate (1 at the start of a fit, 0 at its end). */
  epoch(learningRate: number): void;
  /** Gives back what the layout holds; nothing may be asked of it afterwards. */
  release(): void;
}

export type CreateUmapLayout = (
  set: SparseMatrix,
  start: Float32Array,
  options: UmapLayoutOptions,
) => UmapLayout;

/** No coordinate moves further than this times the learning rate in one step. */
const MAX_MOVE = 4;
/** What the lanes' random sequences start from, beside the key of the epoch. */
const LANES = [0x3c6ef372, 0x5851f42d, 0x27d4eb2f, 0x165667b1] as const;

const round = Math.fround;

/** xorshift32 (Marsaglia 2003). */
const shifted = (state: number): number => {
  let next = state ^ (state << 13);
  next ^= next >>> 17;
  return next ^ (next << 5);
};

/** Every second number from `from` on of eight, summed in pairs. */
const sumOf = (lanes: Float32Array, from: number): number =>
  round(round(lanes[from]! + lanes[from + 2]!) + round(lanes[from + 4]! + lanes[from + 6]!));

/** The key of an epoch's random numbers. */
export const epochKey = (seed: number, epoch: number): number =>
  randomKey(seed, STREAM.projection, epoch + 1);

/**
 * @param set fuzzy set, symmetric
 * @param start x, y interleaved; copied
 */
export const plainUmapLayout: CreateUmapLayout = (
  set,
  start,
  { seed, firstEpoch = 0, pruneEpochs, curve = fitUmapCurve() },
) => {
  const { head, tail, period, next } = drawnEdges(set, pruneEpochs, firstEpoch);
  const numNodes = set.numRows;
  const positions = start.slice();
  const { pull, push } = forceTables(curve);
  const bits = new ArrayBuffer(4);
  const asFloat = new Float32Array(bits);
  const asBits = new Uint32Array(bits);
  const move = new Float32Array(2);
  const lanes = new Float32Array(8);
  const random = new Int32Array(4);
  let n = firstEpoch;

  /** Factor of `table` for a pair this far apart, times the learning rate, times the way: into `move`. */
  const moveFrom = (table: Float32Array, rate: number, wayX: number, wayY: number): void => {
    const dx = round(wayX);
    const dy = round(wayY);
    asFloat[0] = round(dx * dx) + round(dy * dy);
    const force = round(rate * table[asBits[0]! >>> 16]!);
    move[0] = force * dx;
    move[1] = force * dy;
  };
  const node = (state: number): number => Math.floor(((state >>> 0) * numNodes) / 4_294_967_296);

  const epoch = (learningRate: number) => {
    const rate = round(learningRate);
    const reach = round(MAX_MOVE * rate);
    const within = (value: number): number => Math.min(reach, Math.max(-reach, value));
    const key = epochKey(seed, n);
    LANES.forEach((lane, t) => (random[t] = (key ^ lane) | 1));
    let single = key | 1;
    for (let e = 0; e < head.length; e++) {
      if (next[e]! > n) continue;
      next[e]! += period[e]!;
      const i = 2 * head[e]!;
      const j = 2 * tail[e]!;
      const x = positions[i]!;
      const y = positions[i + 1]!;
      const jx = positions[j]!;
      const jy = positions[j + 1]!;
      moveFrom(pull, rate, x - jx, y - jy);
      const mx = within(move[0]!);
      const my = within(move[1]!);
      for (let t = 0; t < 4; t++) {
        random[t] = shifted(random[t]!);
        const k = 2 * node(random[t]!);
        // A node is where it is, so that it does not push itself: its distance is 0.
        moveFrom(push, rate, x - positions[k]!, y - positions[k + 1]!);
        lanes[2 * t] = within(move[0]!);
        lanes[2 * t + 1] = within(move[1]!);
      }
      single = shifted(single);
      const k = 2 * node(single);
      moveFrom(push, rate, x - positions[k]!, y - positions[k + 1]!);
      const px = round(within(move[0]!) + sumOf(lanes, 0));
      const py = round(within(move[1]!) + sumOf(lanes, 1));
      positions[i] = x + round(mx + px);
      positions[i + 1] = y + round(my + py);
      positions[j] = jx - mx;
      positions[j + 1] = jy - my;
    }
    n++;
  };
  return { positions, epoch, release: () => {} };
};
