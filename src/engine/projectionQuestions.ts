/** Questions to the projection worker that are answered once, beside the pictures: full-space neighbours and pairs. */
import { nearestTo } from '../compute/projection/nearestTo';
import { samplePairs } from '../compute/projection/pairs';
import { comparedRows } from '../compute/projection/settle';
import { findStructure } from '../compute/projection/structure';
import { fail } from '../data/base/errors';
import type { EdgeIndex } from '../data/graph/graphData';
import type { ActivationsSource } from './activationsSource';
import type { ProjectionCalls } from './protocol';
import { SLICE_MS, type Turns } from './turns';
import type { Handlers } from './wire';

/** Before asking again for activations that are not there yet; a run that does not answer for this long has none. */
const RETRY_MS = 30;
const MOST_TRIES = 200;

type Questions = Pick<Handlers<ProjectionCalls>, 'nearest' | 'pairs'>;

export function createQuestions(source: ActivationsSource, turns: Turns, edges: () => EdgeIndex): Questions {
  const rowsOf = async (generation: number, layer: string) => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const answer = await source.ask(generation, layer);
      if (answer.kind === 'activations') {
        const structure = findStructure(answer.activations, layer);
        if (structure.kind === 'nothing') throw new Error(structure.sentence);
        return { rows: structure.rows, epoch: answer.epoch };
      }
      await turns.wait(RETRY_MS);
    }
    throw fail('projection', `expected activations of ${layer}, got none`, 'Load a data set first.');
  };

  return {
    nearest: async ({ generation, layer, node, k, metric }) => {
      const { rows, epoch } = await rowsOf(generation, layer);
      return { epoch, ...nearestTo(rows, node, k, metric) };
    },
    pairs: async ({ generation, layer, sample, seed }) => {
      const { rows, epoch } = await rowsOf(generation, layer);
      const work = samplePairs(comparedRows(rows), edges(), { sample, seed });
      let sliceEnd = turns.now() + SLICE_MS;
      for (;;) {
        const next = work.next();
        if (next.done) return { epoch, ...next.value };
        if (turns.now() < sliceEnd) continue;
        await turns.next();
        sliceEnd = turns.now() + SLICE_MS;
      }
    },
  };
}
