/** How many entries of a list stand in the row of it that is seen; the others are to be had elsewhere. */
import { useCallback, useState } from 'react';

/** What is seen of a list of one row. */
interface Row {
  /** Of the entries, those before the first that does not lie, as laid out, within it. */
  readonly shown: number;
  /** CSS pixels of it that are empty after those, because the next entry is wider. */
  readonly gap: number;
}

function rowOf(list: HTMLElement): Row {
  const { bottom, left, right } = list.getBoundingClientRect();
  const boxes = Array.from(list.children, (entry) => entry.getBoundingClientRect());
  const shown = boxes.findIndex((box) => box.bottom > bottom + 1 || box.right > right + 1);
  if (shown < 0) return { shown: boxes.length, gap: 0 };
  return { shown, gap: Math.round(right - (shown > 0 ? boxes[shown - 1]!.right : left)) };
}

const BEFORE_LAYOUT: Row = { shown: Infinity, gap: 0 };

/**
 * Counted anew when the list or one of its entries changes its size. Entries beyond must keep their place in the layout
 * (`visibility`, not `display`), or the count would depend on itself; what is placed by the gap may be moved only, for the
 * same reason. A list of other entries needs a key of its own.
 *
 * @param numEntries of the list now: what was counted of another number of them does not hold
 * @returns the row, and the ref for the list
 */
export function useRowShown(
  numEntries: number,
): readonly [Row, (list: HTMLElement | null) => (() => void) | undefined] {
  const [counted, setCounted] = useState({ of: 0, ...BEFORE_LAYOUT });
  const watch = useCallback((list: HTMLElement | null) => {
    if (!list) return undefined;
    const observer = new ResizeObserver(() => {
      const now = { of: list.children.length, ...rowOf(list) };
      setCounted((last) =>
        last.of === now.of && last.shown === now.shown && last.gap === now.gap ? last : now,
      );
    });
    for (const part of [list, ...list.children]) observer.observe(part);
    return () => observer.disconnect();
  }, []);
  return [counted.of === numEntries ? counted : BEFORE_LAYOUT, watch];
}
