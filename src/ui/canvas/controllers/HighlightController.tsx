/** Keeps rings and strong edges in step with state and camera; at most once per animation frame. */
import { useLayoutEffect } from 'react';
import { useAppStore } from '../../state/hooks';
import { useTheme } from '../../palette/theme';
import { ringedField } from '../emphasis';
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
    let field = ringedField(store.getState());
    const draw = (): void => {
      cancelAnimationFrame(frame);
      frame = 0;
      const { hovered, view, lit } = store.getState();
      drawHighlight(scene, { hovered, selection: view.selection, theme, withEdges, lit, field });
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
      const isSameField =
        state.view.selection === before.view.selection &&
        state.view.layer === before.view.layer &&
        state.view.field === before.view.field &&
        state.graph === before.graph &&
        state.run.model === before.run.model &&
        state.training.layers === before.training.layers;
      if (!isSameField) field = ringedField(state);
      if (!isSame || !isSameField) schedule();
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
