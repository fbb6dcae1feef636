import { useEffect } from 'react';
import { useActions } from '../state/actions';
import { useAppStore } from '../state/hooks';
import { SHORTCUTS_ID } from '../views/bar/shortcutTexts';
import { SEARCH_ID } from '../views/graph/toolIds';
import { deleteChosen, labelChosen } from './handEdits';
import { tableShown } from '../views/selection/tableShown';
import { focusOf, isKeyFree, shortcutOf, type Shortcut } from './shortcuts';

/** Listens to the keyboard of the whole page. */
export function useShortcuts(): void {
  const actions = useActions();
  const store = useAppStore();
  useEffect(() => {
    const does: Readonly<Record<Shortcut, (key: string) => void>> = {
      toggle: () => actions.toggle(),
      step: () => actions.step(),
      reset: () => actions.reset(),
      clear: () => {
        actions.select([]);
        if (store.getState().view.edge) actions.setView({ edge: null });
      },
      layers: () => actions.playLayers(),
      search: () => document.getElementById(SEARCH_ID)?.showPopover(),
      table: () => actions.setView(tableShown(store.getState().view)),
      projector: () => actions.setView({ projector: !store.getState().view.projector }),
      share: () => actions.showDialog('share'),
      label: (key) => labelChosen(store, actions, Number(key)),
      delete: () => deleteChosen(store, actions),
      undo: () => actions.undo(),
      redo: () => actions.redo(),
      help: () => document.getElementById(SHORTCUTS_ID)?.togglePopover(),
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      // What lies over the page has the keyboard, and so does a sheet with fields, wherever in it somebody types.
      if (document.querySelector('dialog:is(:modal, :popover-open:has(input, select))')) return;
      const shortcut = shortcutOf(
        event,
        event.target instanceof HTMLElement ? focusOf(event.target) : 'page',
      );
      if (!shortcut || !isKeyFree(shortcut, store.getState().view)) return;
      // Escape closes an open popover first; the browser does that.
      if (shortcut === 'clear' && document.querySelector(':popover-open')) return;
      event.preventDefault();
      does[shortcut](event.key);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions, store]);
}
