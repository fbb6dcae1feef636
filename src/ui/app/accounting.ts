/** Keeps in the store how a model without layers comes by the selected node: what the inspector and the heat of walks show. */
import { messageOf } from '../../data/base/errors';
import type { Engine } from '../../engine/client';
import type { AccountState, AppState } from '../state/appState';
import type { Context } from './context';

/** While a run trains, an answer this often is often enough to read. */
const WHILE_TRAINING_MS = 400;

const NOTHING: AccountState = { account: null, message: null };

interface Question {
  readonly node: number;
  /** Walks hang on the graph and the settings alone. */
  readonly epoch: number | null;
  readonly data: object;
}

/** What the state asks for; null while there is nothing to ask. */
function questionOf({ view, training, graph, run }: AppState): Question | null {
  const [node] = view.selection;
  const kind = run.model.method?.kind;
  const stands = training.phase !== 'opening' && training.phase !== 'failed';
  if (view.selection.length !== 1 || node === undefined || !graph || node >= graph.data.numNodes) return null;
  if (!stands || (kind !== 'node2vec' && kind !== 'factorisation')) return null;
  return { node, epoch: kind === 'node2vec' ? null : training.epoch, data: graph.data };
}

const isSame = (a: Question | null, b: Question | null): boolean =>
  a?.node === b?.node && a?.epoch === b?.epoch && a?.data === b?.data;

/** Colours by walks end with the model that takes them. */
const withoutWalks = (state: AppState): AppState =>
  state.view.colourBy === 'walks' && state.run.model.method?.kind !== 'node2vec'
    ? { ...state, view: { ...state.view, colourBy: 'prediction' } }
    : state;

export function followAccount({ store, update }: Context, engine: Pick<Engine, 'account'>): void {
  let asked: Question | null = null;
  let isAsking = false;
  let lastAsked = 0;
  let timer = 0;

  const ask = async () => {
    timer = 0;
    const question = questionOf(store.getState());
    if (isAsking || isSame(question, asked)) return;
    asked = question;
    lastAsked = performance.now();
    if (!question) return update((state) => ({ ...state, accounted: NOTHING }));
    isAsking = true;
    const answer = await engine.account(question.node).then(
      (account): AccountState => ({ account, message: null }),
      (error: unknown): AccountState => ({ account: null, message: messageOf(error) }),
    );
    isAsking = false;
    // Asked of a run that has been replaced meanwhile: the state asks again.
    const now = questionOf(store.getState());
    if (asked === question && now?.node === question.node && now.data === question.data)
      update((state) => ({ ...state, accounted: answer }));
    askSoon();
  };

  const askSoon = () => {
    const { training } = store.getState();
    if (timer !== 0 || isAsking || isSame(questionOf(store.getState()), asked)) return;
    const passed = performance.now() - lastAsked;
    const wait = training.phase === 'playing' ? Math.max(0, WHILE_TRAINING_MS - passed) : 0;
    timer = window.setTimeout(() => void ask(), wait);
  };

  store.subscribe((now, before) => {
    // Later, so that everybody hears of the model before.
    if (now.run.model !== before.run.model) queueMicrotask(() => update(withoutWalks));
    if (now.training.layers !== before.training.layers) asked = null;
    if (now.view !== before.view || now.training !== before.training || now.graph !== before.graph) askSoon();
  });
}
