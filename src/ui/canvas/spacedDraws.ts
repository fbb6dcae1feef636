/**
 * Draws what is dear (the positions of a large graph) with room in between: what is asked for meanwhile is drawn once,
 * the newest of it, after the page has had three times as long for itself as the last draw took.
 */

/** Pause after a draw, in times of what it took. */
const PAUSE = 3;

export interface SpacedDraws {
  /** Draws soon. */
  ask(): void;
  stop(): void;
}

export interface FrameClock {
  requestAnimationFrame(callback: (now: number) => void): number;
  cancelAnimationFrame(handle: number): void;
  setTimeout(callback: () => void, ms: number): number;
  clearTimeout(handle: number): void;
}

/** @param draw what it takes shows in when the next frame comes: most of it is done after the call */
export function createSpacedDraws(draw: () => void, clock: FrameClock = window): SpacedDraws {
  let frame = 0;
  let timer = 0;
  let isWanted = false;

  const next = (): void => {
    timer = 0;
    if (isWanted) frame = clock.requestAnimationFrame(drawNow);
  };
  const drawNow = (began: number): void => {
    isWanted = false;
    draw();
    frame = clock.requestAnimationFrame((ended) => {
      frame = 0;
      timer = clock.setTimeout(next, PAUSE * (ended - began));
    });
  };

  return {
    ask() {
      isWanted = true;
      if (frame === 0 && timer === 0) next();
    },
    stop() {
      clock.cancelAnimationFrame(frame);
      clock.clearTimeout(timer);
      [frame, timer, isWanted] = [0, 0, false];
    },
  };
}
