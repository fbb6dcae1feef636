/** How one node is drawn: concentric discs, from the outside in: ring, gap, outline, fill. */
import { BACK_SHARE, dimmed, GROUND, outlineFor, type Theme } from '../palette/palette';
import type { Mark } from './marks';

/** Whose label is known to training: the ring's colour, or none. */
export type Ring = string | null;

/** What nodes have in common that are marked alike: everything but their size. */
export interface NodeStyle {
  readonly shape: 'solid' | 'hollow' | 'small';
  readonly color: string;
  readonly outline: string;
  readonly gap: string;
  /** The ground's where there is no ring: its colour must not shine through the soft edge. */
  readonly ring: string;
  readonly isRinged: boolean;
  /** Steps back as far as it goes: its name is not written. */
  readonly isBack: boolean;
  /** Neither drawn nor hit. */
  readonly hidden: boolean;
}

/** A style at a size. Widths are shares of `size`, the outermost radius in CSS pixels. */
export interface NodeLook extends NodeStyle {
  readonly size: number;
  readonly outlineShare: number;
  readonly gapShare: number;
  readonly ringShare: number;
}

/** Widths in CSS pixels, of discs smaller than `THIN` and of larger ones; gl/nodes.ts draws by the same ones. */
export const THIN = 6;
export const SMALL_SHARE = 0.72;
export const WIDTHS = {
  thin: { outline: 0.8, gap: 0.7, ringedGap: 1.3, ring: 1.4 },
  full: { outline: 1.2, gap: 1.2, ringedGap: 2.2, ring: 1.8 },
} as const;
export const HOLLOW = { widest: 3, share: 0.42 } as const;

/**
 * @param ring colour of the ring of a node whose label training knows; null for none
 * @param back share of the way to the ground that it steps back: 0 for not at all
 */
export function styleOf({ shape, colour }: Mark, ring: Ring, back: number, theme: Theme): NodeStyle {
  const ground = GROUND[theme].background;
  const tone = (full: string): string => (back > 0 ? dimmed(full, theme, back) : full);
  return {
    shape: shape === 'ringed' ? 'solid' : shape,
    color: shape === 'hollow' ? ground : tone(colour),
    outline: tone(outlineFor(colour, theme)),
    gap: ground,
    ring: ring === null ? ground : tone(ring),
    isRinged: ring !== null,
    isBack: back >= BACK_SHARE,
    hidden: false,
  };
}

/** @param radius of the disc without ring, in CSS pixels */
export function lookOf(style: NodeStyle, radius: number): NodeLook {
  const core = style.shape === 'small' ? radius * SMALL_SHARE : radius;
  const widths = core < THIN ? WIDTHS.thin : WIDTHS.full;
  const ring = style.isRinged ? widths.ring : 0;
  const gap = style.isRinged ? widths.ringedGap : widths.gap;
  const outline = style.shape === 'hollow' ? Math.min(HOLLOW.widest, core * HOLLOW.share) : widths.outline;
  const size = core + gap + ring;
  return { ...style, size, outlineShare: outline / size, gapShare: gap / size, ringShare: ring / size };
}
