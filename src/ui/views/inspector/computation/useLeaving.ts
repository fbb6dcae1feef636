import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Calls `onLeave` when the pointer, or the focus, goes out of a part of the page. */
export function useLeaving(part: RefObject<HTMLElement | null>, onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    const element = part.current;
    if (!element) return undefined;
    const pointerLeft = () => leave();
    const focusLeft = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) leave();
    };
    element.addEventListener('pointerleave', pointerLeft);
    element.addEventListener('focusout', focusLeft);
    return () => {
      element.removeEventListener('pointerleave', pointerLeft);
      element.removeEventListener('focusout', focusLeft);
    };
  }, [part]);
}
