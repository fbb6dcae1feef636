import { useLayoutEffect } from 'react';
import { useAppState } from '../../state/hooks';

/** Keeps `<html data-theme>` at the chosen theme, or at the system's, which may change while the page is open. */
export function useThemeAttribute(): void {
  const choice = useAppState((state) => state.view.theme);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (choice !== 'system') {
      dataset.theme = choice;
      return undefined;
    }
    const system = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => {
      dataset.theme = system.matches ? 'dark' : 'light';
    };
    follow();
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, [choice]);
}
