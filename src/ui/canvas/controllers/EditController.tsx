/**
 * Edits by hand, with the tools `connect` and `add`: a drag from a node to a node joins them, with `add` a drag onto
 * the ground or a click there adds a node; with `connect` a click near an edge selects it. Draws the line that is
 * being pulled, and the selected edge.
 */
import { useLayoutEffect, useRef } from 'react';
import { withEdge, withNode } from '../../../data/run/edits';
import { useActions } from '../../state/actions';
import { connected, editsNow, hasEdge } from '../../state/editing';
import { toolOf } from '../../state/guards';
import { useAppState, useAppStore } from '../../state/hooks';
import { edgeAt, nodeAt } from '../picking';
import type { Point } from '../polygon';
import { useCanvasScene } from '../sceneContext';
import { pointUnder } from '../view/placing';
import styles from './EditController.module.css';

/** A press that moves less than this many CSS pixels is a click. */
const CLICK_SLACK = 4;
/** How far from a rim or a line a press still means it, in CSS pixels. */
const SLACK = { mouse: 5, touch: 14 };

interface Press {
  readonly pointer: number;
  readonly from: number | null;
  readonly at: Point;
  readonly slack: number;
  moved: boolean;
}

/** From rim to rim, so that the line hides no number; `to` may be a point of the ground, of radius 0. */
function lineBetween(from: Point, fromRadius: number, to: Point, toRadius: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length <= fromRadius + toRadius) return '';
  const along = (way: number): string =>
    `${from.x + ((to.x - from.x) * way) / length} ${from.y + ((to.y - from.y) * way) / length}`;
  return `M${along(fromRadius)}L${along(length - toRadius)}`;
}

export function EditController() {
  const scene = useCanvasScene();
  const store = useAppStore();
  const actions = useActions();
  const tool = useAppState((state) => toolOf(state.view));
  const edge = useAppState(({ graph, view }) =>
    view.edge && graph && hasEdge(graph.data, ...view.edge) ? view.edge : null,
  );
  const pulled = useRef<SVGPathElement>(null);
  const chosen = useRef<SVGPathElement>(null);
  const edits = tool === 'connect' || tool === 'add';

  useLayoutEffect(() => {
    const draw = (): void => {
      const [a, b] = edge ?? [];
      const line =
        a === undefined || b === undefined
          ? ''
          : lineBetween(scene.pointOf(a), scene.radiusOf(a), scene.pointOf(b), scene.radiusOf(b));
      chosen.current?.setAttribute('d', line);
    };
    draw();
    return scene.drawn.add(draw);
  }, [scene, edge]);

  useLayoutEffect(() => {
    if (!edits) return undefined;
    const { container, steering } = scene;
    let press: Press | null = null;

    const at = (event: PointerEvent): Point => {
      const { left, top } = container.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const pull = (from: number, to: number | null, point: Point): void => {
      const [end, radius] = to === null ? [point, 0] : [scene.pointOf(to), scene.radiusOf(to)];
      pulled.current?.setAttribute('d', lineBetween(scene.pointOf(from), scene.radiusOf(from), end, radius));
    };
    const letGo = (): void => pulled.current?.setAttribute('d', '');

    const join = (a: number, b: number): void => {
      const state = store.getState();
      if (!state.graph || a === b) return;
      const next = connected(state.graph.data, editsNow(state), a, b);
      if (next) actions.editGraph(next);
      // There is one already: it is what was meant.
      else actions.setView({ edge: a < b ? [a, b] : [b, a] });
    };
    const addAt = (point: Point, neighbour: number | null): void => {
      const state = store.getState();
      if (!state.graph) return;
      const now = editsNow(state);
      const added = withNode(now, pointUnder(scene.placing, point));
      const id = state.graph.base.numNodes + now.addedNodes.length;
      actions.editGraph(neighbour === null ? added : withEdge(added, neighbour, id));
    };

    const down = (event: PointerEvent): void => {
      // A second finger makes it a pinch.
      press = null;
      if (event.button !== 0 || !event.isPrimary || event.shiftKey) return;
      const slack = event.pointerType === 'touch' ? SLACK.touch : SLACK.mouse;
      const point = at(event);
      press = { pointer: event.pointerId, from: nodeAt(scene, point, slack), at: point, slack, moved: false };
      if (press.from !== null) steering.hold(event.pointerId);
    };
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== press?.pointer) return;
      const point = at(event);
      press.moved ||= Math.hypot(point.x - press.at.x, point.y - press.at.y) > CLICK_SLACK;
      if (press.from === null || !press.moved) return;
      const target = nodeAt(scene, point, press.slack);
      actions.hover(target);
      pull(press.from, target, point);
    };
    const end = (event: PointerEvent): void => {
      if (event.pointerId !== press?.pointer) return;
      const { from, moved, slack } = press;
      press = null;
      letGo();
      if (event.type === 'pointercancel' || (moved && from === null)) return;
      const point = at(event);
      if (moved) {
        const target = nodeAt(scene, point, slack);
        actions.hover(null);
        if (target !== null) join(from!, target);
        else if (tool === 'add') addAt(point, from);
      } else if (from === null && tool === 'add') addAt(point, null);
      else if (from === null) {
        const near = edgeAt(scene, point, slack);
        // After the click on the ground, which clears the selection.
        setTimeout(() => actions.setView({ edge: near }), 0);
      }
    };
    container.addEventListener('pointerdown', down);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return () => {
      letGo();
      container.removeEventListener('pointerdown', down);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
  }, [scene, store, actions, tool, edits]);

  return (
    <svg className={styles.edit} aria-hidden="true">
      <path ref={chosen} className={styles.chosen} />
      <path ref={pulled} className={styles.pulled} />
    </svg>
  );
}
