/** One Scene per graph and container, however often React runs the effect; it stays while the graph is edited. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { GraphData } from '../../data/graph/graphData';
import { currentTheme } from '../palette/theme';
import { lookOf } from './look';
import type { SceneName } from './redraws';
import { Scene } from './scene';

interface Held {
  readonly base: object;
  /** Null where the browser has no WebGL: the page goes on without this picture. */
  readonly scene: Scene | null;
  wanted: boolean;
}

function build(element: HTMLElement, data: GraphData, name: SceneName): Scene | null {
  const blank = lookOf({ label: '', colour: '#999999', shape: 'small' }, 3, null, 0, currentTheme());
  try {
    return new Scene(element, data, name, blank);
  } catch (error) {
    console.error('ui/canvas: expected a canvas with WebGL, got none.', error);
    element.replaceChildren();
    return null;
  }
}

/** Of `data`, an edit of `base`. Null until the container is there; its `scene` is null where none could be made. */
export function useScene(
  container: RefObject<HTMLElement | null>,
  data: GraphData,
  base: object,
  name: SceneName,
): { readonly scene: Scene | null } | null {
  const held = useRef<Held | null>(null);
  const newest = useRef(data);
  const [ready, setReady] = useState<Held | null>(null);

  useLayoutEffect(() => {
    newest.current = data;
  }, [data]);

  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    if (held.current?.base !== base) {
      held.current?.scene?.kill();
      held.current = { base, scene: build(element, newest.current, name), wanted: true };
    }
    const mine = held.current;
    mine.wanted = true;
    setReady(mine);
    return () => {
      mine.wanted = false;
      // StrictMode runs clean-up and effect again at once: only a scene that nobody takes back is killed.
      queueMicrotask(() => {
        if (mine.wanted || held.current !== mine) return;
        held.current = null;
        mine.scene?.kill();
      });
    };
  }, [container, base, name]);

  return ready?.base === base ? ready : null;
}
