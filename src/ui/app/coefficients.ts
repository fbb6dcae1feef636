/**
 * Keeps the coefficients of all messages of the chosen layer in the store, while all of them are shown: the traces of
 * all nodes, one after another, so that the engine answers others in between.
 */
import type { Engine } from '../../engine/client';
import { allFlowFits, lastMessages, loudness } from '../canvas/flow/messages';
import type { AppState } from '../state/appState';
import { shownOnPage, type Context } from './context';

/** From the end of one round of questions to the next, while a run trains. */
const WHILE_TRAINING_MS = 800;

interface Question {
  readonly layer: string;
  readonly epoch: number;
  readonly data: object;
}

function questionOf({ view, training, graph, run }: AppState): Question | null {
  const layer = training.layers.find(({ id }) => id === view.layer);
  const stands = training.phase !== 'opening' && training.phase !== 'failed';
  if (view.flow !== 'all' || !graph || !layer || layer.kind === 'input' || !stands || run.model.method)
    return null;
  return allFlowFits(graph.data) ? { layer: layer.id, epoch: training.epoch, data: graph.data } : null;
}

const isSame = (a: Question | null, b: Question | null): boolean =>
  a?.layer === b?.layer && a?.epoch === b?.epoch && a?.data === b?.data;

export function followCoefficients({ store, update }: Context, engine: Pick<Engine, 'explain'>): void {
  let asked: Question | null = null;
  let isAsking = false;
  let timer = 0;

  /** Whether `question` is still of the run, the graph and the layer on the page; its epoch may have passed. */
  const isWanted = (question: Question): boolean => {
    const now = questionOf(store.getState());
    return asked === question && now?.layer === question.layer && now.data === question.data;
  };

  const collect = async (question: Question) => {
    const { data } = store.getState().graph!;
    const numEdges = data.edgeIndex.source.length;
    let heads = 1;
    let values = new Float32Array(numEdges);
    for (let node = 0; node < data.numNodes; node++) {
      const { trace } = await engine.explain(question.layer, node);
      if (!isWanted(question)) return;
      for (const message of lastMessages(trace)) {
        const perHead = loudness(trace, message);
        if (perHead.length > heads) {
          heads = perHead.length;
          values = new Float32Array(numEdges * heads);
        }
        if (message.edge >= 0) values.set(perHead, message.edge * heads);
      }
    }
    const { layer, epoch } = question;
    update((state) => ({ ...state, coefficients: { layer, epoch, heads, values } }));
  };

  const ask = async () => {
    timer = 0;
    const question = questionOf(store.getState());
    if (isAsking || isSame(question, asked)) return;
    asked = question;
    if (!question) return update((state) => ({ ...state, coefficients: null }));
    isAsking = true;
    // A run that is replaced meanwhile answers no more: the state asks again.
    await collect(question).catch(shownOnPage);
    isAsking = false;
    askSoon();
  };

  const askSoon = () => {
    const state = store.getState();
    if (timer !== 0 || isAsking || isSame(questionOf(state), asked)) return;
    timer = window.setTimeout(() => void ask(), state.training.phase === 'playing' ? WHILE_TRAINING_MS : 0);
  };

  store.subscribe((now, before) => {
    if (now.training.layers !== before.training.layers) asked = null;
    if (now.view !== before.view || now.training !== before.training || now.graph !== before.graph) askSoon();
  });
}
