/** Keeps an answer of the engine in the store, as what the state asks for changes: one question at a time, the newest. */
import type { AppState } from '../state/appState';
import type { Producer } from '../state/store';
import type { Context } from './context';

export interface Followed<Q, A> {
  /** What the state asks for; null while there is nothing to ask. */
  readonly questionOf: (state: AppState) => Q | null;
  readonly isSame: (a: Q, b: Q) => boolean;
  /** Never rejects: what went wrong is an answer. */
  readonly ask: (question: Q) => Promise<A>;
  /** @param answer null: there is nothing to ask */
  readonly put: (answer: A | null) => Producer;
  /** Whether an answer may be shown while the state asks something newer by now. */
  readonly fits: (question: Q, now: Q) => boolean;
  /** While a run trains, an answer this often is often enough to read. */
  readonly whileTrainingMs: number;
}

/** Asks again for a run that was opened anew, whatever it asked of the run before. */
export function follow<Q, A>({ store, update }: Context, followed: Followed<Q, A>): void {
  const { questionOf, ask: answerTo, put, fits, whileTrainingMs } = followed;
  let asked: Q | null = null;
  let isAsking = false;
  let lastAsked = 0;
  let timer = 0;

  const isAsked = (question: Q | null): boolean =>
    question === null || asked === null ? question === asked : followed.isSame(question, asked);

  const ask = async () => {
    timer = 0;
    const question = questionOf(store.getState());
    if (isAsking || isAsked(question)) return;
    asked = question;
    lastAsked = performance.now();
    if (question === null) return update(put(null));
    isAsking = true;
    const answer = await answerTo(question);
    isAsking = false;
    const now = questionOf(store.getState());
    // Asked of a run that has been replaced meanwhile: the state asks again.
    if (asked === question && now !== null && fits(question, now)) update(put(answer));
    askSoon();
  };

  const askSoon = () => {
    const state = store.getState();
    if (timer !== 0 || isAsking || isAsked(questionOf(state))) return;
    const passed = performance.now() - lastAsked;
    const wait = state.training.phase === 'playing' ? Math.max(0, whileTrainingMs - passed) : 0;
    timer = window.setTimeout(() => void ask(), wait);
  };

  store.subscribe((now, before) => {
    if (now.training.layers !== before.training.layers) asked = null;
    if (now.view !== before.view || now.training !== before.training || now.graph !== before.graph) askSoon();
  });
}

/** The one selected node of a run that stands; null where there is none. */
export function selectedNode({ view, training, graph }: AppState): number | null {
  const [node] = view.selection;
  const stands = training.phase !== 'opening' && training.phase !== 'failed';
  if (view.selection.length !== 1 || node === undefined || !graph || !stands) return null;
  return node < graph.data.numNodes ? node : null;
}
