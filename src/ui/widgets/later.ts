/**
 * Code that the first second of a visit does not need. It is fetched when somebody needs it, or before that, when the
 * page has nothing else to do (`ui/app/preload.ts`): then it is there at once, without a network too.
 */
export interface Later<T> {
  /** null: not here yet. */
  now(): T | null;
  /** Fetches it once; where that fails, the next call tries again. */
  fetch(): Promise<T>;
}

const known: Later<unknown>[] = [];

/**
 * @param load a dynamic import. Most browsers remember one that failed until the page is reloaded (whatwg/html#6768); the
 * others do fetch again.
 */
export function later<T>(load: () => Promise<T>): Later<T> {
  let here: T | null = null;
  let underWay: Promise<T> | null = null;
  const loadOnce = async (): Promise<T> => {
    try {
      here = await load();
      return here;
    } catch (error) {
      underWay = null;
      throw error;
    }
  };
  const part: Later<T> = { now: () => here, fetch: () => (underWay ??= loadOnce()) };
  known.push(part);
  return part;
}

/** All that could still be fetched. What comes may name more. */
export const missing = (): readonly Later<unknown>[] => known.filter((part) => part.now() === null);
