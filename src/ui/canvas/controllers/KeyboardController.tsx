/** Makes a canvas reachable by keyboard: arrows move it, + and - zoom, f shows all of it. */
import { useLayoutEffect } from 'react';
import { useCanvasScene } from '../sceneContext';

export function KeyboardController(): null {
  const scene = useCanvasScene();
  useLayoutEffect(() => {
    const container = scene.container;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !scene.steer(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    container.addEventListener('keydown', press);
    return () => container.removeEventListener('keydown', press);
  }, [scene]);
  return null;
}
