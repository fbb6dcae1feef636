/** What the sender of a link made of a group of controls on this page. */
import type { ControlId } from './controls';
import type { Tool, ViewSpec } from './viewSpec';

export const GUARDS = ['free', 'locked', 'hidden'] as const;
export type Guard = (typeof GUARDS)[number];

export const guardOf = (
  { locked, hidden }: Pick<ViewSpec, 'locked' | 'hidden'>,
  control: ControlId,
): Guard => (hidden.includes(control) ? 'hidden' : locked.includes(control) ? 'locked' : 'free');

export const isFree = (view: Pick<ViewSpec, 'locked' | 'hidden'>, control: ControlId): boolean =>
  guardOf(view, control) === 'free';

export const isEditTool = (tool: Tool): boolean => tool === 'connect' || tool === 'add';

/** What a drag does: where the graph is not to be edited, tools that edit it move the picture. */
export const toolOf = (view: Pick<ViewSpec, 'locked' | 'hidden' | 'tool'>): Tool =>
  isEditTool(view.tool) && !isFree(view, 'edit') ? 'move' : view.tool;
