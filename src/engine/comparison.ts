/** Worker side of a comparison: two pictures of the same nodes in one frame, and which nodes moved between them. */
import type { ProjectionKernels } from '../compute/projection/kernels';
import { movedShare } from '../compute/projection/moved';
import { align } from '../compute/projection/procrustes';
import { comparedRows } from '../compute/projection/settle';
import { findStructure } from '../compute/projection/structure';
import type { ProjectionCalls } from './protocol';
import { SLICE_MS, type Turns } from './turns';
import type { Activations } from '../data/run/records';
import type { Handlers } from './wire';

const NUM_NEIGHBOURS = 15;

const rowsOf = (activations: Activations, layer: string) => {
  const structure = findStructure(activations, layer);
  if (structure.kind === 'nothing') throw new Error(structure.sentence);
  return comparedRows(structure.rows);
};

export function createComparison(
  kernels: Promise<ProjectionKernels>,
  turns: Turns,
): Handlers<ProjectionCalls>['compare'] {
  return async ({ layer, first, second, points, onto }) => {
    const rows = [rowsOf(first, layer), rowsOf(second, layer)] as const;
    const k = Math.min(NUM_NEIGHBOURS, rows[0].numRows - 1);
    const work = movedShare(...rows, k, await kernels);
    let sliceEnd = turns.now() + SLICE_MS;
    for (;;) {
      const next = work.next();
      if (next.done) return { k, moved: next.value, positions: align(points, onto) };
      if (turns.now() < sliceEnd) continue;
      await turns.next();
      sliceEnd = turns.now() + SLICE_MS;
    }
  };
}
