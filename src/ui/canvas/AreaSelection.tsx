/** Selection by a rectangle or a free line: by the tool in view.tool, or by a drag with shift held down. */
import { useLayoutEffect, useRef } from 'react';
import { useActions } from '../state/actions';
import { toolOf } from '../state/guards';
import { useAppState } from '../state/hooks';
import styles from './AreaSelection.module.css';
import { nodesIn } from './picking';
import { rectangle, type Point } from './polygon';
import { useCanvasScene } from './sceneContext';

/** A press that moves less than this many CSS pixels is a click. */
const CLICK_SLACK = 4;
/** Points of a free line are at least so far apart. */
const STEP = 3;

const pathOf = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

export function AreaSelection() {
  const scene = useCanvasScene();
  const actions = useActions();
  const tool = useAppState((state) => toolOf(state.view));
  const path = useRef<SVGPathElement>(null);

  useLayoutEffect(() => {
    const { container, steering } = scene;
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
      steering.hold(event.pointerId);
    };
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== pointer) return;
      const point = at(event);
      const before = trail.at(-1)!;
      // A line of a thousand points says no more, and takes long to be inside of.
      if (Math.hypot(point.x - before.x, point.y - before.y) < STEP) return;
      trail.push(point);
      if (wide()) show(pathOf(outline()));
    };
    const end = (event: PointerEvent): void => {
      if (event.pointerId !== pointer) return;
      pointer = null;
      show('');
      if (event.type === 'pointercancel' || !wide()) return;
      actions.select(nodesIn(scene, outline()), event.shiftKey ? 'add' : event.altKey ? 'remove' : 'replace');
    };
    container.addEventListener('pointerdown', down);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    scene.flag('tool', tool);
    return () => {
      container.removeEventListener('pointerdown', down);
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
