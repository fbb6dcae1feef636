/** The scene of the canvas that a controller stands in. */
import { createContext, use } from 'react';
import type { Scene } from './scene';

const SceneContext = createContext<Scene | null>(null);
export const SceneProvider = SceneContext.Provider;

export function useCanvasScene(): Scene {
  const scene = use(SceneContext);
  if (!scene) throw new Error('ui/canvas: expected a canvas around this controller, found none.');
  return scene;
}
