import { useEffect, type RefObject } from 'react';

/**
 * Keeps a typeset formula as large as its box allows, also when the box or the fonts change.
 *
 * @param largest pixels
 */
export function useFitted(box: RefObject<HTMLElement | null>, markup: string | null, largest = 13): void {
  useEffect(() => {
    const element = box.current;
    if (!element || markup === null) return undefined;
    let turn = 0;
    // In the next frame: it changes the height of the box, which must not happen while sizes are being told.
    const fit = () => {
      cancelAnimationFrame(turn);
      turn = requestAnimationFrame(() => fitInto(element, largest));
    };
    let width = -1;
    const watch = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.width === width) return;
      width = entry.contentRect.width;
      fit();
    });
    watch.observe(element);
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      cancelAnimationFrame(turn);
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [box, markup, largest]);
}

/** Smaller than this is worse to read than a second line. */
const SMALLEST_ON_ONE_LINE = 10;
const SMALLEST = 8;

/** On one line if it then can be read, else on several, and smaller only where a piece is too wide by itself. */
function fitInto(box: HTMLElement, largest: number): void {
  const sizeThatFits = (whiteSpace: 'nowrap' | 'normal'): number => {
    box.style.whiteSpace = whiteSpace;
    let size = largest;
    box.style.fontSize = `${size}px`;
    // In steps: letters are set on whole pixels, so widths do not shrink in proportion.
    while (box.scrollWidth > box.clientWidth && size > SMALLEST) {
      size = Math.max(SMALLEST, Math.min(size - 0.25, (size * box.clientWidth) / box.scrollWidth));
      box.style.fontSize = `${size}px`;
    }
    return size;
  };
  if (sizeThatFits('nowrap') < SMALLEST_ON_ONE_LINE) sizeThatFits('normal');
}
