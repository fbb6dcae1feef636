import { useEffect, useRef, type RefObject } from 'react';

/**
 * Calls `commit` on the browser's own `change` event: once when a typed number is finished or a dragged slider let
 * go, not at every key and pixel on the way there as React's onChange does. One act is one step of undo.
 * `shown` is written into the field whenever it changes, over what is typed there.
 */
export function useCommit(
  commit: (input: HTMLInputElement) => void,
  shown?: string,
): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });
  useEffect(() => {
    const element = input.current;
    if (!element) return undefined;
    const onChange = (): void => latest.current(element);
    element.addEventListener('change', onChange);
    return () => element.removeEventListener('change', onChange);
  }, []);
  useEffect(() => {
    if (input.current && shown !== undefined) input.current.value = shown;
  }, [shown]);
  return input;
}
