/** Hover, click and double click, turned into actions. */
import { useLayoutEffect } from 'react';
import { useActions } from '../../state/actions';
import { useAppStore } from '../../state/hooks';
import { pairAt } from '../heldOut';
import { nodeAt } from '../picking';
import type { Point } from '../polygon';
import { useCanvasScene } from '../sceneContext';
import { pairsDrawn } from './HeldOutController';
import type { Click } from '../view/steering';

/** How far from a rim a finger still means it, in CSS pixels. */
const TOUCH_SLACK = 10;
/** The same of a thin line, and with a mouse. */
const LINE_SLACK = 4;

export function PointerController(): null {
  const scene = useCanvasScene();
  const actions = useActions();
  const store = useAppStore();
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
      const isMouse = event.pointerType === 'mouse';
      const node = nodeAt(scene, at, isMouse ? 0 : TOUCH_SLACK);
      if (node !== null) return actions.select([node], event.shiftKey ? 'toggle' : 'replace');
      const drawn = pairsDrawn(store.getState());
      const pair = drawn && pairAt(scene, drawn, at, isMouse ? LINE_SLACK : TOUCH_SLACK);
      if (pair) actions.select(pair);
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
  }, [scene, actions, store]);
  return null;
}
