/** A picture as a file. */
import { fail } from '../../../data/base/errors';
import { createCanvasPen } from './canvasPen';
import type { Picture } from './picture';
import { createSvgPen } from './svgPen';

/** Pixels per CSS pixel: for a screen, for a sharp screen or a slide, for print. */
export const SCALES = [1, 2, 4] as const;
export type Scale = (typeof SCALES)[number];

export function svgOf(picture: Picture): string {
  const pen = createSvgPen();
  picture.draw(pen);
  return pen.svg(picture, picture.caption);
}

/** Gives the canvas the picture's shape, `scale` pixels to each of its own, and draws it. */
export function paintPicture(canvas: HTMLCanvasElement, picture: Picture, scale: number): void {
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw fail('canvas/picture', 'expected a 2-D canvas, got none', 'Take the SVG.');
  context.scale(scale, scale);
  picture.draw(createCanvasPen(context));
}

/** @throws PlaygroundError where the browser makes no PNG of that size */
export async function pngOf(picture: Picture, scale: Scale): Promise<Blob> {
  const canvas = document.createElement('canvas');
  paintPicture(canvas, picture, scale);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) return blob;
  throw fail(
    'canvas/picture',
    `expected a PNG of ${canvas.width} × ${canvas.height} pixels, got none from the browser`,
    'Take a smaller scale, or the SVG.',
  );
}
