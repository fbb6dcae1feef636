/** How far a picture of a layer can be trusted: what it keeps of the neighbours, and whether the layer has collapsed. */
import { collapseOf } from '../compute/projection/collapse';
import { fidelity, fidelityK } from '../compute/projection/fidelity';
import { isSparse } from '../compute/projection/matrix';
import { comparedRows, methodFor, type PictureOf } from '../compute/projection/settle';
import type { Fidelity } from '../data/run/pictures';

export interface Trusted {
  readonly layer: string;
  /** x, y per node, interleaved. */
  readonly positions: Float32Array;
  /** Looks at each `every`-th row only. */
  readonly every: number;
  /** Of the labels; 0 without any. */
  readonly numClasses: number;
}

/** Null where there are too few nodes to speak of neighbours. */
export function pictureTrust(
  { rows, method, kernels }: PictureOf,
  { layer, positions, every, numClasses }: Trusted,
): Generator<void, Fidelity> | null {
  const k = fidelityK(rows.numRows);
  if (k === 0) return null;
  return (function* () {
    const neighbours = yield* fidelity(comparedRows(rows), positions, { k, every, kernels });
    // Features are what they are: only what a layer has made can have collapsed. On raw axes nothing is drawn larger
    // than it is, so that one sees it.
    const isMade = layer !== 'x' && !isSparse(rows) && methodFor(method, rows) !== 'axes';
    return { ...neighbours, collapse: isMade ? yield* collapseOf(rows, { numClasses, every }) : null };
  })();
}
