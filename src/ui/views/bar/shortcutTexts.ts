/** What app/shortcuts.ts does, as it is told on the page. */

/** The popover that lists the keys. */
export const SHORTCUTS_ID = 'keyboard-shortcuts';

export const SHORTCUT_TEXTS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'space', does: 'play or pause' },
  { keys: '.', does: 'one epoch' },
  { keys: 'R', does: 'reset' },
  { keys: 'Esc', does: 'clear the selection' },
  { keys: 'Ctrl or ⌘ Z', does: 'undo' },
  { keys: 'with shift', does: 'redo' },
  { keys: '?', does: 'this list' },
];
