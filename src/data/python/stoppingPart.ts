/** The rules for stopping early, in a script: see compute/train/earlyStopping.ts. */
import type { RunSpec } from '../run/runSpec';
import type { StoppingRule } from '../run/training';
import type { GraphFacts } from './graphFacts';

const STOPS: { readonly [R in Exclude<StoppingRule, 'off'>]: string } = {
  'rising loss': `def stops(history):
    """Whether the validation loss is above the mean of the PATIENCE ones before (Kipf, gcn/train.py)."""
    losses = [scores["val_loss"] for scores in history]
    return len(losses) > PATIENCE + 1 and losses[-1] > sum(losses[-PATIENCE - 1:-1]) / PATIENCE`,
  'no better': `def stops(history):
    """Whether neither validation loss nor accuracy was as good as ever for PATIENCE epochs (PetarV-/GAT)."""
    lowest, best, better = float("inf"), 0.0, 0
    for epoch, scores in enumerate(history, start=1):
        if scores["val_loss"] <= lowest or scores["val"] >= best:
            better = epoch
        lowest, best = min(lowest, scores["val_loss"]), max(best, scores["val"])
    return len(history) - better >= PATIENCE`,
};

/** null where the run has no such rule, or nothing to go by. */
export const stoppingPart = ({ training }: RunSpec, { hasVal }: GraphFacts): string | null =>
  training.earlyStopping === 'off' || !hasVal ? null : STOPS[training.earlyStopping];
