/** Which names are written beside nodes: those of the most important nodes that there is room for, without overlap. */
import { textWidth } from './picture/pen';

export interface Label {
  readonly node: number;
  readonly text: string;
  /** Left end and middle of the text, in CSS pixels. */
  readonly x: number;
  readonly y: number;
}

export interface LabelRoom {
  readonly width: number;
  readonly height: number;
  readonly pointOf: (node: number) => { readonly x: number; readonly y: number };
  readonly radiusOf: (node: number) => number;
}

/** Type size, and what one line of it takes, in CSS pixels. */
export const TYPE = 11;
const LINE = 15;
/** From a rim to its name. */
const GAP = 3;
/** Characters of a name, and of the end of one that is cut. */
const LONGEST = 28;
const END = 11;
/** One name to so much of the canvas at most, in CSS pixels squared: more would hide the picture. */
const AREA_PER_LABEL = 7500;
/** Cells of the canvas in which a place is looked for. */
const CELL = 40;

/** Of a longer name its beginning and its end: names of one graph often begin alike. */
export const shortName = (name: string): string => {
  const letters = Array.from(name.slice(0, 4 * LONGEST));
  if (letters.length <= LONGEST) return letters.join('');
  const end = Array.from(name.slice(-4 * LONGEST)).slice(-END);
  return `${letters.slice(0, LONGEST - END - 1).join('')}…${end.join('')}`;
};

type Area = readonly [left: number, top: number, right: number, bottom: number];

/** Areas that are taken, in cells. */
class Taken {
  private readonly cells = new Map<number, Area[]>();

  private *keys([left, top, right, bottom]: Area): Iterable<number> {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++)
      for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++)
        yield row * 65_536 + column;
  }

  isFree(area: Area): boolean {
    for (const key of this.keys(area))
      for (const [left, top, right, bottom] of this.cells.get(key) ?? [])
        if (area[0] < right && area[2] > left && area[1] < bottom && area[3] > top) return false;
    return true;
  }

  take(area: Area): void {
    for (const key of this.keys(area)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(area);
      else this.cells.set(key, [area]);
    }
  }
}

/**
 * @param candidates nodes by importance, the most important first
 * @param nameOf null for a node that is not named here
 */
export function placeLabels(
  candidates: Iterable<number>,
  nameOf: (node: number) => string | null,
  { width, height, pointOf, radiusOf }: LabelRoom,
): readonly Label[] {
  const most = Math.max(1, Math.floor((width * height) / AREA_PER_LABEL));
  const taken = new Taken();
  const labels: Label[] = [];
  for (const node of candidates) {
    if (labels.length >= most) break;
    const { x, y } = pointOf(node);
    if (!(x >= 0 && x <= width && y >= 0 && y <= height)) continue;
    const name = nameOf(node);
    if (name === null || name === '') continue;
    const text = shortName(name);
    const [reach, length] = [radiusOf(node) + GAP, textWidth(text, TYPE)];
    // To the right of the node; to its left where the canvas ends.
    const left = x + reach + length <= width ? x + reach : x - reach - length;
    const area: Area = [left - 2, y - LINE / 2, left + length + 2, y + LINE / 2];
    if (left < 0 || area[1] < 0 || area[3] > height || !taken.isFree(area)) continue;
    taken.take(area);
    labels.push({ node, text, x: left, y });
  }
  return labels;
}
