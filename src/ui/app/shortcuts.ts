/** Keys: from a key press to what it means. Pure; useShortcuts.ts listens and acts. */
import type { ControlId } from '../state/controls';
import { isFree } from '../state/guards';
import type { ViewSpec } from '../state/viewSpec';

export type Shortcut =
  | 'toggle'
  | 'step'
  | 'reset'
  | 'clear'
  | 'layers'
  | 'search'
  | 'table'
  | 'projector'
  | 'share'
  | 'label'
  | 'delete'
  | 'undo'
  | 'redo'
  | 'help';

/** Which group of controls a key belongs to: where that is locked or hidden, the key does nothing. */
export const CONTROL_OF: Readonly<Partial<Record<Shortcut, ControlId>>> = {
  layers: 'projection',
  table: 'inspector',
  label: 'edit',
  delete: 'edit',
};

/** In a frame of another page there is the play button, and little else. */
const IN_FRAME: readonly Shortcut[] = ['toggle', 'step', 'reset', 'clear'];

export function isKeyFree(shortcut: Shortcut, view: Pick<ViewSpec, 'locked' | 'hidden' | 'embed'>): boolean {
  if (view.embed) return IN_FRAME.includes(shortcut);
  const control = CONTROL_OF[shortcut];
  return control === undefined || isFree(view, control);
}

/** What of a KeyboardEvent counts. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Held down: only the step may repeat. */
  readonly repeat: boolean;
}

/**
 * Where the focus is. `field`: letters and space are typed there. `button`: space and Enter press it.
 * `page`: anywhere else.
 */
export type Focus = 'field' | 'button' | 'page';

const BUTTON_INPUTS = ['checkbox', 'radio', 'button', 'file', 'submit', 'reset'];
const BUTTON_TAGS = ['BUTTON', 'A', 'SUMMARY'];

export function focusOf(element: {
  readonly tagName: string;
  readonly isContentEditable?: boolean;
  readonly type?: string;
}): Focus {
  const tag = element.tagName.toUpperCase();
  if (element.isContentEditable || tag === 'SELECT' || tag === 'TEXTAREA') return 'field';
  if (tag === 'INPUT') {
    if (element.type === 'range') return 'page';
    return BUTTON_INPUTS.includes(element.type ?? 'text') ? 'button' : 'field';
  }
  return BUTTON_TAGS.includes(tag) ? 'button' : 'page';
}

/** Null where the key means nothing to the page. */
export function shortcutOf(press: KeyPress, focus: Focus): Shortcut | null {
  if (focus === 'field' || press.altKey) return null;
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) {
    if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
    return key === 'y' && press.ctrlKey && !press.shiftKey ? 'redo' : null;
  }
  if (key === '.') return 'step';
  if (press.repeat) return null;
  if (key === ' ') return focus === 'button' || press.shiftKey ? null : 'toggle';
  if (key === 'r') return press.shiftKey ? null : 'reset';
  if (key === 'l') return press.shiftKey ? null : 'layers';
  if (key === 't') return press.shiftKey ? null : 'table';
  if (key === 'p') return press.shiftKey ? null : 'projector';
  if (key === 's') return press.shiftKey ? null : 'share';
  if (key === 'delete' || key === 'backspace') return press.shiftKey ? null : 'delete';
  if (/^[0-9]$/.test(key)) return 'label';
  // On many keyboards a slash is typed with shift.
  if (key === '/') return 'search';
  if (key === 'escape') return 'clear';
  return key === '?' ? 'help' : null;
}
