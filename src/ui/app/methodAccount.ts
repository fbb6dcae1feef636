/** Keeps in the store how a model without layers comes by the selected node: what the inspector and the heat of walks show. */
import { messageOf } from '../../data/base/errors';
import type { Engine } from '../../engine/client';
import type { AccountState, AppState } from '../state/appState';
import type { Context } from './context';
import { follow, selectedNode } from './follow';

interface Question {
  readonly node: number;
  /** Walks hang on the graph and the settings alone. */
  readonly epoch: number | null;
  readonly data: object;
}

function questionOf(state: AppState): Question | null {
  const { training, graph, run } = state;
  const node = selectedNode(state);
  const kind = run.model.method?.kind;
  if (node === null || !graph || (kind !== 'node2vec' && kind !== 'factorisation')) return null;
  return { node, epoch: kind === 'node2vec' ? null : training.epoch, data: graph.data };
}

/** Colours by walks end with the model that takes them. */
const withoutWalks = (state: AppState): AppState =>
  state.view.colourBy === 'walks' && state.run.model.method?.kind !== 'node2vec'
    ? { ...state, view: { ...state.view, colourBy: 'prediction' } }
    : state;

export function followAccount(context: Context, engine: Pick<Engine, 'account'>): void {
  follow<Question, AccountState>(context, {
    questionOf,
    isSame: (a, b) => a.node === b.node && a.epoch === b.epoch && a.data === b.data,
    ask: ({ node }) =>
      engine.account(node).then(
        (account): AccountState => ({ account, message: null }),
        (error: unknown): AccountState => ({ account: null, message: messageOf(error) }),
      ),
    put: (answer) => (state) => ({ ...state, accounted: answer ?? { account: null, message: null } }),
    fits: (question, now) => question.node === now.node && question.data === now.data,
    whileTrainingMs: 400,
  });
  context.store.subscribe((now, before) => {
    // Later, so that everybody hears of the model before.
    if (now.run.model !== before.run.model) queueMicrotask(() => context.update(withoutWalks));
  });
}
