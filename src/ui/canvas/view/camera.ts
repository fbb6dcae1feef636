/** Where a canvas looks, and how it gets from one place to another. */
import type { Camera as CameraState } from '../../state/viewSpec';
import { Signal } from '../signal';
import { WHOLE } from './placing';

export interface Reach {
  readonly least: number;
  readonly most: number;
}

const easeOut = (share: number): number => share * (2 - share);

interface Way {
  readonly from: CameraState;
  readonly to: CameraState;
  readonly began: number;
  readonly ms: number;
}

export class Camera {
  /** At every change. */
  readonly moved = new Signal();
  private now: CameraState = WHOLE;
  private way: Way | null = null;
  private frame = 0;
  private readonly stillness = window.matchMedia('(prefers-reduced-motion: reduce)');

  constructor(private readonly reach: Reach) {}

  get state(): CameraState {
    return this.now;
  }

  /** Where it is on the way to; where it is, while it stands. */
  get target(): CameraState {
    return this.way?.to ?? this.now;
  }

  get isMoving(): boolean {
    return this.way !== null;
  }

  /** The nearest ratio that the camera may have. */
  bounded(ratio: number): number {
    return Math.min(this.reach.most, Math.max(this.reach.least, ratio));
  }

  set(state: CameraState): void {
    this.stop();
    this.put(state);
  }

  animate(to: CameraState, ms: number): void {
    if (this.stillness.matches) return this.set(to);
    this.way = { from: this.now, to, began: performance.now(), ms };
    this.frame ||= requestAnimationFrame(this.step);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.way = null;
  }

  private put(state: CameraState): void {
    const ratio = this.bounded(state.ratio);
    const { x, y } = this.now;
    if (state.x === x && state.y === y && ratio === this.now.ratio) return;
    this.now = { x: state.x, y: state.y, ratio };
    this.moved.tell();
  }

  private readonly step = (): void => {
    this.frame = 0;
    const { way } = this;
    if (!way) return;
    const share = easeOut(Math.min(1, Math.max(0, (performance.now() - way.began) / way.ms)));
    const { from, to } = way;
    // Even steps of zoom are even factors.
    const ratio = from.ratio * (to.ratio / from.ratio) ** share;
    // The place under a pointer stays there: x and y move as the ratio does.
    const part = to.ratio === from.ratio ? share : (ratio - from.ratio) / (to.ratio - from.ratio);
    if (share === 1) this.way = null;
    else this.frame = requestAnimationFrame(this.step);
    this.put(
      share === 1 ? to : { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, ratio },
    );
  };
}
