/** Keeps the nodes nearest to the selected one, in the full space of the chosen layer, in the store. */
import { messageOf } from '../../data/base/errors';
import type { Engine } from '../../engine/client';
import type { Metric } from '../../engine/types';
import type { AppState } from '../state/appState';
import type { Context } from './context';

/** While a run trains, a list this often is often enough to read. */
const WHILE_TRAINING_MS = 300;
/** As many as the fidelity of a picture is judged by. */
export const NUM_NEAREST = 15;

interface Question {
  readonly node: number;
  readonly layer: string;
  readonly epoch: number;
  readonly metric: Metric;
}

/** What the state asks for; null while there is nothing to ask. */
function questionOf({ view, training, graph }: AppState): Question | null {
  const [node] = view.selection;
  const isOne = view.selection.length === 1 && graph !== null && (node ?? 0) < graph.data.numNodes;
  const isLayer = training.layers.some(({ id }) => id === view.layer);
  const stands = training.phase !== 'opening' && training.phase !== 'failed';
  if (!isOne || node === undefined || !isLayer || !stands) return null;
  return { node, layer: view.layer, epoch: training.epoch, metric: view.metric };
}

const isSame = (a: Question | null, b: Question | null): boolean =>
  a?.node === b?.node && a?.layer === b?.layer && a?.epoch === b?.epoch && a?.metric === b?.metric;

export function followNearest({ store, update }: Context, engine: Engine): void {
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
    if (!question) return update((state) => ({ ...state, nearest: null }));
    isAsking = true;
    const { layer, node, metric } = question;
    const nearest = await engine.nearest(layer, node, NUM_NEAREST, metric).then(
      (found) => ({ kind: 'found', layer, node, metric, ...found }) as const,
      (error: unknown) => ({ kind: 'nothing', layer, node, message: messageOf(error) }) as const,
    );
    isAsking = false;
    // Asked of a run that has been replaced meanwhile: the state asks again.
    if (questionOf(store.getState()) !== null) update((state) => ({ ...state, nearest }));
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
    if (now.training.layers !== before.training.layers) asked = null;
    if (now.view !== before.view || now.training !== before.training || now.graph !== before.graph) askSoon();
  });
}
