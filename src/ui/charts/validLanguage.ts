/**
 * uPlot formats with `navigator.language` as it is loaded. Chromium started with LANG=C or POSIX reports
 * `en-US@posix`, which Intl refuses, and the page would not open. Imported before uPlot, for its effect alone.
 */
try {
  void new Intl.NumberFormat(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true });
}
