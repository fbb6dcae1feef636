/** Colours and shapes of the nodes: from colour mode, numbers, selection and theme. Writes only what changed. */
import { useLayoutEffect } from 'react';
import type { AppState } from '../../state/appState';
import { isFiltering } from '../../state/filter';
import { useAppStore } from '../../state/hooks';
import type { Theme } from '../../palette/palette';
import { useTheme } from '../../palette/theme';
import { colouringOf, isRecoloured } from '../colouring';
import { DIMMED, levelsOf } from '../emphasis';
import { lookOf } from '../look';
import { ringColour, ringsOf } from '../rings';
import type { Scene } from '../scene';
import { useCanvasScene } from '../sceneContext';

/** A node's look in one number: its mark, its ring (0 none, 1 of the set, 2 + c given as class c), how far it steps back. */
const RING = 16;
const LEVEL = 25;
const GONE = 2 ** 30;

/** Paints from state; the returned function does it again for a newer state, and only for nodes that differ. */
function painter(scene: Scene, theme: Theme): (state: AppState) => void {
  let codes: Int32Array | null = null;
  let drawn: { readonly data: object | null; readonly key: string } = { data: null, key: '' };
  return (state) => {
    const { numNodes } = scene.topology;
    const data = state.graph?.data;
    const colouring = colouringOf(state, theme);
    if (data?.numNodes !== numNodes || !colouring) return;
    const rings = ringsOf(data.labelling, numNodes);
    const levels = levelsOf(scene.topology, state);
    const next = Int32Array.from(
      colouring.markOf,
      (mark, i) => mark | (rings[i]! << RING) | (levels[i]! << LEVEL),
    );
    for (const node of data.tombstones ?? []) next[node] = GONE;
    const before = drawn.data === data && drawn.key === colouring.key ? codes : null;
    const changed: number[] = [];
    for (let i = 0; i < numNodes; i++) if (next[i] !== before?.[i]) changed.push(i);
    codes = next;
    drawn = { data, key: colouring.key };
    scene.paint(changed, (i) => {
      const code = next[i]!;
      const isGone = code === GONE;
      const mark = isGone ? colouring.marks.at(-1)! : colouring.marks[code & 0xffff]!;
      const ring = isGone ? null : ringColour(rings[i]!, data.labelling, theme);
      const look = lookOf(mark, scene.radii[i]!, ring, isGone ? 0 : DIMMED[levels[i]!]!, theme);
      return isGone ? { ...look, hidden: true } : look;
    });
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
    scene.paintEdges(theme);
    const paint = painter(scene, theme);
    paint(store.getState());
    return store.subscribe((state, before) => {
      if (isRecoloured(state, before) || !isSameFocus(state, before)) paint(state);
    });
  }, [scene, store, theme]);
  return null;
}
