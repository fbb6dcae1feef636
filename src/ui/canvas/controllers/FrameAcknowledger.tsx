/** Tells the engine, once per training frame, progress and projection picture, that it has been drawn. Mounted once. */
import { useEffect } from 'react';
import { useActions } from '../../state/actions';
import { useAppStore } from '../../state/hooks';
import { frameTurns } from '../frameTurns';
import { createLedger, type FrameClock } from '../frameLedger';

const CLOCK: FrameClock = {
  hidden: () => document.hidden,
  afterDrawing(then) {
    // The task after the animation frame: by then every canvas that had something to draw in it has drawn.
    const afterThisFrame = () => setTimeout(then, 0);
    // Canvases that take turns need two frames until both have drawn.
    requestAnimationFrame(() =>
      frameTurns.isSlow ? requestAnimationFrame(afterThisFrame) : afterThisFrame(),
    );
  },
};

export function FrameAcknowledger(): null {
  const store = useAppStore();
  const actions = useActions();
  useEffect(() => {
    const training = createLedger(CLOCK, () => actions.drawn('training'));
    const projection = createLedger(CLOCK, () => actions.drawn('projection'));
    const settle = (): void => {
      training.settle();
      projection.settle();
    };
    const onVisibility = (): void => {
      if (document.hidden) settle();
    };
    const arrive = (state: ReturnType<typeof store.getState>, before: typeof state | null): void => {
      if (state.training.frame && state.training.frame !== before?.training.frame) training.arrived();
      const { underWay } = state.training;
      if (underWay && underWay !== before?.training.underWay) training.arrived();
      if (state.projection && state.projection !== before?.projection) projection.arrived();
    };
    document.addEventListener('visibilitychange', onVisibility);
    arrive(store.getState(), null);
    const unsubscribe = store.subscribe(arrive);
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', onVisibility);
      settle();
    };
  }, [store, actions]);
  return null;
}
