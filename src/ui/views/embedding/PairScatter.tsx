/** Hops apart against distance apart, a speck for each pair of nodes; dragging selects a rectangle of them. */
import { useLayoutEffect, useRef, type PointerEvent } from 'react';
import { GROUND } from '../../palette/palette';
import { useTheme } from '../../palette/theme';
import styles from './PairPlot.module.css';
import type { Brush, PairScale } from './pairScale';

interface Props {
  readonly scale: PairScale;
  readonly brush: Brush | null;
  readonly listed: ReadonlySet<number>;
  readonly onBrush: (brush: Brush | null) => void;
}

/** A drag shorter than this, as a share of the plot, is a click: it ends the selection. */
const CLICK = 0.01;

export function PairScatter({ scale, brush, listed, onBrush }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const theme = useTheme();
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [element.offsetWidth, element.offsetHeight];
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { accent, line, muted, ink } = GROUND[theme];
    const count = scale.columns.length;
    context.strokeStyle = line;
    for (let column = 1; column < count; column++) {
      const x = Math.round((column / count) * width) + 0.5;
      context.beginPath();
      context.moveTo(x, 0);
      context.lineTo(x, height);
      context.stroke();
    }
    for (const { pair, x, y } of scale.points) {
      const isListed = brush !== null && listed.has(pair);
      context.globalAlpha = isListed ? 1 : 0.45;
      context.fillStyle = isListed ? accent : muted;
      context.fillRect(x * width - 1, (1 - y) * (height - 4) + 1, 2, 2);
    }
    context.globalAlpha = 1;
    context.strokeStyle = ink;
    context.lineWidth = 2;
    for (const [column, median] of scale.medians.entries()) {
      const y = (1 - median) * (height - 4) + 2;
      context.beginPath();
      context.moveTo(((column + 0.15) / count) * width, y);
      context.lineTo(((column + 0.85) / count) * width, y);
      context.stroke();
    }
    if (!brush) return;
    context.strokeStyle = accent;
    context.lineWidth = 1;
    context.strokeRect(
      brush.x0 * width,
      (1 - brush.y0) * height,
      (brush.x1 - brush.x0) * width,
      (brush.y0 - brush.y1) * height,
    );
  }, [scale, brush, listed, theme]);

  const placeOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (value: number): number => Math.max(0, Math.min(1, value));
    return {
      x: share((event.clientX - box.left) / box.width),
      y: share(1 - (event.clientY - box.top) / box.height),
    };
  };
  const drag = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!from.current) return;
    const to = placeOf(event);
    const isClick = Math.abs(to.x - from.current.x) + Math.abs(to.y - from.current.y) < CLICK;
    onBrush(isClick ? null : { x0: from.current.x, y0: from.current.y, x1: to.x, y1: to.y });
  };
  return (
    <figure
      className={styles.figure}
      aria-label="Pairs of nodes: hops apart from left to right, distance apart upwards."
    >
      <canvas
        ref={canvas}
        className={styles.canvas}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = placeOf(event);
        }}
        onPointerMove={drag}
        onPointerUp={(event) => {
          drag(event);
          from.current = null;
        }}
      />
    </figure>
  );
}
