/** Keeps lines to true neighbours and marks of badly placed points in step with state and camera. */
import { useLayoutEffect } from 'react';
import type { AppState } from '../../state/appState';
import { useAppStore } from '../../state/hooks';
import { useTheme } from '../../palette/theme';
import { useCanvasScene } from '../sceneContext';
import { createTrustLayer, type Trust } from '../trust';

function trustOf({ view, nearest, projection }: AppState): Trust {
  const known = nearest?.kind === 'found' && nearest.layer === view.layer ? nearest : null;
  const isSelected = view.selection.length === 1 && view.selection[0] === known?.node;
  const fidelity = projection?.kind === 'points' ? projection.fidelity : null;
  return {
    lines: view.trueNeighbours && known && isSelected ? { node: known.node, nearest: known.nodes } : null,
    kept: view.badlyPlaced ? (fidelity?.perNode ?? null) : null,
  };
}

export function TrustController(): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  const theme = useTheme();
  useLayoutEffect(() => {
    const layer = createTrustLayer(scene);
    let frame = 0;
    const draw = (): void => {
      cancelAnimationFrame(frame);
      frame = 0;
      layer.draw(trustOf(store.getState()), theme);
    };
    const schedule = (): void => {
      frame ||= requestAnimationFrame(draw);
    };
    const forget = scene.drawn.add(draw);
    const unsubscribe = store.subscribe((state, before) => {
      const isSame =
        state.view === before.view &&
        state.nearest === before.nearest &&
        state.projection === before.projection;
      if (!isSame) schedule();
    });
    schedule();
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      forget();
      layer.remove();
    };
  }, [scene, store, theme]);
  return null;
}
