/** Keeps the nodes nearest to the selected one, in the full space of the chosen layer, in the store. */
import { messageOf } from '../../data/base/errors';
import type { Engine } from '../../engine/client';
import type { Metric } from '../../data/run/pictures';
import type { AppState } from '../state/appState';
import type { Context } from './context';
import { follow, selectedNode } from './follow';

/** As many as the fidelity of a picture is judged by. */
export const NUM_NEAREST = 15;

interface Question {
  readonly node: number;
  readonly layer: string;
  readonly epoch: number;
  readonly metric: Metric;
}

function questionOf(state: AppState): Question | null {
  const { view, training } = state;
  const node = selectedNode(state);
  if (node === null || !training.layers.some(({ id }) => id === view.layer)) return null;
  return { node, layer: view.layer, epoch: training.epoch, metric: view.metric };
}

export const followNearest = (context: Context, engine: Engine): void =>
  follow<Question, NonNullable<AppState['nearest']>>(context, {
    questionOf,
    isSame: (a, b) =>
      a.node === b.node && a.layer === b.layer && a.epoch === b.epoch && a.metric === b.metric,
    ask: ({ layer, node, metric }) =>
      engine.nearest(layer, node, NUM_NEAREST, metric).then(
        (found) => ({ kind: 'found', layer, node, metric, ...found }) as const,
        (error: unknown) => ({ kind: 'nothing', layer, node, message: messageOf(error) }) as const,
      ),
    put: (nearest) => (state) => ({ ...state, nearest }),
    fits: () => true,
    whileTrainingMs: 300,
  });
