/** How many entries of a list stand in the rows of it that are seen; the others are to be had elsewhere. */
import { useCallback, useState } from 'react';

/** Of the children of `list`, those before the first that lies, as laid out, below its lower edge. */
function countShown(list: HTMLElement): number {
  const { bottom } = list.getBoundingClientRect();
  const entries = Array.from(list.children);
  const beyond = entries.findIndex((entry) => entry.getBoundingClientRect().bottom > bottom + 1);
  return beyond < 0 ? entries.length : beyond;
}

/**
 * Counted anew when the list or one of its entries changes its size. Entries beyond must keep their place in the layout
 * (`visibility`, not `display`), or the count would depend on itself; a list of other entries needs a key of its own.
 *
 * @param numEntries of the list now: what was counted of another number of them does not hold
 * @returns the number, Infinity before the first layout, and the ref for the list
 */
export function useRowsShown(
  numEntries: number,
): readonly [number, (list: HTMLElement | null) => (() => void) | undefined] {
  const [counted, setCounted] = useState({ of: 0, shown: 0 });
  const watch = useCallback((list: HTMLElement | null) => {
    if (!list) return undefined;
    const observer = new ResizeObserver(() => {
      const [of, shown] = [list.children.length, countShown(list)];
      setCounted((last) => (last.of === of && last.shown === shown ? last : { of, shown }));
    });
    for (const part of [list, ...list.children]) observer.observe(part);
    return () => observer.disconnect();
  }, []);
  return [counted.of === numEntries ? counted.shown : Infinity, watch];
}
