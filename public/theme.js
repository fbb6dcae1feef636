// Before the first paint and before all other code: the theme, which ui/app/layout/useThemeAttribute.ts takes over,
// and a word where that code cannot be had or fails before there is a page.
document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches
  ? 'dark'
  : 'light';

addEventListener(
  'error',
  (event) => {
    const root = document.getElementById('root');
    const isCode = event.target instanceof HTMLScriptElement;
    if (!root || root.firstChild || !(isCode || event.target === window)) return;
    root.textContent = isCode
      ? 'The playground could not be loaded: part of its code did not arrive. Check the connection and reload the page.'
      : `The playground could not start (${event.message}). Reload the page; if that does not help, try another browser.`;
  },
  true,
);
