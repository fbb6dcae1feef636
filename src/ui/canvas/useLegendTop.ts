/** Tells the page how far above its lower edge the legend begins: what floats over the canvases ends there. */
import { useLayoutEffect, type RefObject } from 'react';
import { useAppState } from '../state/hooks';

const PROPERTY = '--legend-top';

/** Keeps the property on the root, in CSS pixels; it is not there while the legend is not seen. */
export function useLegendTop(legend: RefObject<HTMLElement | null>): void {
  // Measured at each rendering, and another tab of a narrow screen is a reason for one.
  useAppState(({ view }) => view.tab);
  useLayoutEffect(() => {
    // With the border and the padding around it.
    const box = legend.current?.parentElement;
    if (!box) return undefined;
    const root = document.documentElement.style;
    const measure = (): void => {
      if (getComputedStyle(box).visibility === 'hidden') root.removeProperty(PROPERTY);
      else
        root.setProperty(PROPERTY, `${Math.round(window.innerHeight - box.getBoundingClientRect().top)}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    // Whatever is below it gives and takes height from what is above it.
    if (box.parentElement) observer.observe(box.parentElement);
    measure();
    return () => {
      observer.disconnect();
      root.removeProperty(PROPERTY);
    };
  });
}
