/**
 * Where the page was left, for its reload. An address that is written while the page is being left is not the one that
 * a browser loads again, so it is kept beside it: in the tab's own storage, which is written at once.
 */

const KEY = 'gnn-playground.left';

/** The part of a Storage that is used here. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** null where the browser refuses it. */
function ofTab(): TabStorage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/**
 * @param shown the address that was in the bar before
 * @param left the address of what was open
 */
export function keepLeft(shown: string, left: string, storage: TabStorage | null = ofTab()): void {
  try {
    storage?.setItem(KEY, JSON.stringify({ shown, left }));
  } catch {
    // Full: the reload opens what the bar said last, two seconds ago at most.
  }
}

/** The address to open where `hash` is loaded again: that of what was left under it, once. */
export function takeLeft(hash: string, storage: TabStorage | null = ofTab()): string {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? 'null');
    storage?.removeItem(KEY);
    if (typeof kept !== 'object' || kept === null || !('shown' in kept && 'left' in kept)) return hash;
    return kept.shown === hash && typeof kept.left === 'string' ? kept.left : hash;
  } catch {
    return hash;
  }
}

/** Leaves nothing of it. */
export function forgetLeft(storage: TabStorage | null = ofTab()): void {
  try {
    storage?.removeItem(KEY);
  } catch {
    // Refused: nothing is kept there either.
  }
}
