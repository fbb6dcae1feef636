/**
 * What says how far the picture of the embedding can be trusted, on a 2-D canvas above the nodes: lines from one node
 * to its nearest in the full space, and rings around points that the picture puts among others than their own.
 */
import { GROUND, type Theme } from '../palette/palette';
import { Overlay } from './overlay';
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

/** Rings in one path: the time that a browser takes for a path grows with its square. */
const RINGS_AT_ONCE = 256;
/** Up to so many, every ring is drawn; of more, one in each cell of so many CSS pixels: the others would lie on it. */
const [FEW_RINGS, CELL] = [1000, 8];

type Placed = Pick<Scene, 'positions' | 'placing' | 'width' | 'height' | 'has'>;

/** The badly placed nodes that the canvas shows: no more than there is room for. */
export function badlyPlacedInView(scene: Placed, kept: Float32Array): readonly number[] {
  const { positions, placing, width, height } = scene;
  const columns = Math.ceil(width / CELL) + 1;
  const all: number[] = [];
  const cells = new Map<number, number>();
  for (let node = 0; node < kept.length; node++) {
    if (!isBadlyPlaced(kept[node]!)) continue;
    const x = placing.left + placing.scale * positions[2 * node]!;
    const y = placing.top - placing.scale * positions[2 * node + 1]!;
    if (!(x >= 0 && x <= width && y >= 0 && y <= height) || !scene.has(node)) continue;
    if (all.length <= FEW_RINGS) all.push(node);
    const cell = Math.floor(x / CELL) + columns * Math.floor(y / CELL);
    if (!cells.has(cell)) cells.set(cell, node);
  }
  return all.length <= FEW_RINGS ? all : [...cells.values()];
}

export function createTrustLayer(scene: Scene): TrustLayer {
  const overlay = new Overlay(scene.container, 'trust', scene.over);

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
    const marked = badlyPlacedInView(scene, kept);
    for (let first = 0; first < marked.length; first += RINGS_AT_ONCE) {
      on.beginPath();
      for (const node of marked.slice(first, first + RINGS_AT_ONCE)) {
        const { x, y } = scene.pointOf(node);
        const radius = scene.radiusOf(node) + 1.8;
        on.moveTo(x + radius, y);
        on.arc(x, y, radius, 0, 2 * Math.PI);
      }
      on.stroke();
    }
  };

  return {
    draw: ({ lines, kept }, theme) => {
      if (!lines && !kept) return overlay.draw(null);
      overlay.draw((context) => {
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
      });
    },
    remove: () => overlay.remove(),
  };
}
