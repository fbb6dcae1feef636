/** Keeps a canvas on the newest edit of its graph. Comes before the controllers that draw it: they ask for its nodes. */
import { useLayoutEffect } from 'react';
import type { AppState } from '../../state/appState';
import { useAppStore } from '../../state/hooks';
import { useCanvasScene } from '../sceneContext';

export function TopologyController(): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  useLayoutEffect(() => {
    const { base } = store.getState().graph ?? {};
    const follow = ({ graph }: AppState): void => {
      // Another graph has a canvas of its own.
      if (graph && graph.base === base) scene.adopt(graph.data);
    };
    follow(store.getState());
    return store.subscribe((state, before) => {
      if (state.graph?.data !== before.graph?.data) follow(state);
    });
  }, [scene, store]);
  return null;
}
