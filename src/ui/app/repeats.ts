/** The settings of the open run with several seeds, trained in a worker of its own beside the run on the page. */
import { messageOf } from '../../data/base/errors';
import type { Engine } from '../../engine/client';
import type { SeedRun, SeedsJob } from '../../data/run/records';
import type { SeedsState } from '../state/appState';
import { settingsNow } from '../state/settings';
import type { Context } from './context';

export interface Repeats {
  /** Ends what ran before. Rejects when it is cancelled or fails; the page shows that as well. */
  start(seeds: readonly number[]): Promise<readonly SeedRun[]>;
  cancel(): void;
}

export function createRepeats({ store, update, notify }: Context, engine: Engine): Repeats {
  let job: SeedsJob | null = null;

  const set = (change: Partial<SeedsState>) =>
    update((state) => (state.seeds ? { ...state, seeds: { ...state.seeds, ...change } } : state));

  const cancel = () => {
    const ended = job;
    job = null;
    ended?.cancel();
    update((state) => ({ ...state, seeds: null }));
  };

  const start = async (seeds: readonly number[]): Promise<readonly SeedRun[]> => {
    cancel();
    const { graph } = store.getState();
    if (!graph) throw new Error('seeds: expected a graph, found none. Load a data set first.');
    const run = settingsNow(store.getState());
    update((state) => ({
      ...state,
      seeds: { kind: 'running', run, seeds, done: [], share: 0, message: null },
    }));
    const mine = engine.seeds(run, graph.base, seeds, ({ done, share }) => {
      if (job === mine) set({ done, share });
    });
    job = mine;
    try {
      const done = await mine.result;
      if (job === mine) set({ kind: 'done', done, share: 1 });
      return done;
    } catch (error) {
      if (job === mine) {
        set({ kind: 'failed', message: messageOf(error) });
        notify('error', messageOf(error));
      }
      throw error;
    }
  };

  return { start, cancel };
}
