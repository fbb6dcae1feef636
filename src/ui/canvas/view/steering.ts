/**
 * What mouse, pen and fingers do to a canvas: a drag moves the picture, the wheel and two fingers zoom, and what is no
 * drag is told as a click. Whoever needs a drag for itself holds its pointer.
 */
import type { Camera as CameraState } from '../../state/viewSpec';
import type { Point } from '../polygon';
import { Signal } from '../signal';
import type { Camera } from './camera';
import { dragged, zoomedAt, type Frame } from './placing';

/** One notch of a wheel zooms by this much. */
export const NOTCH = 1.19;
/** What browsers tell for a notch: in pixels, lines and pages. */
const NOTCH_DELTA = [100, 3, 1] as const;
/** Two fingers on a trackpad come as a wheel with Ctrl, in small steps. */
const PINCH_GAIN = 8;
const WHEEL_MS = 140;

/** A press that moves less than this many CSS pixels is a click. */
const SLACK = { mouse: 3, touch: 10 };
const DOUBLE_MS = 300;
/** A picture let go in motion goes on for this long, this many times as far as in the last frame. */
const [COAST_MS, COAST] = [200, 3];
/** A pointer that has rested for so long has no motion left. */
const REST_MS = 60;

export interface Click {
  readonly point: Point;
  readonly event: PointerEvent;
}

interface Press {
  readonly start: Point;
  at: Point;
  readonly slack: number;
  isDrag: boolean;
  /** Somebody else's: it moves no picture. */
  isHeld: boolean;
}

interface Pinch {
  readonly camera: CameraState;
  readonly middle: Point;
  readonly span: number;
}

/** How many notches a wheel event is worth; below zero towards the picture. */
export function notchesOf({
  deltaY,
  deltaMode,
  ctrlKey,
}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const notches = deltaY / (NOTCH_DELTA[deltaMode] ?? NOTCH_DELTA[0]);
  return Math.max(-1, Math.min(1, ctrlKey && deltaMode === 0 ? PINCH_GAIN * notches : notches));
}

export class Steering {
  readonly clicked = new Signal<Click>();
  readonly doubleClicked = new Signal<Click>();
  /** Where the mouse points while nothing is pressed; null where it has left. */
  readonly pointed = new Signal<Point | null>();
  private readonly presses = new Map<number, Press>();
  private pinch: Pinch | null = null;
  private last = { at: { x: 0, y: 0 }, time: -Infinity };
  private pace = { dx: 0, dy: 0, time: -Infinity };
  private readonly ends = new AbortController();

  constructor(
    private readonly container: HTMLElement,
    private readonly camera: Camera,
    private readonly frame: () => Frame,
  ) {
    const { signal } = this.ends;
    container.addEventListener('pointerdown', this.down, { signal });
    container.addEventListener('pointermove', this.point, { signal });
    container.addEventListener('pointerleave', this.leave, { signal });
    container.addEventListener('wheel', this.wheel, { signal, passive: false });
    window.addEventListener('pointermove', this.move, { signal });
    window.addEventListener('pointerup', this.up, { signal });
    window.addEventListener('pointercancel', this.up, { signal });
  }

  /** Whether the picture is being moved by a hand. */
  get isMoving(): boolean {
    if (this.pinch) return true;
    for (const { isDrag, isHeld } of this.presses.values()) if (isDrag && !isHeld) return true;
    return false;
  }

  /** This press is somebody else's: it moves no picture. A click it may still be. */
  hold(pointer: number): void {
    const press = this.presses.get(pointer);
    if (press) press.isHeld = true;
  }

  kill(): void {
    this.ends.abort();
    this.presses.clear();
  }

  private at({ clientX, clientY }: MouseEvent): Point {
    const { left, top } = this.container.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  private readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const start = this.at(event);
    const slack = event.pointerType === 'mouse' ? SLACK.mouse : SLACK.touch;
    if (event.isPrimary) this.presses.clear();
    this.presses.set(event.pointerId, { start, at: start, slack, isDrag: false, isHeld: false });
    if (!this.camera.isMoving || event.pointerType !== 'mouse') this.camera.stop();
    this.pinch = this.pinchNow();
    // Two fingers are no click.
    if (this.pinch) for (const press of this.presses.values()) press.isDrag = true;
  };

  private pinchNow(): Pinch | null {
    const [one, two] = [...this.presses.values()].filter(({ isHeld }) => !isHeld);
    if (!one || !two) return null;
    return { camera: this.camera.state, middle: middleOf(one.at, two.at), span: spanOf(one.at, two.at) };
  }

  private readonly move = (event: PointerEvent): void => {
    const press = this.presses.get(event.pointerId);
    if (!press) return;
    const to = this.at(event);
    press.isDrag ||= spanOf(press.start, to) > press.slack;
    const [dx, dy] = [to.x - press.at.x, to.y - press.at.y];
    if (press.isHeld || !press.isDrag) return;
    press.at = to;
    if (this.pinch) {
      const [one, two] = [...this.presses.values()];
      if (!one || !two) return;
      const { camera, middle, span } = this.pinch;
      const ratio = this.camera.bounded((camera.ratio * span) / Math.max(1, spanOf(one.at, two.at)));
      this.camera.set(zoomedAt(this.frame(), camera, ratio, middle, middleOf(one.at, two.at)));
      return;
    }
    this.pace = { dx, dy, time: event.timeStamp };
    this.camera.set(dragged(this.frame(), this.camera.state, dx, dy));
  };

  private readonly up = (event: PointerEvent): void => {
    const press = this.presses.get(event.pointerId);
    if (!press) return;
    this.presses.delete(event.pointerId);
    const wasPinch = this.pinch !== null;
    this.pinch = this.pinchNow();
    if (event.type === 'pointercancel') return;
    if (!press.isDrag) this.tellClick({ point: this.at(event), event });
    else if (!press.isHeld && !wasPinch) this.coast(event.timeStamp);
    // The edges that a drag had left out.
    else this.camera.moved.tell();
  };

  private coast(time: number): void {
    const { dx, dy, time: moved } = this.pace;
    if (time - moved > REST_MS) return this.camera.moved.tell();
    this.camera.animate(dragged(this.frame(), this.camera.state, COAST * dx, COAST * dy), COAST_MS);
  }

  private tellClick(click: Click): void {
    const { timeStamp: time } = click.event;
    const isSecond = time - this.last.time < DOUBLE_MS && spanOf(click.point, this.last.at) < SLACK.touch;
    this.last = { at: click.point, time: isSecond ? -Infinity : time };
    (isSecond ? this.doubleClicked : this.clicked).tell(click);
  }

  private readonly point = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch' && event.buttons === 0) this.pointed.tell(this.at(event));
  };

  private readonly leave = (): void => this.pointed.tell(null);

  private readonly wheel = (event: WheelEvent): void => {
    const { target } = this.camera;
    const ratio = this.camera.bounded(target.ratio * NOTCH ** notchesOf(event));
    // At the end of the reach the page may scroll.
    if (ratio === target.ratio) return;
    event.preventDefault();
    this.camera.animate(zoomedAt(this.frame(), target, ratio, this.at(event)), WHEEL_MS);
  };
}

const spanOf = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const middleOf = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
