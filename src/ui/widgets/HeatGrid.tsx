import { useLayoutEffect, useRef, useState, type CSSProperties, type PointerEvent } from 'react';
import { useTheme } from '../palette/theme';
import { heatPixels } from './heatColour';
import styles from './HeatGrid.module.css';
import { writeSigned } from './writeSigned';

interface Props {
  /** Row after row. */
  readonly values: Float32Array;
  readonly columns: number;
  /** The value that has the full colour. */
  readonly scale: number;
  /** What is drawn, for those who do not see it. */
  readonly label: string;
  /** Pixels. */
  readonly rowHeight: number;
  /** What a cell is, beside its number. */
  readonly nameOf: (index: number) => string;
}

/** With more cells in a row, hairlines between them would take the room of the cells. */
const MOST_SEPARATE = 40;
const WIDEST_CELL = 20;

interface Pointed {
  readonly index: number;
  readonly column: number;
  readonly row: number;
}

/** Signed numbers as coloured cells, a pixel each, stretched by the browser; the number under the pointer is told. */
export function HeatGrid({ values, columns, scale, label, rowHeight, nameOf }: Props) {
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const rows = Math.max(1, Math.ceil(values.length / columns));
  useLayoutEffect(() => {
    const pixels = canvas.current?.getContext('2d');
    if (!pixels) return;
    const image = pixels.createImageData(columns, rows);
    image.data.set(heatPixels(values, scale, theme));
    pixels.putImageData(image, 0, 0);
  }, [values, columns, rows, scale, theme]);

  const point = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (share: number, count: number) =>
      Math.min(count - 1, Math.max(0, Math.floor(share * count)));
    const column = within((event.clientX - box.left) / box.width, columns);
    const row = within((event.clientY - box.top) / box.height, rows);
    const index = row * columns + column;
    if (index >= values.length) return setPointed(null);
    if (index !== pointed?.index) setPointed({ index, column, row });
  };
  const style: CSSProperties = {
    '--columns': columns,
    '--height': `${rows * rowHeight}px`,
    '--widest': `${columns * WIDEST_CELL}px`,
  };
  const value = pointed ? values[pointed.index] : undefined;
  const tip: CSSProperties = {
    '--across': pointed ? (pointed.column + 0.5) / columns : 0,
    '--down': pointed ? pointed.row / rows : 0,
  };
  return (
    <div
      className={styles.grid}
      style={style}
      data-separate={columns <= MOST_SEPARATE || undefined}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setPointed(null)}
    >
      <canvas ref={canvas} width={columns} height={rows}>
        {label}
      </canvas>
      {pointed && value !== undefined && (
        <span className={styles.tip} style={tip} aria-hidden="true">
          {nameOf(pointed.index)} <b>{writeSigned(value)}</b>
        </span>
      )}
    </div>
  );
}
