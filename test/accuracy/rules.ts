/** Which epoch's weights a run is judged by. All see validation nodes alone; ties go to the earliest epoch. */
import type { History } from './history';

export const SELECTION_RULES = [
  'last epoch',
  'lowest validation loss',
  'best on validation',
  'both at their best',
] as const;
export type SelectionRule = (typeof SELECTION_RULES)[number];

const indexOfLeast = (values: readonly number[]): number => values.indexOf(Math.min(...values));

/**
 * The last epoch at which validation loss and accuracy are both at least as good as ever before: the weights that
 * PetarV-/GAT, execute_cora.py, goes back to.
 */
function bothAtTheirBest({ valLoss, val }: History): number {
  let found = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  valLoss.forEach((loss, index) => {
    if (loss <= lowest && val[index] >= highest) found = index;
    lowest = Math.min(lowest, loss);
    highest = Math.max(highest, val[index]);
  });
  return found;
}

/** @returns an index into the history; its epoch is one more */
export function selected(rule: SelectionRule, history: History): number {
  switch (rule) {
    case 'last epoch':
      return history.val.length - 1;
    case 'lowest validation loss':
      return indexOfLeast(history.valLoss);
    case 'best on validation':
      return indexOfLeast(history.val.map((share) => -share));
    case 'both at their best':
      return bothAtTheirBest(history);
  }
}
