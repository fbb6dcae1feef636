import { useEffect, useState } from 'react';
import type { Later } from './later';

export interface Fetching<T> {
  /** null: not here yet. */
  readonly value: T | null;
  readonly isLost: boolean;
}

/** Code that is fetched when it is first shown; at once where it is here already. */
export function useLater<T>(part: Later<T>): Fetching<T> {
  /** What became of the fetching; another part in the same place has an answer of its own. */
  const [answer, setAnswer] = useState({ part, isLost: false });
  useEffect(() => {
    if (part.now() !== null) return undefined;
    let isCurrent = true;
    const answered = (isLost: boolean) => isCurrent && setAnswer({ part, isLost });
    part.fetch().then(
      () => answered(false),
      () => answered(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [part]);
  const value = part.now();
  return { value, isLost: value === null && answer.part === part && answer.isLost };
}
