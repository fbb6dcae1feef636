/** Has the rules that learn nothing scored on the split of the open run, beside it; a new run drops what is under way. */
import { messageOf } from '../../data/base/errors';
import type { Engine } from '../../engine/client';
import type { BaselinesState } from '../state/baselines';
import type { Context } from './context';

export interface Baselines {
  start(): void;
}

export function createBaselines({ store, update }: Context, engine: Pick<Engine, 'baselines'>): Baselines {
  /** Numbers the tables asked for: what belongs to an older one comes too late. */
  let newest = 0;
  const put = (baselines: BaselinesState | null) => update((state) => ({ ...state, baselines }));

  // Another run or another graph is split otherwise.
  store.subscribe((now, before) => {
    const isOther = now.training.layers !== before.training.layers || now.graph?.data !== before.graph?.data;
    if (!isOther || now.baselines === null) return;
    newest += 1;
    put(null);
  });

  const ask = async (mine: number) => {
    const isWanted = () => mine === newest;
    const running = (share: number): BaselinesState => ({ kind: 'running', share, rows: [], message: null });
    put(running(0));
    try {
      const rows = await engine.baselines((share) => {
        if (isWanted()) put(running(share));
      });
      if (isWanted()) put({ kind: 'done', share: 1, rows, message: null });
    } catch (error) {
      if (isWanted()) put({ kind: 'failed', share: 0, rows: [], message: messageOf(error) });
    }
  };
  return { start: () => void ask((newest += 1)) };
}
