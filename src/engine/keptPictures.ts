import type { ProjectionPicture } from '../data/run/pictures';

export type Points = Extract<ProjectionPicture, { kind: 'points' }>;

const MOST = 64;

export function createKeptPictures() {
  const pictures = new Map<string, Points>();
  return {
    get: (key: string): Points | undefined => {
      const known = pictures.get(key);
      if (!known) return undefined;
      pictures.delete(key);
      pictures.set(key, known);
      return known;
    },
    /** Lets the one that was not asked for the longest go. */
    set: (key: string, picture: Points): void => {
      pictures.set(key, picture);
      const oldest = pictures.keys().next();
      if (pictures.size > MOST && !oldest.done) pictures.delete(oldest.value);
    },
    clear: () => pictures.clear(),
  };
}
