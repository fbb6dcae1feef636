/** Hover, click and double click, turned into actions. */
import { useLayoutEffect } from 'react';
import type { SigmaNodeEventPayload, SigmaStageEventPayload } from 'sigma/types';
import { useActions } from '../../state/actions';
import { useCanvasScene } from '../sceneContext';

export function PointerController(): null {
  const scene = useCanvasScene();
  const actions = useActions();
  useLayoutEffect(() => {
    const { sigma } = scene;
    const container = sigma.getContainer();
    const enter = ({ node }: SigmaNodeEventPayload): void => {
      container.dataset.over = 'node';
      actions.hover(Number(node));
    };
    const leave = (): void => {
      delete container.dataset.over;
      actions.hover(null);
    };
    const click = ({ node, event }: SigmaNodeEventPayload): void =>
      actions.select([Number(node)], event.original.shiftKey ? 'toggle' : 'replace');
    const clickGround = ({ event }: SigmaStageEventPayload): void => {
      if (!event.original.shiftKey) actions.select([]);
    };
    const doubleClick = ({ preventSigmaDefault }: SigmaStageEventPayload): void => {
      preventSigmaDefault();
      scene.fit();
    };
    sigma.on('enterNode', enter).on('leaveNode', leave).on('leaveStage', leave);
    sigma.on('clickNode', click).on('clickStage', clickGround);
    sigma.on('doubleClickNode', doubleClick).on('doubleClickStage', doubleClick);
    return () => {
      sigma.off('enterNode', enter).off('leaveNode', leave).off('leaveStage', leave);
      sigma.off('clickNode', click).off('clickStage', clickGround);
      sigma.off('doubleClickNode', doubleClick).off('doubleClickStage', doubleClick);
    };
  }, [scene, actions]);
  return null;
}
