import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Toolbar.module.css';

const BUTTONS = 'button:not(:disabled, [popover] *, dialog *)';

/** What of it can have the focus now: what is folded away or off cannot. */
const stopsIn = (bar: HTMLElement): HTMLElement[] =>
  [...bar.querySelectorAll<HTMLElement>(BUTTONS)].filter((button) => button.checkVisibility());

/** Buttons that are one stop of the Tab key: the arrows, Home and End go from one to the next. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = bar.current;
    if (!element) return undefined;
    // Buttons come, go and are turned off without a rendering of this; the one that had the stop keeps it.
    const keepOneStop = (): void => {
      const stops = stopsIn(element);
      const current =
        stops.find((stop) => stop.tabIndex === 0 && stop === document.activeElement) ?? stops[0];
      for (const stop of stops) stop.tabIndex = stop === current ? 0 : -1;
    };
    const observer = new MutationObserver(keepOneStop);
    observer.observe(element, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    window.addEventListener('resize', keepOneStop);
    keepOneStop();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', keepOneStop);
    };
  }, []);
  const walk = (event: KeyboardEvent): void => {
    const stops = bar.current ? stopsIn(bar.current) : [];
    const at = stops.findIndex((stop) => stop === event.target);
    if (at < 0) return;
    const to =
      event.key === 'ArrowRight'
        ? at + 1
        : event.key === 'ArrowLeft'
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? stops.length - 1
              : null;
    if (to === null) return;
    event.preventDefault();
    const next = stops[(to + stops.length) % stops.length]!;
    for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
    next.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={label}
      className={styles.toolbar}
      onKeyDown={walk}
    >
      {children}
    </div>
  );
}
