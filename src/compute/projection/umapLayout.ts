/**
 * UMAP's optimiser (McInnes, Healy, Melville 2018, algorithm 5) on typed arrays. It moves points so that the curve
 * 1 / (1 + a d^2b) agrees with the fuzzy set in cross-entropy, by stochastic gradient descent: an edge of weight w is
 * drawn w / max(w) times an epoch, pulls its two ends together, and pushes one end from five nodes drawn at random.
 *
 *   pull  -2 a b d^(2b - 2) / (1 + a d^2b) (y_i - y_j)      push  2 b / ((0.001 + d^2) (1 + a d^2b)) (y_i - y_k)
 *
 * Both factors come from tables indexed by the upper half of the float32 d^2 (relative error 0.4 % at most in d^2):
 * Math.pow would be nearly all the time. Random numbers depend on (seed, epoch) alone.
 */
import { STREAM, randomKey } from '../../data/base/random';
import type { SparseMatrix } from '../../data/graph/graphData';
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
  /** x, y interleaved; moves with every epoch. */
  readonly positions: Float32Array;
  /** One epoch at this learning rate (1 at the start of a fit, 0 at its end). */
  epoch(learningRate: number): void;
}

const PUSHES_PER_PULL = 5;
/** No coordinate moves further than this times the learning rate in one step. */
const MAX_MOVE = 4;

/**
 * @param set fuzzy set, symmetric
 * @param start x, y interleaved; copied
 */
export function createUmapLayout(
  set: SparseMatrix,
  start: Float32Array,
  { seed, firstEpoch = 0, pruneEpochs, curve = fitUmapCurve() }: UmapLayoutOptions,
): UmapLayout {
  const edges = drawnEdges(set, pruneEpochs);
  const { head, tail, period } = edges;
  const numEdges = head.length;
  const numNodes = set.numRows;
  const positions = start.slice();
  const { pull, push } = forceTables(curve);
  const bits = new ArrayBuffer(4);
  const asFloat = new Float32Array(bits);
  const asBits = new Uint32Array(bits);
  // An edge is drawn at every multiple of its period; pushes are owed since the last draw.
  const nextDraw = period.map((p) => p * Math.floor(firstEpoch / p + 1));
  const lastPush = period.map((p, e) => (firstEpoch === 0 ? p / PUSHES_PER_PULL : nextDraw[e]! - p));
  let n = firstEpoch;

  const epoch = (learningRate: number) => {
    const reach = MAX_MOVE * learningRate;
    let random = randomKey(seed, STREAM.projection, n + 1) | 1;
    for (let e = 0; e < numEdges; e++) {
      if (nextDraw[e]! > n) continue;
      const i = 2 * head[e]!;
      const j = 2 * tail[e]!;
      let x = positions[i]!;
      let y = positions[i + 1]!;
      let dx = x - positions[j]!;
      let dy = y - positions[j + 1]!;
      asFloat[0] = dx * dx + dy * dy;
      let force = learningRate * pull[asBits[0]! >>> 16]!;
      let mx = force * dx;
      let my = force * dy;
      mx = mx > reach ? reach : mx < -reach ? -reach : mx;
      my = my > reach ? reach : my < -reach ? -reach : my;
      x += mx;
      y += my;
      positions[j]! -= mx;
      positions[j + 1]! -= my;
      const pushPeriod = period[e]! / PUSHES_PER_PULL;
      const numPushes = Math.floor((n - lastPush[e]!) / pushPeriod);
      for (let p = 0; p < numPushes; p++) {
        // xorshift32 (Marsaglia 2003), started from the counter-based key of this epoch.
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        const k = 2 * Math.floor(((random >>> 0) / 4_294_967_296) * numNodes);
        if (k === i) continue;
        dx = x - positions[k]!;
        dy = y - positions[k + 1]!;
        const squared = dx * dx + dy * dy;
        if (squared === 0) {
          x += reach;
          y += reach;
          continue;
        }
        asFloat[0] = squared;
        force = learningRate * push[asBits[0]! >>> 16]!;
        mx = force * dx;
        my = force * dy;
        x += mx > reach ? reach : mx < -reach ? -reach : mx;
        y += my > reach ? reach : my < -reach ? -reach : my;
      }
      positions[i] = x;
      positions[i + 1] = y;
      nextDraw[e]! += period[e]!;
      lastPush[e]! += numPushes * pushPeriod;
    }
    n++;
  };
  return { positions, epoch };
}

/** The edges that are drawn at all, each with its period: epochs between two draws. */
function drawnEdges({ numRows, rowPtr, colIndex, values }: SparseMatrix, pruneEpochs: number) {
  let max = 0;
  for (const w of values) max = Math.max(max, w);
  const least = max / pruneEpochs;
  let size = 0;
  for (const w of values) if (w >= least) size++;
  const head = new Int32Array(size);
  const tail = new Int32Array(size);
  const period = new Float64Array(size);
  for (let i = 0, at = 0; i < numRows; i++)
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e++)
      if (values[e]! >= least) {
        tail[at] = i;
        head[at] = colIndex[e]!;
        period[at++] = max / values[e]!;
      }
  return { head, tail, period };
}

/** Entry t holds the factor at the middle of the float32 numbers whose upper 16 bits are t (sign bit 0). */
function forceTables({ a, b }: UmapCurve) {
  const bits = new Uint32Array(1);
  const asFloat = new Float32Array(bits.buffer);
  const pull = new Float32Array(32_768);
  const push = new Float32Array(32_768);
  for (let t = 0; t < 32_640; t++) {
    bits[0] = (t << 16) | 0x8000;
    const squared = asFloat[0]!;
    const near = 1 / (1 + a * squared ** b);
    pull[t] = -2 * a * b * squared ** (b - 1) * near;
    push[t] = ((2 * b) / (0.001 + squared)) * near;
  }
  return { pull, push };
}
