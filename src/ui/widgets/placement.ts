/** Where a popover goes, in CSS pixels of the window. */

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Anchor {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 6;
const MARGIN = 8;
/** Farther from its button a sheet is no longer seen to be of it. */
const FARTHEST = 120;

/**
 * Below the anchor, above where there is no room below, always inside the window. Edges on that side are aligned on
 * which the anchor is: the right ones, and the left ones in the left half of the window.
 *
 * @param subject what the sheet speaks of: it goes beside it where there is room close to the button, instead of over it
 */
export function beside(
  anchor: Anchor,
  sheet: Size,
  window: Size,
  subject: Anchor | null = null,
): { left: number; top: number } {
  const below = anchor.bottom + GAP;
  const fits = below + sheet.height + MARGIN <= window.height;
  const top = fits ? below : Math.max(MARGIN, anchor.top - GAP - sheet.height);
  const isLeft = anchor.left + anchor.right < window.width;
  const edge = isLeft ? anchor.left : anchor.right - sheet.width;
  const left = Math.max(MARGIN, Math.min(edge, window.width - sheet.width - MARGIN));
  const isOver =
    subject !== null &&
    left < subject.right &&
    left + sheet.width > subject.left &&
    top < subject.bottom &&
    top + sheet.height > subject.top;
  if (!isOver) return { left, top };
  const toRight = subject.right + GAP;
  const toLeft = subject.left - GAP - sheet.width;
  const suits = (at: number): boolean =>
    at >= MARGIN &&
    at + sheet.width + MARGIN <= window.width &&
    Math.max(at - anchor.right, anchor.left - at - sheet.width) <= FARTHEST;
  return { left: [toRight, toLeft].find(suits) ?? left, top };
}
