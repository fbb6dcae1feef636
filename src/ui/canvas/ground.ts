/** What a picture by raw axes has besides its nodes: axes and decision boundary behind them, the axes' names before them. */
import type { Readout } from '../../data/run/pictures';
import { mix } from '../palette/colour';
import { classColour, GROUND, type Theme } from '../palette/palette';
import type { AppState } from '../state/appState';
import { regionsOf } from './boundary';
import { textWidth, type Area, type Pen } from './picture/pen';
import type { Placing } from './view/placing';

export interface Ground {
  /** Null: no boundary can be drawn. */
  readonly readout: Readout | null;
  readonly theme: Theme;
  /** Of the two units. */
  readonly names: readonly [string, string];
}

/** Null where the picture has no axes. */
export function groundOf({ projection, training, graph }: AppState, theme: Theme): Ground | null {
  if (projection?.kind !== 'points' || projection.method !== 'axes') return null;
  const isOutput = training.layers.find(({ id }) => id === projection.layer)?.kind === 'output';
  const [first, second] = graph?.data.labelling.classNames ?? [];
  const nameOf = (unit: number, name: string | undefined): string =>
    isOutput && name !== undefined ? `unit ${unit}: logit of ${name}` : `unit ${unit}`;
  return {
    readout: projection.readout ?? null,
    theme,
    names: [nameOf(1, first), nameOf(2, second)],
  };
}

/** Share of a class's colour over the ground, and of the ink in the line around it. */
const TINT = 0.13;
const EDGE = 0.55;
const DASHES = [2, 4] as const;

/** @param placing of the plane in the area, from its upper left corner */
export function drawGround(
  pen: Pen,
  { readout, theme }: Ground,
  { left, top, scale }: Placing,
  { x, y, width, height }: Area,
): void {
  const { background, ink, muted } = GROUND[theme];
  const across = (value: number): number => x + left + scale * value;
  const down = (value: number): number => y + top - scale * value;
  if (readout) {
    const window = {
      x: [-left / scale, (width - left) / scale] as const,
      y: [(top - height) / scale, top / scale] as const,
    };
    const regions = regionsOf(readout, window).map((region) =>
      region.flatMap((corner) => [across(corner[0]), down(corner[1])]),
    );
    regions.forEach((corners, index) => {
      if (corners.length >= 6)
        pen.polygon(corners, mix(background, classColour(index, theme, readout.weight.numCols), TINT));
    });
    for (const corners of regions)
      pen.lines(
        corners.flatMap((_, i) =>
          i % 2 === 0
            ? [
                corners[i]!,
                corners[i + 1]!,
                corners[(i + 2) % corners.length]!,
                corners[(i + 3) % corners.length]!,
              ]
            : [],
        ),
        mix(background, ink, EDGE),
        1,
      );
  }
  pen.lines([x, down(0), x + width, down(0), across(0), y, across(0), y + height], muted, 1, DASHES);
}

/** Which boundary it is, in the picture and in its head. */
export const BOUNDARY_TEXTS: Readonly<Record<Readout['of'], string>> = {
  output: 'boundary: two logits are equal',
  'last layer': 'boundary: last layer’s weights alone, no messages',
};

const TYPE = 12;
const MARGIN = 8;
const LINE = 16;

/** In the corners, where few nodes are, and readable over those. */
export function drawAxisNames(
  pen: Pen,
  { readout, theme, names }: Ground,
  { x, y, width, height }: Area,
): void {
  const { background, muted } = GROUND[theme];
  const look = { size: TYPE, colour: muted, halo: background };
  const [rightward, upward] = [names[0], `↑ ${names[1]}`];
  const foot = y + height - MARGIN - TYPE / 2;
  pen.text(x + MARGIN, y + MARGIN + TYPE / 2, upward, look);
  pen.text(x + width - MARGIN, foot, rightward, { ...look, anchor: 'end' });
  if (!readout) return;
  const caption = BOUNDARY_TEXTS[readout.of];
  const isTight = textWidth(caption, TYPE) + textWidth(rightward, TYPE) + 4 * MARGIN > width;
  pen.text(x + MARGIN, isTight ? foot - LINE : foot, caption, look);
}
