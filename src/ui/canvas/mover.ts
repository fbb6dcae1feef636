/**
 * Lets a scene's points glide from where they are to the newest target: interruptible at any frame, and costing
 * nothing once they have arrived.
 */
import { boxAround, boxBetween, boxDistance, steadyBox, type Box } from './box';
import { frameTurns } from './frameTurns';
import { glide, glideShare } from './glide';
import type { Scene } from './scene';
import { createSpacedDraws } from './spacedDraws';

/** Share of the picture below which no eye sees the rest of a way: half a pixel of a canvas of 1000. */
const ARRIVED = 0.0005;
/** A frame that comes later than this counts as this long, so that a busy moment does not become a jump. */
const LONGEST_FRAME_MS = 100;

/** Above this many points a frame takes too long for a glide: they jump, with pauses for the page. */
const MOST_GLIDING = 20_000;

export interface Mover {
  moveTo(target: Float32Array): void;
  stop(): void;
}

export function createMover(scene: Scene): Mover {
  const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');
  let current: Float32Array | null = null;
  let target: Float32Array | null = null;
  let box: Box | null = null;
  let targetBox: Box | null = null;
  let frame = 0;
  let last = 0;

  const jump = (): void => {
    if (!target || !targetBox) return;
    current = target.slice();
    box = targetBox;
    scene.place(current, box);
  };

  const jumps = createSpacedDraws(jump);

  const tick = (now: number): void => {
    frame = 0;
    if (!current || !target || !box || !targetBox) return;
    if (!frameTurns.mayDraw(scene.name, now)) {
      frame = requestAnimationFrame(tick);
      return;
    }
    const share = glideShare(Math.min(LONGEST_FRAME_MS, now - last));
    last = now;
    const left = glide(current, target, share);
    box = boxBetween(box, targetBox, share);
    const extent = Math.max(box.x[1] - box.x[0], box.y[1] - box.y[0]);
    if (left / extent < ARRIVED && boxDistance(box, targetBox) < ARRIVED) {
      jump();
      return;
    }
    scene.place(current, box);
    frame = requestAnimationFrame(tick);
  };

  return {
    moveTo(next) {
      const first = !current || current.length !== next.length;
      target = next;
      targetBox = steadyBox(first ? null : targetBox, boxAround(next));
      if (first || stillness.matches || !scene.visible || document.hidden) {
        cancelAnimationFrame(frame);
        frame = 0;
        jump();
      } else if (next.length > 2 * MOST_GLIDING) {
        jumps.ask();
      } else if (!frame) {
        last = performance.now();
        frame = requestAnimationFrame(tick);
      }
    },
    stop() {
      cancelAnimationFrame(frame);
      frame = 0;
      jumps.stop();
    },
  };
}
