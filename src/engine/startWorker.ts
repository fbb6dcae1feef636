/**
 * Workers that may not start: a browser that refuses one throws where it is made, and code that cannot be had makes it
 * fail later. Here both come as one `error` event, so that who listens for it has heard of everything.
 */
import { messageOf } from '../data/base/errors';

/** Stands for one that was refused: hears nothing, and fails once. */
class RefusedWorker extends EventTarget {
  readonly onmessage = null;
  readonly onmessageerror = null;
  readonly onerror = null;
  constructor(message: string) {
    super();
    setTimeout(() => this.dispatchEvent(Object.assign(new Event('error'), { message })));
  }
  postMessage(): void {}
  terminate(): void {}
}

/** @param make `() => new Worker(new URL(...), ...)`, written out where it is called: the bundler looks for that */
export function startWorker(make: () => Worker): Worker {
  try {
    return make();
  } catch (error) {
    return new RefusedWorker(
      `expected a background worker, in which the page computes; this browser refused to start one (${messageOf(error)}). ` +
        'Reload the page; where it stands inside another page, open it in a tab of its own.',
    );
  }
}

/** Why a worker failed, and what helps. A browser says nothing of code that could not be had. */
export const failureOf = ({ message }: { readonly message: string }, what: string): string =>
  message ||
  `${what}: expected the code of its worker, got none, or it stopped. Check the connection and reload the page.`;
