/**
 * A part of the picture that is drawn only when it has changed, in slices where it is large, and kept as an image. Until
 * a new image is finished the old one is shown, moved and scaled to where the camera looks now.
 */
import { isSamePlacing, type Placing, type Size } from '../view/placing';
import type { Blit } from './blit';
import type { Pace } from './pace';

/** From where, and how large, a picture is drawn. */
export interface Shot {
  readonly placing: Placing;
  /** In CSS pixels. */
  readonly size: Size;
  /** Pixels of the canvas per CSS pixel. */
  readonly pixels: number;
  /** Pixels of the canvas per CSS pixel of a radius. */
  readonly radius: number;
}

export const isSameShot = (a: Shot, b: Shot): boolean =>
  isSamePlacing(a.placing, b.placing) &&
  a.size.width === b.size.width &&
  a.size.height === b.size.height &&
  a.pixels === b.pixels &&
  a.radius === b.radius;

/** What a layer shows: marks that can be drawn from any one to any other. */
export interface Marks {
  readonly count: number;
  draw(shot: Shot, from: number, to: number): void;
}

interface Image {
  readonly texture: WebGLTexture;
  readonly framebuffer: WebGLFramebuffer;
  width: number;
  height: number;
  shot: Shot | null;
  version: number;
}

export class CachedLayer {
  private shown: Image;
  private next: Image;
  private isDrawing = false;
  private done = 0;

  constructor(
    private readonly gl: WebGL2RenderingContext,
    private readonly marks: Marks,
    /** Its own: a node takes many times as long as a short edge. */
    private readonly pace: Pace,
  ) {
    this.shown = this.image();
    this.next = this.image();
  }

  get isBusy(): boolean {
    return this.isDrawing;
  }

  isCurrent(shot: Shot, version: number): boolean {
    const { shown } = this;
    return shown.shot !== null && shown.version === version && isSameShot(shown.shot, shot);
  }

  begin(shot: Shot, version: number): void {
    const { gl, next } = this;
    const width = Math.max(1, Math.round(shot.size.width * shot.pixels));
    const height = Math.max(1, Math.round(shot.size.height * shot.pixels));
    if (next.width !== width || next.height !== height) {
      gl.bindTexture(gl.TEXTURE_2D, next.texture);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
      Object.assign(next, { width, height });
    }
    Object.assign(next, { shot, version });
    this.isDrawing = true;
    this.done = 0;
  }

  /** Leaves the new image as it is; the first one, which is shown already, goes on. */
  giveUp(): void {
    if (this.shown.shot) this.isDrawing = false;
  }

  /** How many slices a whole image would take. */
  get slices(): number {
    return this.marks.count / this.pace.slice;
  }

  /** Draws as much as there is time for in the frame that began at `now` (ms). @returns whether the image is finished by it */
  proceed(now: number): boolean {
    const { gl, next, marks, done, pace } = this;
    if (!this.isDrawing || !next.shot) return false;
    const allowance = pace.allowance(now);
    if (allowance <= 0 && marks.count > done) return false;
    const to = Math.min(marks.count, done + allowance);
    gl.bindFramebuffer(gl.FRAMEBUFFER, next.framebuffer);
    gl.viewport(0, 0, next.width, next.height);
    if (done === 0) gl.clear(gl.COLOR_BUFFER_BIT);
    if (to > done) marks.draw(next.shot, done, to);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    this.done = to;
    if (to > done) pace.drawn(to - done, now);
    if (to < marks.count) return false;
    [this.shown, this.next] = [next, this.shown];
    this.isDrawing = false;
    return true;
  }

  show(blit: Blit, shot: Shot): void {
    // The first image is shown while it grows.
    const image = this.shown.shot ? this.shown : this.next;
    if (image.shot && this.marks.count > 0) blit.draw(image.texture, image.shot, shot);
  }

  private image(): Image {
    const { gl } = this;
    const [texture, framebuffer] = [gl.createTexture(), gl.createFramebuffer()];
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
      gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
      gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    return { texture, framebuffer, width: 1, height: 1, shot: null, version: -1 };
  }
}
