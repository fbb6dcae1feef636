/** The theme in force, read from `<html data-theme="light|dark">`, which ui/app sets. */
import { useSyncExternalStore } from 'react';
import type { Theme } from './palette';

export const currentTheme = (): Theme =>
  document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';

/** Calls `listener` after each change, until the returned function is called. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** Renders again when the theme changes. */
export const useTheme = (): Theme => useSyncExternalStore(onThemeChange, currentTheme);
