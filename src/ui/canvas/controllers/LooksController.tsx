/** Colours and shapes of the nodes: from colour mode, numbers, selection and theme. Writes only what changed. */
import { useLayoutEffect } from 'react';
import type { AppState } from '../../state/appState';
import { isFiltering } from '../../state/filter';
import { useAppStore } from '../../state/hooks';
import type { Theme } from '../../palette/palette';
import { useTheme } from '../../palette/theme';
import { isRecoloured } from '../colouring';
import type { Scene } from '../scene';
import { useCanvasScene } from '../sceneContext';
import { isSameStyling, stylingOf, type Styling } from '../styles';

/** Paints from state; the returned function does it again for a newer state, where it looks any different. */
function painter(scene: Scene, theme: Theme): (state: AppState) => void {
  let drawn: { readonly data: object; readonly styling: Styling } | null = null;
  return (state) => {
    const styling = stylingOf(state, scene.topology, theme);
    const data = state.graph?.data;
    if (!styling || !data) return;
    const isSame = drawn?.data === data && isSameStyling(drawn.styling, styling);
    drawn = { data, styling };
    if (!isSame) scene.paint(styling.styles, styling.styleOf);
  };
}

const isSameFocus = (now: AppState, before: AppState): boolean =>
  now.view.selection === before.view.selection &&
  now.view.layer === before.view.layer &&
  now.view.field === before.view.field &&
  now.training.layers === before.training.layers &&
  now.run.model === before.run.model &&
  now.view.filter === before.view.filter &&
  (!isFiltering(now.view.filter) || now.training.predictions === before.training.predictions);

export function LooksController(): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  const theme = useTheme();
  useLayoutEffect(() => {
    scene.paintGround(theme);
    const paint = painter(scene, theme);
    paint(store.getState());
    const unsubscribe = store.subscribe((state, before) => {
      if (isRecoloured(state, before) || !isSameFocus(state, before)) paint(state);
    });
    const forget = scene.adopted.add(() => paint(store.getState()));
    return () => {
      unsubscribe();
      forget();
    };
  }, [scene, store, theme]);
  return null;
}
