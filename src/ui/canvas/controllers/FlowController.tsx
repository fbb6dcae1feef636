/** The lines of messages and of the receptive field: which there are, and the clock that moves them. */
import { useLayoutEffect } from 'react';
import type { AppState } from '../../state/appState';
import { useAppStore } from '../../state/hooks';
import type { Theme } from '../../palette/palette';
import { useTheme } from '../../palette/theme';
import { shownField, type Field } from '../emphasis';
import { fieldOf } from '../field';
import { createFlowClock } from '../flow/clock';
import type { FlowLine } from '../flow/layer';
import { allLines, fieldLines, isTraceOf, messageLines } from '../flow/lines';
import { useCanvasScene } from '../sceneContext';

const SOURCES = ['graph', 'explained', 'coefficients'] as const;
const VIEWED = ['selection', 'layer', 'field', 'flow', 'head'] as const;

const isSame = (now: AppState, before: AppState): boolean =>
  SOURCES.every((key) => now[key] === before[key]) &&
  VIEWED.every((key) => now.view[key] === before.view[key]) &&
  now.training.layers === before.training.layers &&
  now.run.model === before.run.model;

/** Without a receptive field, the edges of the one selected node. */
function nextTo({ graph, view }: AppState): Field | null {
  const [node] = view.selection;
  if (!graph || view.selection.length !== 1 || node === undefined) return null;
  return { node, hops: 1, hopOf: fieldOf(graph.data.numNodes, graph.data.edgeIndex, node, 1) };
}

function linesOf(state: AppState, theme: Theme): readonly FlowLine[] {
  const { graph, view, training, explained, coefficients } = state;
  if (!graph) return [];
  const { data } = graph;
  const still = (): readonly FlowLine[] => {
    const field = shownField(state) ?? nextTo(state);
    return field ? fieldLines(field, data, theme) : [];
  };
  if (view.flow === 'all' && coefficients?.layer === view.layer) {
    const isOfThis = coefficients.values.length === data.edgeIndex.source.length * coefficients.heads;
    return isOfThis ? allLines(coefficients, data, view.head, theme) : [];
  }
  const [node] = view.selection;
  const { explanation } = explained;
  const isOne = view.selection.length === 1 && view.flow !== 'off';
  if (!isOne || !isTraceOf(explanation, training.layers, view.layer, node)) return still();
  const messages = messageLines(explanation, view.head, theme);
  const spoken = new Set(messages.map(({ source }) => source));
  return [
    ...still().filter(({ source, target }) => target !== node || !spoken.has(source)),
    ...messages.filter(({ source }) => source < data.numNodes),
  ];
}

export function FlowController(): null {
  const scene = useCanvasScene();
  const store = useAppStore();
  const theme = useTheme();
  useLayoutEffect(() => {
    const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');
    const isTraining = () => store.getState().training.phase === 'playing';
    // While a run trains, redraws of the whole picture carry the lines along: steps of their own would cost twice.
    const clock = createFlowClock(
      (seconds) => {
        if (scene.visible) scene.flow.draw(seconds);
      },
      () => !isTraining() && scene.visible && !document.hidden,
    );
    let moves = false;
    const follow = (): void => {
      if (moves && !stillness.matches) return clock.start();
      clock.stop();
      scene.flow.draw(-1);
    };
    const show = (state: AppState): void => {
      const lines = linesOf(state, theme);
      moves = lines.some(({ pace }) => pace > 0);
      scene.flow.show(lines);
      follow();
    };
    show(store.getState());
    const unsubscribe = store.subscribe((state, before) => {
      if (!isSame(state, before)) show(state);
    });
    stillness.addEventListener('change', follow);
    return () => {
      stillness.removeEventListener('change', follow);
      unsubscribe();
      clock.stop();
      scene.flow.show([]);
    };
  }, [scene, store, theme]);
  return null;
}
