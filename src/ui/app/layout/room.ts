/**
 * How the window is shared out. The pictures are the page: by themselves panels are open only while both pictures
 * together keep 55 % of the window; those that a visitor opens may take from that down to 40 %.
 * Sizes are CSS pixels, as in theme.css; test/e2e/room.test.ts measures the real page against the same shares.
 */
import { PANELS, type PanelId } from '../../state/viewSpec';

/** From this width on panels stand beside the pictures; below it they are tabs. */
export const WIDE = 900;

export const SHARE_BY_DEFAULT = 0.55;
export const SHARE_AT_LEAST = 0.4;

const BESIDE: Readonly<Record<PanelId, { readonly width: number; readonly height: number }>> = {
  build: { width: 232, height: 0 },
  inspect: { width: 304, height: 0 },
  charts: { width: 0, height: 180 },
};

/** Bar, heads and feet of the pictures, and the row of the time. */
const AROUND = { wide: 44 + 44 + 58 + 52, narrow: 48 + 52 + 52 } as const;
const HEAD_AND_FOOT = 44 + 70;
const NARROWEST = 320;
/** One above the other they need more, or both are slivers. */
const LOWEST_OF_TWO = 300;

/** Folded first where room is short. */
const FOLD_ORDER: readonly PanelId[] = ['charts', 'inspect', 'build'];

export interface Room {
  readonly isWide: boolean;
  /** Of a wide window. */
  readonly open: readonly PanelId[];
  /** How the pictures lie: `one` at a time. */
  readonly pictures: 'beside' | 'above' | 'one';
}

export interface Wishes {
  readonly folded: readonly PanelId[];
  readonly opened: readonly PanelId[];
  /** Panels that have nothing in them. */
  readonly missing: readonly PanelId[];
  /** Something is selected: the inspector has something to say. */
  readonly isInspecting: boolean;
  readonly isProjecting: boolean;
}

/** Share of the window that both pictures have beside these panels. */
export function shareBeside(width: number, height: number, open: readonly PanelId[]): number {
  const across = open.reduce((sum, panel) => sum - BESIDE[panel].width, width);
  const down = open.reduce((sum, panel) => sum - BESIDE[panel].height, height - AROUND.wide);
  return across < 2 * NARROWEST + 1 ? 0 : (across * Math.max(0, down)) / (width * height);
}

function openIn(width: number, height: number, wishes: Wishes): readonly PanelId[] {
  if (wishes.isProjecting) return [];
  const isThere = (panel: PanelId): boolean =>
    !wishes.missing.includes(panel) && !wishes.folded.includes(panel);
  /** The first of `order` that are open give way until the pictures have their share. */
  const fit = (panels: readonly PanelId[], order: readonly PanelId[], share: number): readonly PanelId[] =>
    order.reduce(
      (open, panel) =>
        shareBeside(width, height, open) < share ? open.filter((each) => each !== panel) : open,
      panels,
    );
  const byThemselves = fit(PANELS.filter(isThere), FOLD_ORDER, SHARE_BY_DEFAULT);
  const opened = wishes.opened.filter(isThere);
  const asked: readonly PanelId[] =
    wishes.isInspecting && isThere('inspect') && !opened.includes('inspect')
      ? ['inspect', ...opened]
      : opened;
  const all = PANELS.filter((panel) => byThemselves.includes(panel) || asked.includes(panel));
  const others = FOLD_ORDER.filter((panel) => !asked.includes(panel));
  return fit(all, [...others, ...asked.slice(0, -1), ...asked.slice(-1)], SHARE_AT_LEAST);
}

function picturesIn(width: number, height: number): Room['pictures'] {
  if (width >= WIDE) return 'beside';
  const down = height - AROUND.narrow - 2 * HEAD_AND_FOOT;
  if (down >= 2 * LOWEST_OF_TWO) return 'above';
  return width >= 2 * NARROWEST + 1 ? 'beside' : 'one';
}

export const roomIn = (width: number, height: number, wishes: Wishes): Room => ({
  isWide: width >= WIDE,
  open: width >= WIDE ? openIn(width, height, wishes) : [],
  pictures: picturesIn(width, height),
});
