/** One of two pictures that share frame, camera, pointer and selection. */
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { GROUND } from '../../palette/palette';
import { useTheme } from '../../palette/theme';
import { useAppState } from '../../state/hooks';
import styles from './PointPicture.module.css';
import { drawPoints, drawRing, pointsOf, radiusOf, type Camera, type Frame, type Size } from './picture';
import { usePointing } from './usePointing';

const MOST_RINGS = 200;

interface PointPictureProps {
  readonly label: string;
  readonly positions: Float32Array;
  readonly colours: readonly string[];
  readonly outlines: readonly string[];
  readonly hidden: ReadonlySet<number>;
  readonly frame: Frame;
  readonly camera: Camera;
  readonly onCamera: (change: (camera: Camera) => Camera) => void;
}

/** Sized to its box, in device pixels, and scaled to CSS pixels. */
function contextOf(
  canvas: HTMLCanvasElement | null,
  { width, height }: Size,
): CanvasRenderingContext2D | null {
  const context = canvas?.getContext('2d') ?? null;
  if (!canvas || !context) return null;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

export function PointPicture({
  label,
  positions,
  colours,
  outlines,
  hidden,
  frame,
  camera,
  onCamera,
}: PointPictureProps) {
  const theme = useTheme();
  const hovered = useAppState((state) => state.hovered);
  const selection = useAppState((state) => state.view.selection);
  const box = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const points = useMemo(() => pointsOf(positions, frame, size, camera), [positions, frame, size, camera]);
  const radius = radiusOf(positions.length / 2, size) * Math.min(2.2, Math.max(1, Math.sqrt(camera.zoom)));

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const context = contextOf(ground.current, size);
    if (!context) return;
    const chosen = new Set(selection);
    const back = (node: number) => chosen.size > 1 && !chosen.has(node);
    drawPoints(context, { points, radius, colours, outlines, back, hidden });
  }, [points, radius, colours, outlines, hidden, size, selection]);

  useLayoutEffect(() => {
    const context = contextOf(over.current, size);
    if (!context || !box.current) return;
    context.font = `600 11px ${getComputedStyle(box.current).fontFamily}`;
    const { ink, background } = GROUND[theme];
    const shown = new Set([
      ...(selection.length <= MOST_RINGS ? selection : []),
      ...(hovered === null ? [] : [hovered]),
    ]);
    for (const node of shown) {
      if (2 * node >= points.length || hidden.has(node)) continue;
      const [x, y] = [points[2 * node]!, points[2 * node + 1]!];
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = colours[node]!;
      context.fill();
      const isNamed = node === hovered || selection.length <= 3;
      drawRing(context, { x, y, radius, ink, ground: background, name: isNamed ? String(node) : null });
    }
  }, [points, radius, colours, hidden, size, selection, hovered, theme]);

  usePointing(box, { points, hidden, frame, size, camera, onCamera });

  return (
    <div
      ref={box}
      className={styles.picture}
      role="application"
      aria-label={`${label}. Keys: arrows move, plus and minus zoom, F fits.`}
    >
      <canvas ref={ground} />
      <canvas ref={over} />
    </div>
  );
}
