/** Sliced work in turns with the page. */
import { useEffect, useMemo, useState } from 'react';
import type { Sliced } from '../../data/base/sliced';

/** After so long the page has its turn. */
const TURN_MS = 8;

/**
 * @param fails hears what the work throws; without it the browser does
 * @returns gives up
 */
export function inTurns<T>(
  work: Sliced<T>,
  then: (result: T) => void,
  fails: ((error: unknown) => void) | null = null,
): () => void {
  let timer = 0;
  const some = (): void => {
    const began = performance.now();
    do {
      const step = work.next();
      if (step.done) return then(step.value);
    } while (performance.now() - began < TURN_MS);
    timer = window.setTimeout(turn);
  };
  const turn = (): void => {
    if (!fails) return some();
    try {
      some();
    } catch (error) {
      fails(error);
    }
  };
  timer = window.setTimeout(turn);
  return () => window.clearTimeout(timer);
}

/** The same as a promise; the page has its turn before it begins. */
export const soon = <T>(work: Sliced<T>): Promise<T> =>
  new Promise((done, fails) => inTurns(work, done, fails));

interface Begun<T> {
  readonly rest: Sliced<T>;
  /** Null where more than a slice is to be done. */
  readonly whole: { readonly result: T } | null;
}

function begun<T>(rest: Sliced<T>): Begun<T> {
  const first = rest.next();
  return { rest, whole: first.done ? { result: first.value } : null };
}

/**
 * What sliced work comes to: at once where it is a single slice, else in turns; until then the last result, or null.
 * @param begin the same function for as long as the work is the same
 */
export function useInTurns<T>(begin: () => Sliced<T>): {
  readonly result: T | null;
  readonly isDone: boolean;
} {
  const now = useMemo(() => begun(begin()), [begin]);
  const [later, setLater] = useState<{ readonly of: Begun<T>; readonly result: T } | null>(null);
  useEffect(() => {
    if (now.whole) return undefined;
    return inTurns(now.rest, (result) => setLater({ of: now, result }));
  }, [now]);
  return { result: (now.whole ?? later)?.result ?? null, isDone: now.whole !== null || later?.of === now };
}
