/**
 * A canvas by keyboard: arrows go from node to node, in the graph along its edges first; Enter selects, Shift adds. A
 * live region says where one is. Shift with an arrow moves the picture, + and - zoom, f shows all of it.
 */
import { useLayoutEffect, useState } from 'react';
import { useActions } from '../../state/actions';
import { useAppStore } from '../../state/hooks';
import { nodeText } from '../nodeText';
import type { Scene } from '../scene';
import { useCanvasScene } from '../sceneContext';
import { neighboursOf } from '../topology';
import { isArrow, nodeAt, nodeTowards } from '../walk';
import styles from './KeyboardController.module.css';

export function KeyboardController() {
  const scene = useCanvasScene();
  const store = useAppStore();
  const actions = useActions();
  const [said, setSaid] = useState('');
  useLayoutEffect(() => {
    const { container } = scene;
    let at: number | null = null;

    const goTo = (node: number): void => {
      const { graph, training } = store.getState();
      if (!graph) return;
      const isNeighbour = at !== null && neighboursOf(scene.topology, at).includes(node);
      const before = at;
      at = node;
      actions.hover(node);
      scene.reveal(node);
      const { name, details } = nodeText(graph.data, training.predictions, node);
      const degree = neighboursOf(scene.topology, node).length;
      setSaid(
        [
          name,
          ...details,
          `${degree} ${degree === 1 ? 'neighbour' : 'neighbours'}`,
          ...(isNeighbour ? [`neighbour of ${nodeText(graph.data, null, before!).name}`] : []),
        ].join(', '),
      );
    };

    const walk = (key: string): void => {
      const nodes = nodesOf(scene);
      const { selection } = store.getState().view;
      const pointOf = (node: number) => scene.pointOf(node);
      if (at === null || !scene.has(at)) {
        const middle = { x: scene.width / 2, y: scene.height / 2 };
        const first = selection.length === 1 ? selection[0]! : nodeAt(middle, nodes, pointOf);
        if (first !== null && scene.has(first)) goTo(first);
        return;
      }
      const from = scene.pointOf(at);
      const near =
        scene.name === 'graph' ? [...neighboursOf(scene.topology, at)].filter((node) => scene.has(node)) : [];
      const next = nodeTowards(key, from, near, pointOf) ?? nodeTowards(key, from, nodes, pointOf);
      if (next !== null) goTo(next);
    };

    const press = (event: KeyboardEvent): void => {
      const { key, shiftKey } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isArrow(key) && !shiftKey) walk(key);
      else if (key === 'Enter' && at !== null) {
        actions.select([at], shiftKey ? 'toggle' : 'replace');
        setSaid(
          (before) =>
            `${before.replace(/, (not )?selected$/, '')}, ${store.getState().view.selection.includes(at!) ? '' : 'not '}selected`,
        );
      } else if (!scene.steer(key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const leave = (): void => {
      if (at !== null) actions.hover(null);
      at = null;
    };
    container.addEventListener('keydown', press);
    container.addEventListener('blur', leave);
    return () => {
      container.removeEventListener('keydown', press);
      container.removeEventListener('blur', leave);
    };
  }, [scene, store, actions]);
  return (
    <output className={styles.said} aria-live="polite">
      {said}
    </output>
  );
}

const nodesOf = (scene: Scene): readonly number[] =>
  Array.from({ length: scene.topology.numNodes }, (_, node) => node).filter((node) => scene.has(node));
