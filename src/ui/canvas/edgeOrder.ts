/** In which order edges are drawn where all of them would be a grey patch: the shortest first, the longest left out. */
import { SLICE, type Sliced } from '../../data/base/sliced';

/** More edges than this are not drawn at once: there are not many more pixels. */
export const MOST_EDGES = 300_000;

/** Lengths told apart. */
const STEPS = 4096;

/**
 * The same edges by ascending length (to one part in `STEPS` of the longest).
 *
 * @param edges ends of each edge, interleaved
 * @param places x, y per node, interleaved
 */
export function* byLength(edges: Int32Array, places: Float32Array): Sliced<Int32Array> {
  const numEdges = edges.length / 2;
  const lengths = new Float32Array(numEdges);
  let longest = 0;
  for (let e = 0; e < numEdges; e++) {
    const [a, b] = [2 * edges[2 * e]!, 2 * edges[2 * e + 1]!];
    const length = Math.hypot(places[a]! - places[b]!, places[a + 1]! - places[b + 1]!);
    lengths[e] = Number.isFinite(length) ? length : 0;
    if (lengths[e]! > longest) longest = lengths[e]!;
    if (e % SLICE === SLICE - 1) yield;
  }
  const stepOf = (length: number): number =>
    longest === 0 ? 0 : Math.min(STEPS - 1, Math.floor((STEPS * length) / longest));
  const next = new Int32Array(STEPS + 1);
  for (let e = 0; e < numEdges; e++) {
    next[stepOf(lengths[e]!) + 1]! += 1;
    if (e % SLICE === SLICE - 1) yield;
  }
  for (let step = 0; step < STEPS; step++) next[step + 1]! += next[step]!;
  const sorted = new Int32Array(edges.length);
  for (let e = 0; e < numEdges; e++) {
    const at = 2 * next[stepOf(lengths[e]!)]!++;
    sorted[at] = edges[2 * e]!;
    sorted[at + 1] = edges[2 * e + 1]!;
    if (e % SLICE === SLICE - 1) yield;
  }
  return sorted;
}

/** How many of all edges are drawn where the canvas shows this share of them: all of them where it shows few. */
export const drawnEdges = (numEdges: number, shareInView: number): number =>
  Math.min(numEdges, Math.ceil(MOST_EDGES / Math.max(shareInView, 1e-9)));
