import { useEffect, useState } from 'react';
import type { Later } from './later';

export interface Fetching<T> {
  /** null: not here yet. */
  readonly value: T | null;
  readonly isLost: boolean;
  readonly again: () => void;
}

/** Code that is fetched when it is first shown; at once where it is here already. */
export function useLater<T>(part: Later<T>): Fetching<T> {
  const [attempt, setAttempt] = useState(0);
  /** What became of the newest attempt; another part in the same place has an answer of its own. */
  const [answer, setAnswer] = useState({ part, attempt, isLost: false });
  useEffect(() => {
    let isCurrent = true;
    const answered = (isLost: boolean) => isCurrent && setAnswer({ part, attempt, isLost });
    // Nothing to wait for, nothing to draw again.
    if (part.now() === null)
      part.fetch().then(
        () => answered(false),
        () => answered(true),
      );
    return () => {
      isCurrent = false;
    };
  }, [part, attempt]);
  const value = part.now();
  return {
    value,
    isLost: value === null && answer.part === part && answer.attempt === attempt && answer.isLost,
    again: () => setAttempt((last) => last + 1),
  };
}
