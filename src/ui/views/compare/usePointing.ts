import { useEffect, useRef, type RefObject } from 'react';
import { useActions } from '../../state/actions';
import { dragged, pointAt, steered, WHOLE, zoomed, type Camera, type Frame, type Size } from './picture';

/** A pointer that moved less was a click. */
const CLICK_PX = 4;

interface Pointed {
  /** x, y in CSS pixels, interleaved. */
  readonly points: Float32Array;
  readonly hidden: ReadonlySet<number>;
  readonly frame: Frame;
  readonly size: Size;
  readonly camera: Camera;
  readonly onCamera: (change: (camera: Camera) => Camera) => void;
}

/** Pointer, wheel and keys on a picture: pointing hovers, a click selects, a drag and the wheel move the camera. */
export function usePointing(box: RefObject<HTMLElement | null>, pointed: Pointed): void {
  const actions = useActions();
  const newest = useRef(pointed);
  useEffect(() => {
    newest.current = pointed;
  }, [pointed]);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const { hover, select } = actions;
    const controller = new AbortController();
    const { signal } = controller;
    let press: { x: number; y: number; isDrag: boolean } | null = null;

    const placeOf = (event: MouseEvent) => {
      const { left, top } = element.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const nodeAt = (event: MouseEvent): number | null => {
      const { x, y } = placeOf(event);
      const { points, hidden } = newest.current;
      const node = pointAt(points, x, y);
      return node !== null && !hidden.has(node) ? node : null;
    };

    element.setAttribute('tabindex', '0');
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0 || !event.isPrimary) return;
        element.setPointerCapture(event.pointerId);
        press = { x: event.clientX, y: event.clientY, isDrag: false };
      },
      { signal },
    );
    element.addEventListener(
      'pointermove',
      (event) => {
        if (!press) return hover(nodeAt(event));
        const [dx, dy] = [event.clientX - press.x, event.clientY - press.y];
        if (!press.isDrag && Math.hypot(dx, dy) < CLICK_PX) return;
        press = { x: event.clientX, y: event.clientY, isDrag: true };
        const { onCamera, frame, size } = newest.current;
        onCamera((now) => dragged(now, frame, size, dx, dy));
      },
      { signal },
    );
    element.addEventListener(
      'pointerup',
      (event) => {
        const wasClick = press?.isDrag === false;
        press = null;
        if (!wasClick) return;
        const node = nodeAt(event);
        if (node === null) select([]);
        else select([node], event.shiftKey ? 'toggle' : 'replace');
      },
      { signal },
    );
    element.addEventListener('pointercancel', () => (press = null), { signal });
    element.addEventListener('pointerleave', () => hover(null), { signal });
    element.addEventListener('dblclick', () => newest.current.onCamera(() => WHOLE), { signal });
    element.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const { x, y } = placeOf(event);
        const { onCamera, frame, size } = newest.current;
        onCamera((now) => zoomed(now, frame, size, Math.exp(-event.deltaY * 0.0016), x, y));
      },
      { signal, passive: false },
    );
    element.addEventListener(
      'keydown',
      (event) => {
        const { onCamera, camera, frame, size } = newest.current;
        const next = steered(event.key, camera, frame, size);
        if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        onCamera(() => next);
      },
      { signal },
    );
    return () => controller.abort();
  }, [box, actions]);
}
