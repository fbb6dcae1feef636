/** Keeps a canvas on the newest edit of its graph. Comes before the controllers that draw it: they ask for its nodes. */
import { useLayoutEffect } from 'react';
import type { AppState } from '../../state/appState';
import { useAppStore } from '../../state/hooks';
import { useCanvasScene } from '../sceneContext';
import { topologySoon } from '../topology';

export function TopologyController(): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  useLayoutEffect(() => {
    const { base } = store.getState().graph ?? {};
    let giveUp = (): void => {};
    const follow = ({ graph }: AppState): void => {
      giveUp();
      // Another graph has a canvas of its own.
      if (graph && graph.base === base)
        giveUp = topologySoon(graph.data, (topology) => scene.adopt(graph.data, topology));
    };
    follow(store.getState());
    const unsubscribe = store.subscribe((state, before) => {
      if (state.graph?.data !== before.graph?.data) follow(state);
    });
    return () => {
      unsubscribe();
      giveUp();
    };
  }, [scene, store]);
  return null;
}
