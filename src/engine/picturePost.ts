/** Posts pictures against the page's credits: one for each, the newest; one that is overtaken is never seen. */
import type { Turns } from './turns';
import type { ProjectionPicture } from '../data/run/pictures';

export interface PicturePost {
  offer(picture: ProjectionPicture): void;
  /** Whether a picture offered now would be posted at once, and the last one is at least so old. */
  isFree(ms: number): boolean;
  lastPost(): number;
  /** Resolves once a picture may be posted, or what waits is dropped. */
  credited(): Promise<void>;
  credit(): void;
  /** Forgets what has not been posted. */
  drop(): void;
}

export function createPicturePost(turns: Turns, post: (picture: ProjectionPicture) => void): PicturePost {
  let mayPost = true;
  let waiting: ProjectionPicture | null = null;
  let onCredit: (() => void)[] = [];
  let last = -Infinity;

  const flush = () => {
    if (!mayPost || !waiting) return;
    mayPost = false;
    last = turns.now();
    const picture = waiting;
    waiting = null;
    post(picture);
  };

  const wake = () => {
    const woken = onCredit;
    onCredit = [];
    for (const resolve of woken) resolve();
  };

  return {
    offer: (picture) => {
      waiting = picture;
      flush();
    },
    isFree: (ms) => mayPost && turns.now() >= last + ms,
    lastPost: () => last,
    credited: () => (mayPost ? Promise.resolve() : new Promise((resolve) => onCredit.push(resolve))),
    credit: () => {
      mayPost = true;
      flush();
      wake();
    },
    drop: () => {
      waiting = null;
      wake();
    },
  };
}
