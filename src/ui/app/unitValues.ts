import type { Activations } from '../../data/run/records';
import type { Engine } from '../../engine/client';
import type { AppState } from '../state/appState';
import { shownOnPage, type Context } from './context';

/** While a run trains, colours this often are often enough to see. */
const WHILE_TRAINING_MS = 400;

interface Question {
  readonly layer: string;
  readonly unit: number;
  readonly epoch: number;
  readonly data: object;
}

/** Column `unit` of a layer as one number per node; a column that is not there is all zeros. */
export function columnOf(activations: Activations, numNodes: number, unit: number): Float32Array {
  const column = new Float32Array(numNodes);
  switch (activations.kind) {
    case 'identity':
      if (unit < numNodes) column[unit] = 1;
      return column;
    case 'dense': {
      const { numCols, values } = activations.matrix;
      return unit < numCols ? column.map((_, i) => values[i * numCols + unit] ?? 0) : column;
    }
    case 'sparse': {
      const { rowPtr, colIndex, values } = activations.matrix;
      for (let i = 0; i < numNodes; i++)
        for (let at = rowPtr[i]!; at < rowPtr[i + 1]!; at++)
          if (colIndex[at] === unit) column[i] = values[at]!;
      return column;
    }
    default:
      return activations satisfies never;
  }
}

function questionOf({ view, training, graph }: AppState): Question | null {
  const layer = training.layers.find(({ id }) => id === view.layer);
  const stands = training.phase !== 'opening' && training.phase !== 'failed';
  if (view.colourBy !== 'unit' || !graph || !layer || !stands) return null;
  const unit = Math.max(0, Math.min(view.unit, layer.numCols - 1));
  return { layer: layer.id, unit, epoch: training.epoch, data: graph.data };
}

const isSame = (a: Question | null, b: Question | null): boolean =>
  a?.layer === b?.layer && a?.unit === b?.unit && a?.epoch === b?.epoch && a?.data === b?.data;

export function followUnit({ store, update }: Context, engine: Pick<Engine, 'activations'>): void {
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
    if (!question) return update((state) => ({ ...state, unitValues: null }));
    const { layer, unit } = question;
    isAsking = true;
    await engine.activations(layer).then(({ epoch, activations }) => {
      const now = questionOf(store.getState());
      // Of a run or a graph that has been replaced meanwhile: the state asks again.
      if (now?.data !== question.data) return;
      const values = columnOf(activations, store.getState().graph!.data.numNodes, unit);
      update((state) => ({ ...state, unitValues: { layer, unit, epoch, values } }));
    }, shownOnPage);
    isAsking = false;
    askSoon();
  };

  const askSoon = () => {
    const state = store.getState();
    if (timer !== 0 || isAsking || isSame(questionOf(state), asked)) return;
    const passed = performance.now() - lastAsked;
    const wait = state.training.phase === 'playing' ? Math.max(0, WHILE_TRAINING_MS - passed) : 0;
    timer = window.setTimeout(() => void ask(), wait);
  };

  store.subscribe((now, before) => {
    if (now.training.layers !== before.training.layers) asked = null;
    if (now.view !== before.view || now.training !== before.training || now.graph !== before.graph) askSoon();
  });
}
