/** Keeps in the store what a run that scores pairs says of them: which are held out, and the one that is looked at. */
import { messageOf } from '../../data/base/errors';
import type { HeldOutPairs } from '../../data/run/pairs';
import type { Engine } from '../../engine/client';
import type { AppState } from '../state/appState';
import { pairShown, type PairState } from '../state/heldOut';
import { scoresPairs } from '../state/taskView';
import type { Context } from './context';
import { follow } from './follow';

const stands = ({ training }: AppState): boolean =>
  training.phase !== 'opening' && training.phase !== 'failed';

/** The split is one for the whole run; an edit of the graph makes it another. */
export const followHeldOut = (context: Context, engine: Pick<Engine, 'heldOutPairs'>): void =>
  follow<{ readonly data: object }, HeldOutPairs | null>(context, {
    questionOf: (state) =>
      state.graph && scoresPairs(state.run) && stands(state) ? { data: state.graph.data } : null,
    isSame: (a, b) => a.data === b.data,
    // A run that is replaced meanwhile answers no more: the state asks again.
    ask: () => engine.heldOutPairs().catch(() => null),
    put: (heldOut) => (state) => ({ ...state, heldOut }),
    fits: (question, now) => question.data === now.data,
    whileTrainingMs: 0,
  });

interface Question {
  readonly a: number;
  readonly b: number;
  readonly epoch: number;
  readonly data: object;
}

function questionOf(state: AppState): Question | null {
  const pair = pairShown(state);
  if (!pair || !state.graph || !stands(state)) return null;
  return { a: pair[0], b: pair[1], epoch: state.training.epoch, data: state.graph.data };
}

export const followPair = (context: Context, engine: Pick<Engine, 'pair'>): void =>
  follow<Question, PairState>(context, {
    questionOf,
    isSame: (a, b) => a.a === b.a && a.b === b.b && a.epoch === b.epoch && a.data === b.data,
    ask: ({ a, b }) =>
      engine.pair(a, b).then(
        (answer): PairState => ({ answer, message: null }),
        (error: unknown): PairState => ({ answer: null, message: messageOf(error) }),
      ),
    put: (answer) => (state) => ({ ...state, pair: answer ?? { answer: null, message: null } }),
    fits: (question, now) => question.a === now.a && question.b === now.b && question.data === now.data,
    whileTrainingMs: 300,
  });
