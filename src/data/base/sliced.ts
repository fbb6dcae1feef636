/**
 * Work on large graphs that would hold up the page is a generator that yields after every `SLICE` things; the page
 * answers between slices.
 */

/** Nodes or edges between two yields. */
export const SLICE = 65_536;

export type Sliced<T> = Generator<void, T, void>;

export const isSliceEnd = (i: number): boolean => i % SLICE === SLICE - 1;

/** All at once, where it is known to be little. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
