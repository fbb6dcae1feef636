/** Keeps rings and strong edges in step with state and camera; at most once per animation frame. */
import { useLayoutEffect } from 'react';
import { useAppStore } from '../../state/hooks';
import { useTheme } from '../../palette/theme';
import { drawHighlight } from '../highlight';
import { useCanvasScene } from '../sceneContext';

interface HighlightProps {
  readonly withEdges: boolean;
}

export function HighlightController({ withEdges }: HighlightProps): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  const theme = useTheme();
  useLayoutEffect(() => {
    let frame = 0;
    const draw = (): void => {
      cancelAnimationFrame(frame);
      frame = 0;
      const { hovered, view, lit } = store.getState();
      drawHighlight(scene, { hovered, selection: view.selection, theme, withEdges, lit });
    };
    const schedule = (): void => {
      frame ||= requestAnimationFrame(draw);
    };
    const forget = scene.drawn.add(draw);
    const unsubscribe = store.subscribe((state, before) => {
      const isSame =
        state.hovered === before.hovered &&
        state.view.selection === before.view.selection &&
        state.lit === before.lit;
      if (!isSame) schedule();
    });
    schedule();
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      forget();
    };
  }, [scene, store, theme, withEdges]);
  return null;
}
