import { expect, it } from 'vitest';
import { createSpacedDraws, type FrameClock } from '../../../src/ui/canvas/spacedDraws';

/** A clock that is set by hand: a frame or a timer at most waits at a time. */
function handClock() {
  const waiting = {
    frame: null as ((now: number) => void) | null,
    timer: null as (() => void) | null,
    ms: 0,
  };
  const clock: FrameClock = {
    requestAnimationFrame: (callback) => {
      waiting.frame = callback;
      return 1;
    },
    cancelAnimationFrame: () => {
      waiting.frame = null;
    },
    setTimeout: (callback, ms) => {
      waiting.timer = callback;
      waiting.ms = ms;
      return 1;
    },
    clearTimeout: () => {
      waiting.timer = null;
    },
  };
  const frameAt = (now: number) => {
    const callback = waiting.frame;
    waiting.frame = null;
    callback?.(now);
  };
  const timeUp = () => {
    const callback = waiting.timer;
    waiting.timer = null;
    callback?.();
  };
  return { clock, waiting, frameAt, timeUp };
}

it('draws in the next frame, then once for all that was asked in the pause, which is three draws long', () => {
  const { clock, waiting, frameAt, timeUp } = handClock();
  let drawn = 0;
  const draws = createSpacedDraws(() => drawn++, clock);
  draws.ask();
  expect(drawn).toBe(0);
  frameAt(1000);
  expect(drawn).toBe(1);
  frameAt(1400);
  expect(waiting.ms).toBe(1200);
  for (let k = 0; k < 5; k++) draws.ask();
  expect(waiting.frame).toBeNull();
  timeUp();
  frameAt(2700);
  expect(drawn).toBe(2);
  frameAt(2800);
  timeUp();
  expect(waiting.frame).toBeNull();
  draws.ask();
  frameAt(5000);
  expect(drawn).toBe(3);
});

it('draws nothing more once it is stopped, until it is asked again', () => {
  const { clock, waiting, frameAt } = handClock();
  let drawn = 0;
  const draws = createSpacedDraws(() => drawn++, clock);
  draws.ask();
  draws.stop();
  expect([waiting.frame, waiting.timer]).toEqual([null, null]);
  draws.ask();
  frameAt(16);
  expect(drawn).toBe(1);
});
