/** What app/shortcuts.ts does, as it is told on the page. */

/** The popover that lists the keys. */
export const SHORTCUTS_ID = 'keyboard-shortcuts';

export const shortcutTexts = (mac: boolean): readonly { readonly keys: string; readonly does: string }[] => [
  { keys: 'space', does: 'play or pause' },
  { keys: '.', does: 'one epoch' },
  { keys: 'R', does: 'reset' },
  { keys: 'L', does: 'play through the layers' },
  { keys: '/', does: 'search' },
  { keys: '1 – 9', does: 'train the selected nodes as a class' },
  { keys: '0', does: 'take their label away' },
  { keys: 'Del', does: 'delete the selected edge or nodes' },
  { keys: 'T', does: 'the selection as a table' },
  { keys: 'P', does: 'pictures alone, for a projector' },
  { keys: 'S', does: 'share' },
  { keys: 'Esc', does: 'clear the selection' },
  { keys: mac ? '⌘ Z' : 'Ctrl Z', does: 'undo' },
  { keys: mac ? '⇧ ⌘ Z' : 'Ctrl Shift Z', does: 'redo' },
  { keys: '?', does: 'this list' },
];

/** The keys have other names there. */
export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent);
