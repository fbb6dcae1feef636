/** Colours and shapes of the nodes: from colour mode, predictions, selection and theme. Writes only what changed. */
import { useLayoutEffect } from 'react';
import type { AppState } from '../../state/appState';
import { useAppStore } from '../../state/hooks';
import type { Theme } from '../../palette/palette';
import { useTheme } from '../../palette/theme';
import { stepsBack } from '../emphasis';
import { lookOf } from '../look';
import { marksFor, markOfNodes } from '../marks';
import type { Scene } from '../scene';
import { useCanvasScene } from '../sceneContext';

const RINGED = 1 << 14;
const BACK = 1 << 15;

/** Paints from state; the returned function does it again for a newer state, and only for nodes that differ. */
function painter(scene: Scene, theme: Theme): (state: AppState) => void {
  const { numNodes } = scene.topology;
  let codes: Uint16Array | null = null;
  let drawn: Pick<AppState, 'graph'> & { mode: string } = { graph: null, mode: '' };
  return ({ graph, view, training }) => {
    if (graph?.data.numNodes !== numNodes) return;
    const { labelling } = graph.data;
    const next = markOfNodes(view.colourBy, labelling, training.predictions);
    const back = stepsBack(scene.topology, view.selection);
    for (const node of labelling.split.train) next[node]! |= RINGED;
    for (let i = 0; i < numNodes; i++) if (back[i]) next[i]! |= BACK;
    const sameMarks = drawn.graph?.data === graph.data && drawn.mode === view.colourBy;
    const before = sameMarks ? codes : null;
    const changed: number[] = [];
    for (let i = 0; i < numNodes; i++) if (next[i] !== before?.[i]) changed.push(i);
    const marks = marksFor(view.colourBy, labelling, theme);
    codes = next;
    drawn = { graph, mode: view.colourBy };
    scene.paint(changed, (i) => {
      const code = next[i]!;
      const mark = marks[code & (RINGED - 1)]!;
      return lookOf(mark, scene.radii[i]!, (code & RINGED) !== 0, (code & BACK) !== 0, theme);
    });
  };
}

export function LooksController(): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  const theme = useTheme();
  useLayoutEffect(() => {
    scene.paintEdges(theme);
    const paint = painter(scene, theme);
    paint(store.getState());
    return store.subscribe((state, before) => {
      const same =
        state.graph?.data === before.graph?.data &&
        state.training.predictions === before.training.predictions &&
        state.view.colourBy === before.view.colourBy &&
        state.view.selection === before.view.selection;
      if (!same) paint(state);
    });
  }, [scene, store, theme]);
  return null;
}
