/** What a picture is drawn with. A canvas and an SVG are two pens, so that one drawing serves both. Lengths are CSS pixels. */
import type { Sliced } from '../../../data/base/sliced';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextLook {
  readonly size: number;
  readonly colour: string;
  readonly weight?: 400 | 600;
  /** Which part of the text lies at x. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour around the letters, for a text that may lie over something. */
  readonly halo?: string;
}

export interface Pen {
  rect(area: Area, fill: string): void;
  /**
   * @param ends of each line, interleaved: x, y, x, y
   * @param dash lengths of a dash and of a gap
   */
  lines(ends: readonly number[], colour: string, width: number, dash?: readonly [number, number]): void;
  /** @param corners interleaved: x, y */
  polygon(corners: readonly number[], fill: string): void;
  disc(x: number, y: number, radius: number, fill: string): void;
  /** @param y middle of the small letters */
  text(x: number, y: number, text: string, look: TextLook): void;
  /** Nothing that is drawn leaves the area. */
  within(area: Area, draw: () => Sliced<void>): Sliced<void>;
  /** Where pictures can say what a part of them is, they call it `name`. */
  named(name: string, draw: () => void): void;
}

/** Width of a halo on either side of a letter. */
export const HALO = 2;

export const FONT = "'Inter Variable', Inter, system-ui, sans-serif";

/** About how wide a text is: not measured, so that every pen lays out alike. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  // East Asian characters are as wide as they are high.
  for (const character of text) width += character >= '\u2e80' ? size : 0.57 * size;
  return width;
}

/** At most `most` characters, the last of them an ellipsis where something was left out. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most));
  return characters.length <= most && text.length <= 2 * most
    ? text
    : `${characters.slice(0, most - 1).join('')}…`;
}
