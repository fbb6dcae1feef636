/**
 * Workers that may not start: a browser that refuses one throws where it is made, and code that cannot be had makes it
 * fail later. Here both come as one `error` event, so that who listens for it has heard of everything.
 */
import { messageOf } from '../data/base/errors';

type Failure = Pick<ErrorEvent, 'message' | 'preventDefault'>;

/** The part of a Worker that is used here. */
export interface StartedWorker {
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
  addEventListener(
    type: 'message' | 'messageerror',
    listener: (event: MessageEvent) => void,
    options?: AddEventListenerOptions,
  ): void;
  addEventListener(
    type: 'error',
    listener: (event: Failure) => void,
    options?: AddEventListenerOptions,
  ): void;
}

/** Stands for one that was refused: hears nothing, and fails once. */
class RefusedWorker implements StartedWorker {
  readonly #listeners: ((event: MessageEvent & Failure) => void)[] = [];
  constructor(message: string) {
    const event = Object.assign(new MessageEvent('error'), { message });
    setTimeout(() => this.#listeners.splice(0).forEach((tell) => tell(event)));
  }
  postMessage(): void {}
  terminate(): void {
    this.#listeners.length = 0;
  }
  addEventListener(
    type: 'message' | 'messageerror' | 'error',
    listener: (event: MessageEvent & Failure) => void,
  ): void {
    if (type === 'error') this.#listeners.push(listener);
  }
}

/** @param make `() => new Worker(new URL(...), ...)`, written out where it is called: the bundler looks for that */
export function startWorker(make: () => StartedWorker): StartedWorker {
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
