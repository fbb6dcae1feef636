/** Keeps the trace of the selected node at the chosen layer in the store: what the inspector shows. */
import { messageOf } from '../../data/base/errors';
import type { Engine } from '../../engine/client';
import type { AppState, ExplanationState } from '../state/appState';
import type { Context } from './context';
import { follow, selectedNode } from './follow';

interface Question {
  readonly node: number;
  readonly layer: string;
  readonly epoch: number;
  /** The layers whose traces are asked for beside it. */
  readonly beside: readonly string[];
}

function questionOf(state: AppState): Question | null {
  const { view, training, run } = state;
  const node = selectedNode(state);
  const layer = training.layers.find(({ id }) => id === view.layer);
  if (node === null || !layer || layer.kind === 'input' || run.model.method) return null;
  const others = training.layers.filter(({ id, kind }) => kind !== 'input' && id !== layer.id);
  const beside = view.heat === 'global' ? others.map(({ id }) => id) : [];
  return { node, layer: layer.id, epoch: training.epoch, beside };
}

export const followSelection = (context: Context, engine: Engine): void =>
  follow<Question, ExplanationState>(context, {
    questionOf,
    isSame: (a, b) =>
      a.node === b.node && a.layer === b.layer && a.epoch === b.epoch && a.beside.length === b.beside.length,
    ask: ({ layer, node, beside }) =>
      Promise.all([layer, ...beside].map((id) => engine.explain(id, node))).then(
        ([explanation = null, ...others]) => ({
          explanation,
          ofAll: explanation && others.length > 0 ? [explanation, ...others] : [],
          message: null,
        }),
        (error: unknown) => ({ explanation: null, message: messageOf(error) }),
      ),
    put: (answer) => (state) => ({ ...state, explained: answer ?? { explanation: null, message: null } }),
    fits: () => true,
    whileTrainingMs: 250,
  });
