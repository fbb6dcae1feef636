/** How one node is drawn: concentric discs, from the outside in: ring, gap, outline, fill. */
import { dimmed, GROUND, outlineFor, type Theme } from '../palette/palette';
import type { Mark } from './marks';

/** Attributes read by the node program. Widths are shares of `size`, the outermost radius in CSS pixels. */
export interface NodeLook {
  readonly size: number;
  readonly color: string;
  readonly outline: string;
  readonly outlineShare: number;
  readonly gap: string;
  readonly gapShare: number;
  readonly ring: string;
  readonly ringShare: number;
  /** Radius of the innermost disc and its outline, in CSS pixels. */
  readonly core: number;
  /** Neither drawn nor hit. */
  readonly hidden: boolean;
}

/** Whose label is known to training: the ring's colour, or none. */
export type Ring = string | null;

/**
 * @param radius of the disc without ring, in CSS pixels
 * @param ring colour of the ring of a node whose label training knows; null for none
 * @param back share of the way to the ground that it steps back: 0 for not at all
 */
export function lookOf(mark: Mark, radius: number, ring: Ring, back: number, theme: Theme): NodeLook {
  const ground = GROUND[theme].background;
  const tone = (colour: string): string => (back > 0 ? dimmed(colour, theme, back) : colour);
  const core = mark.shape === 'small' ? radius * 0.72 : radius;
  const thin = core < 6;
  const ringed = ring !== null;
  const ringWidth = ringed ? (thin ? 1.4 : 1.8) : 0;
  const gapWidth = ringed ? (thin ? 1.3 : 2.2) : thin ? 0.7 : 1.2;
  const outlineWidth = mark.shape === 'hollow' ? Math.min(3, core * 0.42) : thin ? 0.8 : 1.2;
  const size = core + gapWidth + ringWidth;
  return {
    size,
    core,
    color: mark.shape === 'hollow' ? ground : tone(mark.colour),
    outline: tone(outlineFor(mark.colour, theme)),
    outlineShare: outlineWidth / size,
    gap: ground,
    gapShare: gapWidth / size,
    // Without a ring its colour must not shine through the soft edge.
    ring: ringed ? tone(ring) : ground,
    ringShare: ringWidth / size,
    hidden: false,
  };
}
