/** The legend of a picture as a row of entries that wrap. */
import { GROUND, outlineFor, type Theme } from '../../palette/palette';
import { mapColours, STEPS_2D } from '../../palette/scales';
import { writeCount } from '../../widgets/numbers';
import type { NodeNumbers } from '../numbers';
import type { Mark } from '../marks';
import type { Panel } from './panel';
import { shortened, textWidth, type Pen } from './pen';

const TYPE = 11;
const SWATCH = 12;
const ROW = 22;
const GAP = 18;
const LONGEST_LABEL = 48;
const BAR = { width: 192, height: 9 };

interface Entry {
  readonly width: number;
  /** @param y middle of the row */
  draw(pen: Pen, x: number, y: number): void;
}

export interface Legend {
  readonly height: number;
  draw(pen: Pen, x: number, y: number): void;
}

/** A swatch, and after it what it stands for and how many nodes there are of it. */
function labelledEntry(
  theme: Theme,
  label: string,
  count: number,
  drawSwatch: (pen: Pen, x: number, y: number) => void,
): Entry {
  const text = `${shortened(label, LONGEST_LABEL)} ${writeCount(count)}`;
  return {
    width: SWATCH + 5 + textWidth(text, TYPE),
    draw: (pen, x, y) => {
      drawSwatch(pen, x + SWATCH / 2, y);
      pen.text(x + SWATCH + 5, y, text, { size: TYPE, colour: GROUND[theme].ink });
    },
  };
}

function kindEntry({ theme }: Panel, { label, colour, shape }: Mark, count: number): Entry {
  const { ink, background } = GROUND[theme];
  const radius = shape === 'small' || shape === 'ringed' ? 3 : 4.5;
  return labelledEntry(theme, label, count, (pen, x, y) => {
    if (shape === 'ringed') {
      pen.disc(x, y, 6, ink);
      pen.disc(x, y, 5, background);
    }
    pen.disc(x, y, radius + 0.5, outlineFor(colour, theme));
    const isHollow = shape === 'hollow';
    pen.disc(x, y, isHollow ? radius - 2 : radius - 0.5, isHollow ? background : colour);
  });
}

function ringEntry({ data, theme }: Panel): Entry {
  const { ink, background } = GROUND[theme];
  return labelledEntry(theme, 'labelled', data.labelling.split.train.length, (pen, x, y) => {
    pen.disc(x, y, 5.2, ink);
    pen.disc(x, y, 3.8, background);
  });
}

/** Title, bar and the numbers below it: as high as two rows. */
function scaleEntry({ colouring, theme }: Panel, { title, ticks, least, most }: NodeNumbers): Entry {
  const { ink, muted } = GROUND[theme];
  const name = shortened(title, LONGEST_LABEL);
  const from = textWidth(name, TYPE) + 10;
  const colours = colouring.marks.slice(0, -1).map(({ colour }) => colour);
  return {
    width: from + BAR.width + 24,
    draw: (pen, x, y) => {
      pen.text(x, y, name, { size: TYPE, colour: ink });
      if (ticks.length === 0) return;
      const step = BAR.width / colours.length;
      colours.forEach((colour, i) =>
        pen.rect(
          { x: x + from + i * step, y: y - BAR.height / 2, width: step + 0.5, height: BAR.height },
          colour,
        ),
      );
      for (const { value, text } of ticks) {
        const share = (value - least) / (most - least);
        const anchor = share < 0.01 ? 'start' : share > 0.99 ? 'end' : 'middle';
        pen.text(x + from + share * BAR.width, y + 14, text, { size: 10, colour: muted, anchor });
      }
    },
  };
}

function mapEntry({ theme }: Panel): Entry {
  const text = 'position in the embedding: similar colours are close there';
  const [width, height] = [60 / STEPS_2D, 30 / STEPS_2D];
  return {
    width: 70 + textWidth(text, TYPE),
    draw: (pen, x, y) => {
      mapColours(theme).forEach((colour, i) =>
        pen.rect(
          {
            x: x + (i % STEPS_2D) * width,
            y: y + 15 - height * (1 + Math.floor(i / STEPS_2D)),
            width: width + 0.3,
            height: height + 0.3,
          },
          colour,
        ),
      );
      pen.text(x + 70, y, text, { size: TYPE, colour: GROUND[theme].ink });
    },
  };
}

function entriesOf(panel: Panel): readonly Entry[] {
  const { colouring, data } = panel;
  const gone = new Set(data.tombstones);
  const counts = new Int32Array(colouring.marks.length);
  colouring.markOf.forEach((mark, node) => {
    if (!gone.has(node)) counts[mark]! += 1;
  });
  const colours = colouring.scale
    ? [scaleEntry(panel, colouring.scale)]
    : colouring.key === 'map'
      ? [mapEntry(panel)]
      : colouring.marks.flatMap((mark, i) => (counts[i]! > 0 ? [kindEntry(panel, mark, counts[i]!)] : []));
  return colouring.key === 'split' ? colours : [...colours, ringEntry(panel)];
}

/** Entries in rows of at most `width`. */
export function legendOf(panel: Panel, width: number): Legend {
  const isHigh = panel.colouring.scale !== null || panel.colouring.key === 'map';
  const row = isHigh ? 2 * ROW : ROW;
  let [x, y] = [0, 0];
  const places = entriesOf(panel).map((entry) => {
    if (x > 0 && x + entry.width > width) [x, y] = [0, y + row];
    const at = { entry, x, y };
    x += entry.width + GAP;
    return at;
  });
  return {
    height: y + row,
    draw: (pen, left, top) => {
      for (const { entry, ...at } of places) entry.draw(pen, left + at.x, top + at.y + ROW / 2);
    },
  };
}
