/** A picture of one canvas or of both, with a legend and a caption: drawn from state, by any pen. */
import type { Sliced } from '../../../data/base/sliced';
import { GROUND, type Theme } from '../../palette/palette';
import type { AppState } from '../../state/appState';
import type { SceneName } from '../redraws';
import { drawPanel } from './drawPanel';
import { legendOf } from './legend';
import { panelOf } from './panel';
import { textWidth, shortened, type Pen } from './pen';

export const PICTURES = ['both', 'graph', 'embedding'] as const;
export type PictureKind = (typeof PICTURES)[number];

export interface PictureTexts {
  /** Above each canvas. */
  readonly titles: Readonly<Record<SceneName, string>>;
  /** Below all. */
  readonly caption: string;
}

/** In CSS pixels: a PNG has `scale` times as many. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  draw(pen: Pen): Sliced<void>;
}

const PANEL = { width: 720, height: 600 };
const HEAD = 36;
const SIDE = 20;
const FOOT = 34;
const TYPE = 13;

/** Null while there is no graph. */
export function pictureOf(
  state: AppState,
  kind: PictureKind,
  theme: Theme,
  { titles, caption }: PictureTexts,
): Picture | null {
  const names: readonly SceneName[] = kind === 'both' ? ['graph', 'embedding'] : [kind];
  const panels = names.flatMap((name) => {
    const panel = panelOf(state, name, theme);
    return panel ? [{ name, panel }] : [];
  });
  const [first] = panels;
  if (!first) return null;
  const { background, ink, muted, line } = GROUND[theme];
  const width = panels.length * PANEL.width;
  const legend = legendOf(first.panel, width - 2 * SIDE);
  const legendTop = HEAD + PANEL.height + 10;
  const height = Math.ceil(legendTop + legend.height + FOOT);
  const fitting = shortened(caption, Math.floor((width - 2 * SIDE) / textWidth('x', TYPE)));
  return {
    width,
    height,
    caption: fitting,
    *draw(pen) {
      pen.rect({ x: 0, y: 0, width, height }, background);
      for (const [i, { name, panel }] of panels.entries()) {
        const x = i * PANEL.width;
        if (i > 0) pen.rect({ x, y: 0, width: 1, height: HEAD + PANEL.height }, line);
        pen.text(x + SIDE, HEAD / 2 + 4, titles[name], { size: TYPE, weight: 600, colour: muted });
        yield* drawPanel(pen, panel, { x: x + 1, y: HEAD, width: PANEL.width - 1, height: PANEL.height });
      }
      pen.rect({ x: 0, y: HEAD + PANEL.height, width, height: 1 }, line);
      legend.draw(pen, SIDE, legendTop);
      pen.text(SIDE, height - FOOT / 2 - 2, fitting, { size: TYPE, colour: ink });
    },
  };
}
