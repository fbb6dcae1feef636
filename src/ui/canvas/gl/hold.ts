/**
 * The answer to a hand that moves the camera is the last image, moved along. A picture that takes many slices is drawn
 * anew only once the camera rests: the page would wait for a slice before every answer, and the picture be of somewhere
 * else when it is finished.
 */
import { isSameShot, type Shot } from './cachedLayer';

/** A picture of no more slices than this keeps up with the camera. */
const FEW_SLICES = 4;
/** Without a change for so long, the camera rests. */
const REST_MS = 120;

export class Hold {
  private last: Shot | null = null;
  private moved = -Infinity;

  /**
   * Asked once in each frame.
   * @param slices that the whole picture would take
   */
  isOn(shot: Shot, now: number, slices: number): boolean {
    if (this.last && !isSameShot(this.last, shot)) this.moved = now;
    this.last = shot;
    return slices > FEW_SLICES && now - this.moved < REST_MS;
  }
}
