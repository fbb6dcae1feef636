/**
 * Where drawing is slow (no graphics card, two cores that also train), the two canvases take turns, a frame each: the
 * page then answers between them instead of after both. Where it is fast, each draws in every frame.
 */
import type { SceneName } from './redraws';

/** Frames that take longer than this on average make the canvases take turns... */
const SLOW_FRAME_MS = 28;
/** ...until they take less than this. */
const FAST_FRAME_MS = 19;
/** A longer gap was a pause between two animations, not a frame. */
const LONGEST_FRAME_MS = 400;

export interface FrameTurns {
  /** Whether canvas `name` may draw in the animation frame that began at `now` (ms). */
  mayDraw(name: SceneName, now: number): boolean;
  readonly isSlow: boolean;
}

export function createFrameTurns(): FrameTurns {
  let frame = 0;
  let last = -Infinity;
  let usual = 16;
  let isSlow = false;
  return {
    mayDraw(name, now) {
      if (now !== last) {
        const gap = now - last;
        // Between two frames that draw lie some that do not: a slow one counts for more than a quick one.
        if (gap < LONGEST_FRAME_MS) usual += (gap - usual) / (gap > usual ? 3 : 20);
        isSlow = usual > (isSlow ? FAST_FRAME_MS : SLOW_FRAME_MS);
        last = now;
        frame++;
      }
      return !isSlow || frame % 2 === (name === 'graph' ? 0 : 1);
    },
    get isSlow() {
      return isSlow;
    },
  };
}

/** One for the page: its canvases share the frames. */
export const frameTurns = createFrameTurns();
