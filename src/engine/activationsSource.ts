/**
 * The projection worker's line to the compute worker. It pulls, one question at a time: what is drawn is always the
 * newest epoch, and a slow projection costs training nothing.
 */
import type { ActivationsAnswer, ActivationsRequest } from './protocol';

export interface ActivationsSource {
  /** Takes a new line; a question still open on the old one is answered `none`. */
  connect(port: MessagePort): void;
  /** `none` where there is no line, no such run, or nothing to read yet: ask again shortly. */
  ask(generation: number, layer: string): Promise<ActivationsAnswer>;
}

export function createActivationsSource(): ActivationsSource {
  let port: MessagePort | null = null;
  let open: ((answer: ActivationsAnswer | null) => void) | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const close = (answer: ActivationsAnswer | null) => {
    open?.(answer);
    open = null;
  };

  return {
    connect: (next) => {
      port?.close();
      port = next;
      close(null);
      next.addEventListener('message', (event: MessageEvent<ActivationsAnswer>) => {
        if (port === next) close(event.data);
      });
      next.start();
    },
    ask: (generation, layer) => {
      const answered = queue.then(
        () =>
          new Promise<ActivationsAnswer | null>((resolve) => {
            if (!port) return resolve(null);
            open = resolve;
            port.postMessage({ kind: 'activations?', generation, layer } satisfies ActivationsRequest);
          }),
      );
      queue = answered;
      return answered.then((answer) =>
        answer?.generation === generation && answer.layer === layer
          ? answer
          : { kind: 'none', generation, layer },
      );
    },
  };
}
