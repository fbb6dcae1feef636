/**
 * How much is drawn in one frame: as much as the GPU has time for, so that a picture of millions of marks appears in
 * slices instead of holding up every other frame of the page. A software renderer gets small slices, a graphics card
 * all at once.
 */

/** Marks (nodes or edges) in the first slice, and bounds for all others. */
const [FIRST, LEAST, MOST] = [10_000, 2_000, 8_000_000];
/**
 * A slice that took less than `FAST_MS` is followed by one of twice its size; one that took more than `SLOW_MS`, by one
 * that would have taken `FAST_MS`: where the page is put together in software, it stands still for as long as a slice takes.
 */
const [FAST_MS, SLOW_MS] = [24, 40];

/** What tells that a slice has been drawn. */
export interface Fences {
  open(): void;
  isPassed(): boolean;
}

export interface Pace {
  /** Marks that may be drawn now; 0 while the last slice is still being drawn. */
  allowance(now: number): number;
  drawn(marks: number, now: number): void;
  /** Marks that the next slice may have. */
  readonly slice: number;
}

export function createPace(fences: Fences): Pace {
  let slice = FIRST;
  let since: number | null = null;
  return {
    allowance(now) {
      if (since === null) return slice;
      if (!fences.isPassed()) return 0;
      const took = now - since;
      since = null;
      if (took < FAST_MS) slice = Math.min(MOST, 2 * slice);
      else if (took > SLOW_MS) slice = Math.max(LEAST, Math.floor((slice * FAST_MS) / took));
      return slice;
    },
    drawn(marks, now) {
      // Only large slices say how fast it goes.
      if (2 * marks < slice) return;
      fences.open();
      since = now;
    },
    get slice() {
      return slice;
    },
  };
}

export function createFences(gl: WebGL2RenderingContext): Fences {
  let fence: WebGLSync | null = null;
  const drop = (): void => {
    gl.deleteSync(fence);
    fence = null;
  };
  return {
    open() {
      drop();
      fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
    },
    isPassed() {
      if (!fence) return true;
      if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED && !gl.isContextLost()) return false;
      drop();
      return true;
    },
  };
}
