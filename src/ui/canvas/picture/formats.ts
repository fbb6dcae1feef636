/** A picture as a file. */
import { fail } from '../../../data/base/errors';
import type { Sliced } from '../../../data/base/sliced';
import { soon } from '../../state/inTurns';
import { createCanvasPen } from './canvasPen';
import type { Picture } from './picture';
import { createSvgPen } from './svgPen';

/** Pixels per CSS pixel: for a screen, for a sharp screen or a slide, for print. */
export const SCALES = [1, 2, 4] as const;
export type Scale = (typeof SCALES)[number];

/** Texts that are the file when they are put together. */
export function* svgOf(picture: Picture): Sliced<readonly string[]> {
  const pen = createSvgPen();
  const texts: string[] = [];
  pen.begin(picture, picture.caption);
  const drawing = picture.draw(pen);
  while (!drawing.next().done) {
    texts.push(pen.take());
    yield;
  }
  pen.end();
  return [...texts, pen.take()];
}

export const svgBlob = async (picture: Picture): Promise<Blob> => {
  const texts = await soon(svgOf(picture));
  return new Blob(await soon(encoded(texts)), { type: 'image/svg+xml' });
};

/** A blob of many texts encodes them all at once; one of blobs has nothing to encode. */
function* encoded(texts: readonly string[]): Sliced<Blob[]> {
  const blobs: Blob[] = [];
  for (const text of texts) {
    blobs.push(new Blob([text]));
    yield;
  }
  return blobs;
}

/** Gives the canvas the picture's shape, `scale` pixels to each of its own, and draws it. */
export function* paintPicture(canvas: HTMLCanvasElement, picture: Picture, scale: number): Sliced<void> {
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  // In memory, where a slice can be told to be drawn: otherwise all of them are, in one go, when the canvas is read.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw fail('canvas/picture', 'expected a 2-D canvas, got none', 'Take the SVG.');
  context.scale(scale, scale);
  const drawing = picture.draw(createCanvasPen(context));
  while (!drawing.next().done) {
    context.getImageData(0, 0, 1, 1);
    yield;
  }
}

/** @throws PlaygroundError where the browser makes no PNG of that size */
export async function pngOf(picture: Picture, scale: Scale): Promise<Blob> {
  const canvas = document.createElement('canvas');
  await soon(paintPicture(canvas, picture, scale));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) return blob;
  throw fail(
    'canvas/picture',
    `expected a PNG of ${canvas.width} × ${canvas.height} pixels, got none from the browser`,
    'Take a smaller scale, or the SVG.',
  );
}
