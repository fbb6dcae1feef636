/** A worker's own scope as an endpoint: the DOM types that the project compiles with know only the window's. */
import type { Endpoint } from './wire';

export function workerScope(): Endpoint {
  return {
    postMessage: (message, transfer) => self.postMessage(message, { transfer }),
    addEventListener: (type, listener) => self.addEventListener(type, listener),
  };
}
