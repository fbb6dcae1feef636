/**
 * The time of the moving lines. Where frames are fast they move in each; where they are slow (no graphics card) they
 * go in steps with rests in between, so that the page answers.
 */

/** Frames that take longer than this on average make the lines go in steps... */
const SLOW_FRAME_MS = 34;
/** ...until a step takes less than this on average. */
const FAST_FRAME_MS = 20;
/** From one step to the next. */
const STEP_MS = 450;
/** How far the lines go in one step, in seconds of their own time. */
const STEP_SECONDS = 0.18;
/** A longer gap was a hidden page, not a frame. */
const LONGEST_FRAME_MS = 600;

/** What the clock needs of the browser. */
export interface Frames {
  request(call: (now: number) => void): number;
  cancel(frame: number): void;
  later(call: () => void, ms: number): number;
  forget(timer: number): void;
}

export const BROWSER_FRAMES: Frames = {
  request: (call) => requestAnimationFrame(call),
  cancel: (frame) => cancelAnimationFrame(frame),
  later: (call, ms) => window.setTimeout(call, ms),
  forget: (timer) => window.clearTimeout(timer),
};

export interface FlowClock {
  start(): void;
  /** Nothing is scheduled afterwards. */
  stop(): void;
  readonly isSlow: boolean;
}

/**
 * @param draw is given the time of the lines in seconds
 * @param mayStep whether steps may be taken now; fast frames are always drawn
 */
export function createFlowClock(
  draw: (seconds: number) => void,
  mayStep: () => boolean = () => true,
  frames: Frames = BROWSER_FRAMES,
): FlowClock {
  let running = false;
  let frame = 0;
  let timer = 0;
  let last: number | null = null;
  let usual = 16;
  let isSlow = false;
  let seconds = 0;

  const weigh = (gap: number): void => {
    if (gap < LONGEST_FRAME_MS) usual += (gap - usual) / (gap > usual ? 4 : 12);
    isSlow = usual > (isSlow ? FAST_FRAME_MS : SLOW_FRAME_MS);
  };

  const run = (now: number): void => {
    const gap = last === null ? 16 : now - last;
    if (last !== null) weigh(gap);
    last = now;
    if (isSlow) return rest();
    seconds += Math.min(gap, 100) / 1000;
    draw(seconds);
    frame = frames.request(run);
  };

  const step = (now: number): void => {
    if (!mayStep()) return rest();
    seconds += STEP_SECONDS;
    draw(seconds);
    // The frame after this one begins when this one is on the screen: that is what the step has cost.
    frame = frames.request((after) => {
      weigh(after - now);
      last = null;
      if (isSlow) rest();
      else frame = frames.request(run);
    });
  };

  const rest = (): void => {
    timer = frames.later(() => {
      frame = frames.request(step);
    }, STEP_MS);
  };

  return {
    start() {
      if (running) return;
      running = true;
      last = null;
      if (isSlow) rest();
      else frame = frames.request(run);
    },
    stop() {
      running = false;
      frames.cancel(frame);
      frames.forget(timer);
    },
    get isSlow() {
      return isSlow;
    },
  };
}
