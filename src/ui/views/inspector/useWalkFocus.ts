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
    // What is taken away loses the focus too: leaving is a focus or a press elsewhere.
    const follow = ({ target }: Event): void => {
      wasWithin.current = target instanceof Node && room.current?.contains(target) === true;
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', follow);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', follow);
    };
  }, []);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (wasWithin.current) room.current?.querySelector('h2')?.focus({ preventScroll: true });
  }, [shown]);
  return room;
}
