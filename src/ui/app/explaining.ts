/** Keeps the trace of the selected node at the chosen layer in the store: what the inspector shows. */
import { messageOf } from '../../data/base/errors';
import type { Engine } from '../../engine/client';
import type { AppState, ExplanationState } from '../state/appState';
import type { Context } from './context';

/** While a run trains, a trace this often is often enough to read. */
const WHILE_TRAINING_MS = 250;

const NOTHING: ExplanationState = { explanation: null, message: null };

interface Question {
  readonly node: number;
  readonly layer: string;
  readonly epoch: number;
}

/** What the state asks for; null while there is nothing to explain. */
function questionOf({ view, training, graph, run }: AppState): Question | null {
  const [node] = view.selection;
  const isOne = view.selection.length === 1 && graph !== null && (node ?? 0) < graph.data.numNodes;
  const layer = training.layers.find(({ id }) => id === view.layer);
  const isLayer = layer !== undefined && layer.kind !== 'input';
  const stands = training.phase !== 'opening' && training.phase !== 'failed';
  if (!isOne || node === undefined || !isLayer || !stands || run.model.method) return null;
  return { node, layer: layer.id, epoch: training.epoch };
}

const isSame = (a: Question | null, b: Question | null): boolean =>
  a?.node === b?.node && a?.layer === b?.layer && a?.epoch === b?.epoch;

export function followSelection({ store, update }: Context, engine: Engine): void {
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
    if (!question) return update((state) => ({ ...state, explained: NOTHING }));
    isAsking = true;
    const answer = await engine.explain(question.layer, question.node).then(
      (explanation) => ({ explanation, message: null }),
      (error: unknown) => ({ explanation: null, message: messageOf(error) }),
    );
    isAsking = false;
    // Asked of a run that has been replaced meanwhile: the state asks again.
    if (questionOf(store.getState()) !== null) update((state) => ({ ...state, explained: answer }));
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
