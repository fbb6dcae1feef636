/** One Scene per graph and container, however often React runs the effect; it stays while the graph is edited. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { GraphData } from '../../data/graph/graphData';
import { currentTheme } from '../palette/theme';
import { styleOf } from './look';
import type { SceneName } from './redraws';
import { Scene } from './scene';
import { topologySoon, type Topology } from './topology';

interface Held {
  readonly base: object;
  /** Null where the browser has no WebGL: the page goes on without this picture. */
  scene: Scene | null;
  wanted: boolean;
  /** Leaves off before there is a scene. */
  giveUp: () => void;
}

function build(element: HTMLElement, data: GraphData, topology: Topology, name: SceneName): Scene | null {
  const blank = styleOf({ label: '', colour: '#999999', shape: 'small' }, null, 0, currentTheme());
  try {
    return new Scene(element, data, topology, name, blank);
  } catch (error) {
    console.error('ui/canvas: expected a canvas with WebGL 2, got none.', error);
    element.replaceChildren();
    return null;
  }
}

function drop(held: Held | null): void {
  held?.giveUp();
  held?.scene?.kill();
}

/** Of `data`, an edit of `base`. Null until container and edges are at hand; its `scene` is null where none could be made. */
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
      drop(held.current);
      const made: Held = { base, scene: null, wanted: true, giveUp: () => {} };
      held.current = made;
      const graph = newest.current;
      made.giveUp = topologySoon(graph, (topology) => {
        made.scene = build(element, graph, topology, name);
        setReady(made);
      });
    }
    const mine = held.current;
    mine.wanted = true;
    return () => {
      mine.wanted = false;
      // StrictMode runs clean-up and effect again at once: only a scene that nobody takes back is killed.
      queueMicrotask(() => {
        if (mine.wanted || held.current !== mine) return;
        held.current = null;
        drop(mine);
      });
    };
  }, [container, base, name]);

  return ready?.base === base ? ready : null;
}
