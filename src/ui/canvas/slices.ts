/**
 * Work on large graphs that would hold up the page is a generator that yields after every `SLICE` things; the page
 * answers between slices.
 */

/** Nodes or edges between two yields. */
export const SLICE = 65_536;
/** After so long the page has its turn. */
const TURN_MS = 8;

export type Sliced<T> = Generator<void, T, void>;

/** All at once, where it is known to be little. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** In turns with the page. @returns gives up */
export function inTurns<T>(work: Sliced<T>, then: (result: T) => void): () => void {
  let timer = 0;
  const turn = (): void => {
    const began = performance.now();
    do {
      const step = work.next();
      if (step.done) return then(step.value);
    } while (performance.now() - began < TURN_MS);
    timer = window.setTimeout(turn);
  };
  timer = window.setTimeout(turn);
  return () => window.clearTimeout(timer);
}
