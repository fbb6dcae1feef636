/** Where the points of a canvas are: glides to whatever positions `select` finds in the newest state. */
import { useLayoutEffect } from 'react';
import type { AppState } from '../../state/appState';
import { useAppStore } from '../../state/hooks';
import { createMover } from '../mover';
import { useCanvasScene } from '../sceneContext';

interface MotionProps {
  /** A function that is the same at every render. */
  readonly select: (state: AppState) => Float32Array | null;
}

export function MotionController({ select }: MotionProps): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  useLayoutEffect(() => {
    const mover = createMover(scene);
    let shown: Float32Array | null = null;
    const follow = (state: AppState): void => {
      const positions = select(state);
      if (positions === shown || positions?.length !== 2 * scene.topology.numNodes) return;
      shown = positions;
      mover.moveTo(positions);
    };
    follow(store.getState());
    const unsubscribe = store.subscribe(follow);
    const forget = scene.adopted.add(() => follow(store.getState()));
    return () => {
      unsubscribe();
      forget();
      mover.stop();
    };
  }, [scene, store, select]);
  return null;
}
