/**
 * What says how far the picture of the embedding can be trusted, on a 2-D canvas above the nodes: lines from one node
 * to its nearest in the full space, and rings around points that the picture puts among others than their own.
 */
import { GROUND, type Theme } from '../palette/palette';
import type { Scene } from './scene';

/** A point that keeps less than this share of its true neighbours is badly placed. */
export const BADLY_PLACED = 0.2;

/** Equal to --warning in app/theme.css. */
const WARNING: Readonly<Record<Theme, string>> = { light: '#855300', dark: '#f0b34a' };

export interface Trust {
  /** From `node` to each of `nearest`, the nearest first. */
  readonly lines: { readonly node: number; readonly nearest: Int32Array } | null;
  /** Share of true neighbours kept, per node; null where no point is to be marked. */
  readonly kept: Float32Array | null;
}

export interface TrustLayer {
  draw(trust: Trust, theme: Theme): void;
  remove(): void;
}

export const isBadlyPlaced = (share: number): boolean => share < BADLY_PLACED;

export function createTrustLayer(scene: Scene): TrustLayer {
  const { sigma } = scene;
  const canvas = sigma.createCanvas('trust', { beforeLayer: 'over', style: { pointerEvents: 'none' } });
  const context = canvas.getContext('2d');
  let isBlank = true;
  canvas.style.display = 'none';

  const fit = (): void => {
    const { offsetWidth, offsetHeight } = sigma.getContainer();
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(offsetWidth * ratio), Math.round(offsetHeight * ratio)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      Object.assign(canvas.style, { width: `${offsetWidth}px`, height: `${offsetHeight}px` });
    }
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  };

  const drawLines = (on: CanvasRenderingContext2D, { node, nearest }: NonNullable<Trust['lines']>): void => {
    const from = scene.pointOf(node);
    for (const [rank, other] of nearest.entries()) {
      if (!scene.has(other)) continue;
      const to = scene.pointOf(other);
      on.globalAlpha = 0.9 - (0.55 * rank) / Math.max(1, nearest.length - 1);
      on.beginPath();
      on.moveTo(from.x, from.y);
      on.lineTo(to.x, to.y);
      on.stroke();
      on.beginPath();
      on.arc(to.x, to.y, scene.radiusOf(other) + 1.2, 0, 2 * Math.PI);
      on.stroke();
    }
    on.globalAlpha = 1;
  };

  const drawRings = (on: CanvasRenderingContext2D, kept: Float32Array): void => {
    on.beginPath();
    for (const [node, share] of kept.entries()) {
      if (!isBadlyPlaced(share) || !scene.has(node)) continue;
      const { x, y } = scene.pointOf(node);
      const radius = scene.radiusOf(node) + 1.8;
      on.moveTo(x + radius, y);
      on.arc(x, y, radius, 0, 2 * Math.PI);
    }
    on.stroke();
  };

  return {
    draw: ({ lines, kept }, theme) => {
      const isEmpty = !context || (!lines && !kept);
      if (isEmpty && isBlank) return;
      isBlank = isEmpty;
      canvas.style.display = isEmpty ? 'none' : '';
      if (isEmpty) return;
      fit();
      context.clearRect(0, 0, canvas.width, canvas.height);
      if (lines && scene.has(lines.node)) {
        context.strokeStyle = GROUND[theme].accent;
        context.lineWidth = 1.5;
        drawLines(context, lines);
      }
      if (kept) {
        context.strokeStyle = WARNING[theme];
        context.lineWidth = 1.3;
        drawRings(context, kept);
      }
    },
    remove: () => sigma.killLayer('trust'),
  };
}
