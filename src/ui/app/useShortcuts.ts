import { useEffect } from 'react';
import { useActions } from '../state/actions';
import { SHORTCUTS_ID } from '../views/bar/shortcutTexts';
import { focusOf, shortcutOf, type Shortcut } from './shortcuts';

/** Listens to the keyboard of the whole page. */
export function useShortcuts(): void {
  const actions = useActions();
  useEffect(() => {
    const does: Readonly<Record<Shortcut, () => void>> = {
      toggle: actions.toggle,
      step: actions.step,
      reset: actions.reset,
      clear: () => actions.select([]),
      layers: actions.playLayers,
      undo: actions.undo,
      redo: actions.redo,
      help: () => document.getElementById(SHORTCUTS_ID)?.togglePopover(),
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const shortcut = shortcutOf(
        event,
        event.target instanceof HTMLElement ? focusOf(event.target) : 'page',
      );
      if (!shortcut) return;
      // Escape closes an open popover first; the browser does that.
      if (shortcut === 'clear' && document.querySelector(':popover-open')) return;
      event.preventDefault();
      does[shortcut]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
}
