import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus on the first element of this kind inside, once: what Enter is for. */
export function useFirstFocus<E extends HTMLElement>(selector: string): RefObject<E | null> {
  const inside = useRef<E>(null);
  useEffect(() => {
    inside.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [selector]);
  return inside;
}
