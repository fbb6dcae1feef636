import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the focus in the inspector when what is shown there changes: a press on a neighbour takes its own button away.
 * The heading gets it, so that a screen reader says where the walk has come to.
 *
 * @param shown changes with what is inspected
 */
export function useWalkFocus(shown: string): RefObject<HTMLDivElement | null> {
  const room = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  const wasWithin = useRef(false);
  useEffect(() => {
    // An element that is taken away fires no blur: what counts is where the focus went by itself.
    const follow = ({ target, type, relatedTarget }: FocusEvent): void => {
      const next = type === 'focusin' ? target : relatedTarget;
      wasWithin.current = next instanceof Node && room.current?.contains(next) === true;
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('focusout', follow);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('focusout', follow);
    };
  }, []);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (wasWithin.current) room.current?.querySelector('h2')?.focus({ preventScroll: true });
  }, [shown]);
  return room;
}
