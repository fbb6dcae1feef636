import { useEffect, useEffectEvent, useState } from 'react';
import { firstLook, following, type Place } from '../steps/playing';
import type { Step, StepId } from '../steps/step';

/** Long enough to read a step's sentence. */
const STEP_MS = 2200;

export interface PlayedSteps {
  readonly isPlaying: boolean;
  toggle(): void;
  show(step: StepId): void;
}

/**
 * Steps one after another. A step that is chosen by hand ends it.
 *
 * @param place what is shown, null before anything has been chosen; @param onPlace to show another one
 */
export function usePlayedSteps(
  steps: readonly Step[],
  place: Place,
  numRounds: number,
  onPlace: (place: Place) => void,
): PlayedSteps {
  const [isPlaying, setPlaying] = useState(false);
  const advance = useEffectEvent(() => {
    const next = following(steps, place, numRounds);
    if (next) onPlace(next);
    else setPlaying(false);
  });
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = window.setInterval(advance, STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);
  return {
    isPlaying,
    toggle: () => {
      const first = steps[0];
      // From the start, unless somebody has stopped in the middle.
      const isAtRest = place.step === firstLook(steps) || !following(steps, place, numRounds);
      if (!isPlaying && isAtRest && first) onPlace({ step: first.id, round: 0 });
      setPlaying(!isPlaying);
    },
    show: (step) => {
      setPlaying(false);
      onPlace({ ...place, step });
    },
  };
}
