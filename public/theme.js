// The theme before the first paint; ui/app/layout/useThemeAttribute.ts takes over.
document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches
  ? 'dark'
  : 'light';
