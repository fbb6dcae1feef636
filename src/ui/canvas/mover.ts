/**
 * Lets a scene's points glide from where they are to the newest target: interruptible at any frame, and costing
 * nothing once they have arrived.
 */
import { boxAround, boxBetween, boxDistance, steadyBox, type Box } from './box';
import { glide, glideShare } from './glide';
import type { Scene } from './scene';

/** Share of the picture below which no eye sees the rest of a way: half a pixel of a canvas of 1000. */
const ARRIVED = 0.0005;
/** A frame that comes later than this counts as this long, so that a busy moment does not become a jump. */
const LONGEST_FRAME_MS = 100;

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
  let last = 0;

  const jump = (): void => {
    if (!target || !targetBox) return;
    current = target.slice();
    box = targetBox;
    scene.motion = null;
    scene.place(current, box);
  };

  const step = (now: number): boolean => {
    if (!current || !target || !box || !targetBox) return false;
    const share = glideShare(Math.min(LONGEST_FRAME_MS, now - last));
    last = now;
    const left = glide(current, target, share);
    box = boxBetween(box, targetBox, share);
    const extent = Math.max(box.x[1] - box.x[0], box.y[1] - box.y[0]);
    if (left / extent < ARRIVED && boxDistance(box, targetBox) < ARRIVED) {
      jump();
      return false;
    }
    scene.place(current, box);
    return true;
  };

  return {
    moveTo(next) {
      const first = !current || current.length !== next.length;
      target = next;
      targetBox = steadyBox(first ? null : targetBox, boxAround(next));
      if (first || stillness.matches || !scene.visible || document.hidden) jump();
      else if (!scene.motion) {
        last = performance.now();
        scene.motion = step;
        scene.redraw();
      }
    },
    stop() {
      scene.motion = null;
    },
  };
}
