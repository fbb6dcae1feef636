/** Hover, click and double click, turned into actions. */
import { useLayoutEffect } from 'react';
import { useActions } from '../../state/actions';
import { nodeAt } from '../picking';
import type { Point } from '../polygon';
import { useCanvasScene } from '../sceneContext';
import type { Click } from '../view/steering';

/** How far from a rim a finger still means it, in CSS pixels. */
const TOUCH_SLACK = 10;

export function PointerController(): null {
  const scene = useCanvasScene();
  const actions = useActions();
  useLayoutEffect(() => {
    const { steering } = scene;
    let hovered: number | null = null;
    const point = (at: Point | null): void => {
      const node = at && nodeAt(scene, at);
      if (node === hovered) return;
      hovered = node;
      scene.flag('over', node === null ? null : 'node');
      actions.hover(node);
    };
    const click = ({ point: at, event }: Click): void => {
      const node = nodeAt(scene, at, event.pointerType === 'mouse' ? 0 : TOUCH_SLACK);
      if (node !== null) actions.select([node], event.shiftKey ? 'toggle' : 'replace');
      else if (!event.shiftKey) actions.select([]);
    };
    const forget = [
      steering.pointed.add(point),
      steering.clicked.add(click),
      steering.doubleClicked.add(() => scene.fit()),
    ];
    return () => {
      for (const end of forget) end();
    };
  }, [scene, actions]);
  return null;
}
