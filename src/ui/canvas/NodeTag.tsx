/** Beside the node under the pointer its name and classes; beside a single selected node its name, unless it carries its number. */
import { useLayoutEffect, useRef } from 'react';
import { useAppState } from '../state/hooks';
import styles from './NodeTag.module.css';
import { nodeText } from './nodeText';
import { useCanvasScene } from './sceneContext';

export function NodeTag() {
  const scene = useCanvasScene();
  const tag = useRef<HTMLDivElement>(null);
  const data = useAppState((state) => state.graph?.data ?? null);
  const predictions = useAppState((state) => state.training.predictions);
  const hovered = useAppState((state) => state.hovered);
  const selected = useAppState(({ view }) => (view.selection.length === 1 ? view.selection[0]! : null));
  const node = hovered ?? (scene.numbered ? null : selected);
  const shown = data && node !== null && node < data.numNodes ? node : null;

  useLayoutEffect(() => {
    if (shown === null) return undefined;
    const follow = (): void => {
      const element = tag.current;
      if (!element) return;
      const { x, y } = scene.pointOf(shown);
      const { width, height } = scene;
      const gap = scene.radiusOf(shown) + 8;
      const toLeft = x + gap + element.offsetWidth > width - 4;
      const left = toLeft ? x - gap - element.offsetWidth : x + gap;
      const top = Math.min(height - element.offsetHeight - 4, Math.max(4, y - element.offsetHeight / 2));
      element.style.transform = `translate(${Math.round(Math.max(4, left))}px, ${Math.round(top)}px)`;
      element.hidden = x < 0 || y < 0 || x > width || y > height;
    };
    follow();
    return scene.drawn.add(follow);
  });

  if (!data || shown === null) return null;
  const { name, details } = nodeText(data, predictions, shown);
  return (
    <div ref={tag} className={styles.tag}>
      <strong>{name}</strong>
      {hovered !== null && details.map((detail) => <span key={detail}>{detail}</span>)}
    </div>
  );
}
