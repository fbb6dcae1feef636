/** What comes after a step when steps are played: the steps of a round again for each round, then what follows. */
import type { Step, StepId } from './step';

export interface Place {
  readonly step: StepId;
  readonly round: number;
}

/** Null at the end. */
export function following(
  steps: readonly Pick<Step, 'id' | 'inRound'>[],
  { step, round }: Place,
  numRounds: number,
): Place | null {
  const at = steps.findIndex(({ id }) => id === step);
  const next = steps[at + 1];
  const endsRound = steps[at]?.inRound === true && !next?.inRound;
  const first = steps.find(({ inRound }) => inRound);
  if (endsRound && first && round < numRounds - 1) return { step: first.id, round: round + 1 };
  return next ? { step: next.id, round } : null;
}

/** Where one looks first: at the messages with their sum. */
export function firstLook(steps: readonly Pick<Step, 'id'>[]): StepId {
  const found = steps.find(({ id }) => id === 'sum' || id === 'maximum') ?? steps.at(-1);
  return found?.id ?? 'transform';
}
