/** Opens two runs side by side, and closes them again: their workers live as long as somebody looks. */
import { fail, messageOf } from '../../data/base/errors';
import type { Comparison, Engine } from '../../engine/client';
import type { Compared, ProjectionMethod } from '../../data/run/pictures';
import type { LayerInfo } from '../../data/run/records';
import { sideOf, whyNot, type ComparedSide, type ComparisonState } from '../state/comparison';
import type { Context } from './context';

export interface Look {
  readonly layer?: string;
  readonly method?: ProjectionMethod;
}

export interface Comparing {
  /**
   * @param first, second numbers of runs; null: the open one
   * @throws PlaygroundError where there is no such run or the two cannot be compared
   */
  start(first: number | null, second: number | null, look?: Look): Promise<Compared>;
  /** Another layer or method of the same two. */
  look(look: Look): Promise<Compared>;
  close(): void;
}

/** The layer that was asked for where both have it, else the last hidden one of both. */
const layerIn = (layers: readonly LayerInfo[], wanted: string): string =>
  (
    layers.find(({ id }) => id === wanted) ??
    layers.findLast(({ kind }) => kind === 'hidden') ??
    layers.at(-1)
  )?.id ?? wanted;

const kept = ({ number, run, records, epoch }: ComparedSide) => ({
  number,
  run,
  records: records.slice(1),
  epoch,
});

export function createComparing({ store, update }: Context, engine: Engine): Comparing {
  let open: Comparison | null = null;
  /** Numbers what was asked for: an older answer comes too late. */
  let asking = 0;

  const set = (change: Partial<ComparisonState>) =>
    update((state) =>
      state.comparison ? { ...state, comparison: { ...state.comparison, ...change } } : state,
    );

  const close = () => {
    asking++;
    open?.close();
    open = null;
    if (store.getState().comparison) update((state) => ({ ...state, comparison: null, hovered: null }));
  };

  const look = async ({ layer, method }: Look): Promise<Compared> => {
    const mine = ++asking;
    const of = open;
    const { comparison } = store.getState();
    if (!of || !comparison) throw fail('compare', 'expected two runs side by side, found none');
    const wanted = { layer: layer ?? comparison.layer, method: method ?? comparison.method };
    set({ kind: 'working', message: null, ...wanted });
    try {
      const layers = await of.layers;
      const request = {
        ...wanted,
        layer: layerIn(layers, wanted.layer),
        seed: store.getState().view.pictureSeed,
      };
      if (mine === asking) set({ layers, layer: request.layer });
      const compared = await of.look(request);
      if (mine === asking) set({ kind: 'ready', compared });
      return compared;
    } catch (error) {
      if (mine === asking) set({ kind: 'failed', message: messageOf(error) });
      throw error;
    }
  };

  const start = async (first: number | null, second: number | null, asked: Look = {}): Promise<Compared> => {
    const state = store.getState();
    const sides = [sideOf(state, engine.number(), first), sideOf(state, engine.number(), second)] as const;
    const [one, other] = sides;
    const { graph } = state;
    if (!graph || !one || !other)
      throw fail(
        'compare',
        `expected two runs of this visit, got ${first} and ${second}`,
        'See playground.runs().',
      );
    const reason = whyNot(one, other, state.run.data);
    if (reason) throw reason;
    close();
    const { layer, method } = state.view;
    update((now) => ({
      ...now,
      comparison: {
        base: graph.base,
        sides: [one, other],
        layers: [],
        layer,
        method,
        kind: 'working',
        compared: null,
        message: null,
      },
    }));
    open = engine.compare(graph.base, [kept(one), kept(other)]);
    return look(asked);
  };

  // Undo and the console can bring another graph under the pictures.
  store.subscribe(({ comparison, graph }) => {
    if (comparison && graph?.base !== comparison.base) close();
  });

  return { start, look, close };
}
