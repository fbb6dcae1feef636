/**
 * Counts what has arrived and not been acknowledged. A hidden page draws nothing and must still answer, or the
 * engine would wait for it: there, everything is acknowledged on arrival.
 */
export interface Ledger {
  arrived(): void;
  /** Acknowledges all that is open, once each. */
  settle(): void;
}

export interface FrameClock {
  readonly hidden: () => boolean;
  /** Calls back once what is now scheduled for the next animation frame has been drawn. */
  readonly afterDrawing: (then: () => void) => void;
}

export function createLedger(clock: FrameClock, acknowledge: () => void): Ledger {
  let open = 0;
  const settle = (): void => {
    for (; open > 0; open--) acknowledge();
  };
  return {
    settle,
    arrived() {
      open += 1;
      if (clock.hidden()) settle();
      else if (open === 1) clock.afterDrawing(settle);
    },
  };
}
