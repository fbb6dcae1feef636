/** Text to be compared by its letters: case and accents do not count, so that `sao` finds `São`. */
export const folded = (text: string): string =>
  // Most text has no accents, and a search folds every name of a graph.
  /^[ -~]*$/.test(text) ? text.toLowerCase() : text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
