/** The icons of the page: strokes on a 16 px grid in the colour of the text. Always beside or inside a name. */
const PATHS = {
  reset: 'M4 3.5v9M12.5 3.5 6 8l6.5 4.5z',
  step: 'M12 3.5v9M3.5 3.5 10 8l-6.5 4.5z',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 7.5H6',
  redo: 'M10.5 3l3 3-3 3M13.5 6h-7a4 4 0 0 0 0 7.5H10',
  pen: 'M3 13l.7-2.8L10.8 3a1.3 1.3 0 0 1 1.9 0l.3.3a1.3 1.3 0 0 1 0 1.9L5.8 12.3zM9.6 4.2l2.2 2.2',
  replay: 'M2.5 2.6v3.6h3.6M2.8 6A5.7 5.7 0 1 1 2.4 9.2M8 5.2v3l2.2 1.4',
  sun: 'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M12.8 3.2l-1 1M4.2 11.8l-1 1',
  moon: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  foldLeft: 'M2 2.8h12v10.4H2zM6.2 2.8v10.4M11.4 6 9.4 8l2 2',
  openLeft: 'M2 2.8h12v10.4H2zM6.2 2.8v10.4M9.2 6l2 2-2 2',
  foldRight: 'M2 2.8h12v10.4H2zM9.8 2.8v10.4M4.6 6l2 2-2 2',
  openRight: 'M2 2.8h12v10.4H2zM9.8 2.8v10.4M6.8 6l-2 2 2 2',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  embedding: 'M4 3.8h.1M6.6 5.6h.1M3.2 7h.1M10.4 9.6h.1M12.8 8.6h.1M12 12h.1M9 12.6h.1M5.4 3h.1',
  arrow: 'M2.5 8h11M9.5 4l4 4-4 4',
  ruler: 'M1.8 5.2h12.4v5.6H1.8zM4.6 5.4v2.4M7.4 5.4v3.2M10.2 5.4v2.4M12.4 5.4v3.2',
  back: 'M13.5 8h-11M6.5 4l-4 4 4 4',
  move: 'M8 1.8v12.4M1.8 8h12.4M6.2 3.6 8 1.8l1.8 1.8M6.2 12.4 8 14.2l1.8-1.8M3.6 6.2 1.8 8l1.8 1.8M12.4 6.2 14.2 8l-1.8 1.8',
  box: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M7.3 2.5h1.4M7.3 13.5h1.4M2.5 7.3v1.4M13.5 7.3v1.4',
  lasso:
    'M5 10.6C3 9.9 1.8 8.6 1.8 7c0-2.5 2.8-4.3 6.2-4.3S14.2 4.5 14.2 7s-2.8 4.3-6.2 4.3c-.6 0-1.1 0-1.6-.1M6.4 11.2a1.3 1.3 0 1 1-2.6 0 1.3 1.3 0 0 1 2.6 0zM4.5 12.4c.4.8.3 1.6-.5 2.2',
  connect:
    'M5.3 10.7l5.4-5.4M3.8 10.3a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8zM12.2 1.9a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8z',
  add: 'M6.2 5.2a4.3 4.3 0 1 1 0 8.6 4.3 4.3 0 0 1 0-8.6zM12.8 1.6v4.4M10.6 3.8H15',
  search: 'M7 2.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2zM10.4 10.4l3.4 3.4',
  filter: 'M2.2 3h11.6L9.4 8.4v4.8l-2.8-1.4V8.4z',
  table: 'M2 3h12v10H2zM2 6.4h12M2 9.7h12M6 6.4V13',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  download: 'M8 2v7.5M4.8 6.6 8 9.8l3.2-3.2M2.8 13.2h10.4',
  bin: 'M2.8 4.4h10.4M6.2 4.2V2.4h3.6v1.8M4.2 4.6l.6 9h6.4l.6-9',
  keyboard: 'M1.5 4h13v8h-13zM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.5h6',
  screen: 'M1.8 2.6h12.4v8.2H1.8zM8 10.8v2.6M5 13.6h6',
  share:
    'M5.5 7.1l5-2.8M5.5 8.9l5 2.8M3.8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM12.2 1.6a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM12.2 10.8a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  lock: 'M3.5 7.2h9v6.6h-9zM5.4 7V5a2.6 2.6 0 0 1 5.2 0v2M8 9.8v1.6',
  file: 'M4 1.8h5l3.2 3.2v9.2H4zM8.8 2v3.2H12',
  check: 'M3 8.5 6.5 12 13 4.5',
  warning: 'M8 2.2 14.5 13.5h-13zM8 6.5v3.2M8 11.5v.2',
  info: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 7.2v4M8 4.8v.2',
  build:
    'M2 4.5h6M11.5 4.5H14M2 11.5h2.5M8 11.5h6M9.8 2.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zM6.2 9.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z',
  graph:
    'M4 5.6 6 10.3M5.7 4.2l5.2.9M11.3 6.8l-3.2 4M4 2.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM12.3 3.4a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM6.9 10.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  inspect: 'M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2zM10.7 10.7 14 14',
  charts: 'M2 2v12h12M4.5 10.5 7 7l2.5 2 4-5.5',
} as const;

const FILLED = {
  play: 'M4.5 2.6v10.8L13.2 8z',
  pause: 'M4 2.8h2.8v10.4H4zM9.2 2.8H12v10.4H9.2z',
} as const;

export type IconName = keyof typeof PATHS | keyof typeof FILLED;

const isFilled = (name: IconName): name is keyof typeof FILLED => name in FILLED;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {isFilled(name) ? (
        <path d={FILLED[name]} fill="currentColor" />
      ) : (
        <path
          d={PATHS[name]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
