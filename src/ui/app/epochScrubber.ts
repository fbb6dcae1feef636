/**
 * Moving through the epochs that a run has been at: by hand, or played back. While the epoch moves, pictures are
 * previews; where it comes to rest they settle.
 */
import type { Context } from './context';
import { shownOnPage } from './context';
import { epochsPerSecond, type Runner } from './running';

export interface Traveller {
  /** A hand takes the slider, or lets it go. */
  hold(isHeld: boolean): void;
  /** Plays back from the shown epoch (from the beginning, at the end) to the last one; ends a playback under way. */
  playBack(): void;
}

export function createTraveller({ store, update }: Context, runner: Runner): Traveller {
  let frame = 0;

  const set = (travelling: boolean) => {
    if (store.getState().travelling === travelling) return;
    update((state) => ({ ...state, travelling }));
    runner.project();
  };

  const end = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    set(false);
  };

  const hold = (isHeld: boolean) => {
    cancelAnimationFrame(frame);
    frame = 0;
    set(isHeld);
  };

  const playBack = () => {
    if (frame !== 0) return end();
    const { training, view, run } = store.getState();
    const last = training.records.length - 1;
    if (last < 1) return;
    const first = training.epoch >= last ? 0 : training.epoch;
    const pace = Math.min(epochsPerSecond(view.pace, run.training.epochs), last);
    let began: number | null = null;
    let isBusy = false;
    set(true);
    const step = (now: number) => {
      began ??= now;
      const { training: present, travelling } = store.getState();
      const isTheirs = present.phase === 'playing' || present.phase === 'opening' || !travelling;
      const wanted = Math.min(last, first + Math.floor(((now - began) / 1000) * pace));
      if (isTheirs || (present.epoch >= last && wanted >= last)) return end();
      if (!isBusy && wanted !== present.epoch) {
        isBusy = true;
        void runner
          .seek(wanted)
          .catch(shownOnPage)
          .finally(() => {
            isBusy = false;
          });
      }
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  };

  return { hold, playBack };
}
