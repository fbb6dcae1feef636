/** Keeps axes, their names and the decision boundary in step with the picture of a layer of two units, and the camera. */
import { useLayoutEffect } from 'react';
import { useAppStore } from '../../state/hooks';
import { useTheme } from '../../palette/theme';
import { drawAxisNames, drawGround, groundOf } from '../ground';
import { Overlay } from '../overlay';
import { createCanvasPen } from '../picture/canvasPen';
import { useCanvasScene } from '../sceneContext';

export function GroundController(): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  const theme = useTheme();
  useLayoutEffect(() => {
    const ground = new Overlay(scene.container, 'ground');
    scene.container.prepend(ground.canvas);
    const names = new Overlay(scene.container, 'axisNames', scene.over);
    const draw = (): void => {
      const shown = groundOf(store.getState(), theme);
      const area = { x: 0, y: 0, width: scene.width, height: scene.height };
      ground.draw(shown && ((context) => drawGround(createCanvasPen(context), shown, scene.placing, area)));
      names.draw(shown && ((context) => drawAxisNames(createCanvasPen(context), shown, area)));
    };
    const forget = scene.drawn.add(draw);
    const unsubscribe = store.subscribe((state, before) => {
      if (state.projection !== before.projection || state.graph !== before.graph) scene.redraw();
    });
    draw();
    return () => {
      forget();
      unsubscribe();
      ground.remove();
      names.remove();
    };
  }, [scene, store, theme]);
  return null;
}
