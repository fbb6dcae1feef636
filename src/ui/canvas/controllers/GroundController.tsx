/** Keeps axes and decision boundary behind the nodes in step with the picture of a layer of two units, and the camera. */
import { useLayoutEffect } from 'react';
import type { AppState } from '../../state/appState';
import { useAppStore } from '../../state/hooks';
import type { Theme } from '../../palette/palette';
import { useTheme } from '../../palette/theme';
import { drawGround, type Ground } from '../boundary';
import { Overlay } from '../overlay';
import { useCanvasScene } from '../sceneContext';

/** Null where the picture has no axes. */
function groundOf({ projection, training, graph }: AppState, theme: Theme): Ground | null {
  if (projection?.kind !== 'points' || projection.method !== 'axes') return null;
  const isOutput = training.layers.find(({ id }) => id === projection.layer)?.kind === 'output';
  const [first, second] = graph?.data.labelling.classNames ?? [];
  const nameOf = (unit: number, name: string | undefined): string =>
    isOutput && name !== undefined ? `unit ${unit}: logit of ${name}` : `unit ${unit}`;
  return {
    readout: projection.readout ?? null,
    theme,
    names: [nameOf(1, first), nameOf(2, second)],
  };
}

export function GroundController(): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  const theme = useTheme();
  useLayoutEffect(() => {
    const overlay = new Overlay(scene.container, 'ground');
    scene.container.prepend(overlay.canvas);
    const draw = (): void => {
      const ground = groundOf(store.getState(), theme);
      overlay.draw(ground && ((context) => drawGround(context, ground, scene.placing, scene)));
    };
    const forget = scene.drawn.add(draw);
    const unsubscribe = store.subscribe((state, before) => {
      if (state.projection !== before.projection || state.graph !== before.graph) scene.redraw();
    });
    draw();
    return () => {
      forget();
      unsubscribe();
      overlay.remove();
    };
  }, [scene, store, theme]);
  return null;
}
