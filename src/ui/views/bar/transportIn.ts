import type { Phase } from '../../state/appState';

/** What the buttons of the run can do in a phase, and what the big one is called. */
export interface Transport {
  readonly play: 'Play' | 'Pause' | 'Train again';
  readonly canPlay: boolean;
  readonly canStep: boolean;
}

export function transportIn(phase: Phase): Transport {
  switch (phase) {
    case 'playing':
      return { play: 'Pause', canPlay: true, canStep: true };
    case 'ready':
    case 'paused':
      return { play: 'Play', canPlay: true, canStep: true };
    case 'done':
      return { play: 'Train again', canPlay: true, canStep: true };
    case 'diverged':
      return { play: 'Train again', canPlay: true, canStep: false };
    case 'opening':
    case 'recovering':
    case 'failed':
      return { play: 'Play', canPlay: false, canStep: false };
    default:
      return phase satisfies never;
  }
}
