/**
 * Giving way to messages: `await t.data()` on wasm resolves as a microtask, so a training loop over it would never
 * let a *pause* in. A MessageChannel turn does, without the 4 ms clamp of setTimeout.
 */

/** Longest stretch of work between two turns. */
export const SLICE_MS = 8;

export interface Turns {
  /** Resolves after the messages that wait now have been handled. */
  next(): Promise<void>;
  wait(ms: number): Promise<void>;
  now(): number;
}

export function createTurns(): Turns {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return {
    next: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port2.postMessage(null);
      }),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => performance.now(),
  };
}
