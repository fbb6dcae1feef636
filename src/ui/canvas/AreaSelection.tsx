/** Selection by a rectangle or a free line: by the tool in view.tool, or by a drag with shift held down. */
import { useLayoutEffect, useRef } from 'react';
import { useActions } from '../state/actions';
import { toolOf } from '../state/guards';
import { useAppState } from '../state/hooks';
import styles from './AreaSelection.module.css';
import { isInside, rectangle, type Point } from './polygon';
import { useCanvasScene } from './sceneContext';

/** A press that moves less than this many CSS pixels is a click. */
const CLICK_SLACK = 4;

const pathOf = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

const swallow = (click: MouseEvent): void => click.stopPropagation();

export function AreaSelection() {
  const scene = useCanvasScene();
  const actions = useActions();
  const tool = useAppState((state) => toolOf(state.view));
  const path = useRef<SVGPathElement>(null);

  useLayoutEffect(() => {
    const container = scene.sigma.getContainer();
    let trail: Point[] = [];
    let pointer: number | null = null;

    const at = (event: PointerEvent): Point => {
      const { left, top } = container.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const outline = (): readonly Point[] =>
      tool === 'lasso' ? trail : rectangle(trail[0]!, trail[trail.length - 1]!);
    const wide = (): boolean =>
      trail.some(({ x, y }) => Math.hypot(x - trail[0]!.x, y - trail[0]!.y) > CLICK_SLACK);
    const show = (d: string): void => path.current?.setAttribute('d', d);

    const down = (event: PointerEvent): void => {
      const selects = tool === 'box' || tool === 'lasso' || event.shiftKey;
      if (event.button !== 0 || !event.isPrimary || !selects) return;
      pointer = event.pointerId;
      trail = [at(event)];
    };
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== pointer) return;
      trail.push(at(event));
      if (wide()) show(pathOf(outline()));
    };
    const end = (event: PointerEvent): void => {
      if (event.pointerId !== pointer) return;
      pointer = null;
      show('');
      if (event.type === 'pointercancel' || !wide()) return;
      // The click that follows a drag belongs to the drag.
      container.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => container.removeEventListener('click', swallow, { capture: true }), 0);
      const area = outline();
      const inside: number[] = [];
      for (let node = 0; node < scene.topology.numNodes; node++)
        if (scene.has(node) && isInside(area, scene.pointOf(node))) inside.push(node);
      actions.select(inside, event.shiftKey ? 'add' : event.altKey ? 'remove' : 'replace');
    };
    /** Keeps the press from Sigma, which would move the picture; Sigma listens to these, not to pointer events. */
    const keep = (event: MouseEvent | TouchEvent): void => {
      if (pointer !== null) event.stopPropagation();
    };

    container.addEventListener('pointerdown', down);
    container.addEventListener('mousedown', keep, { capture: true });
    container.addEventListener('touchstart', keep, { capture: true });
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    container.dataset.tool = tool;
    return () => {
      container.removeEventListener('pointerdown', down);
      container.removeEventListener('mousedown', keep, { capture: true });
      container.removeEventListener('touchstart', keep, { capture: true });
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
  }, [scene, actions, tool]);

  return (
    <svg className={styles.area} aria-hidden="true">
      <path ref={path} />
    </svg>
  );
}
