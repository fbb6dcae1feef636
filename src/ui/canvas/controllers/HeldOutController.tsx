/** Keeps the lines of held-out pairs in step with scores, threshold and camera; at most once per animation frame. */
import { useLayoutEffect } from 'react';
import { useTheme } from '../../palette/theme';
import type { AppState } from '../../state/appState';
import { scoredPairs } from '../../state/heldOut';
import { useAppStore } from '../../state/hooks';
import { createHeldOutLayer, drawnPairs, type DrawnPairs } from '../heldOut';
import { useCanvasScene } from '../sceneContext';

type Source = Pick<AppState, 'heldOut' | 'training' | 'view'>;

/** Of the newest state: both canvases ask for it, and a click. */
let newest: { readonly of: Source; readonly drawn: DrawnPairs | null } | null = null;

const isSame = (now: Source, before: Source): boolean =>
  now.heldOut === before.heldOut &&
  now.training.frame === before.training.frame &&
  now.view.heldOut === before.view.heldOut &&
  now.view.threshold === before.view.threshold;

/** What of the held-out pairs is drawn; null where nothing is. */
export function pairsDrawn(state: Source): DrawnPairs | null {
  if (newest && isSame(newest.of, state)) return newest.drawn;
  const scored = state.view.heldOut ? scoredPairs(state) : null;
  newest = { of: state, drawn: scored && drawnPairs(scored, state.view.threshold) };
  return newest.drawn;
}

export function HeldOutController(): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  const theme = useTheme();
  useLayoutEffect(() => {
    const layer = createHeldOutLayer(scene);
    let frame = 0;
    const draw = (): void => {
      cancelAnimationFrame(frame);
      frame = 0;
      layer.draw(pairsDrawn(store.getState()), theme);
    };
    const schedule = (): void => {
      frame ||= requestAnimationFrame(draw);
    };
    const forget = scene.drawn.add(draw);
    const unsubscribe = store.subscribe((state, before) => {
      if (!isSame(state, before)) schedule();
    });
    schedule();
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      forget();
      layer.remove();
    };
  }, [scene, store, theme]);
  return null;
}
