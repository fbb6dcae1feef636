/**
 * Typed calls over a message channel: one side serves a table of handlers, the other calls them and gets promises.
 * Every request is answered, with a result or an error; what is not a request or an answer is an event. This file
 * knows nothing of what is said over it.
 */
import { fail, messageOf } from '../data/base/errors';
import type { Answer, Credit } from './protocol';

/** What a Worker, a worker's own scope and a MessagePort have in common. */
export interface Endpoint {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

type Calls<T> = { [K in keyof T]: { args: object; result: unknown } };

export type Handlers<T extends Calls<T>> = {
  readonly [K in keyof T]: (args: T[K]['args']) => T[K]['result'] | Promise<T[K]['result']>;
};

export type Call<T extends Calls<T>> = <K extends keyof T & string>(
  kind: K,
  args: T[K]['args'],
  transfer?: Transferable[],
) => Promise<T[K]['result']>;

interface RequestMessage {
  readonly kind: string;
  readonly id: number;
  readonly args: object;
}

const isRequest = (message: unknown): message is RequestMessage =>
  typeof message === 'object' &&
  message !== null &&
  'id' in message &&
  'args' in message &&
  'kind' in message;

const isAnswer = (message: unknown): message is Answer =>
  typeof message === 'object' &&
  message !== null &&
  'id' in message &&
  'kind' in message &&
  (message.kind === 'done' || message.kind === 'failed');

const isCredit = (message: unknown): message is Credit =>
  typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'credit';

/** Answers requests from the other side with `handlers`, and passes its credits on. */
export function serve<T extends Calls<T>>(
  endpoint: Endpoint,
  handlers: Handlers<T>,
  onCredit = () => {},
): void {
  const table = new Map<string, (args: never) => unknown>(Object.entries(handlers));
  endpoint.addEventListener('message', (event) => {
    const message: unknown = event.data;
    if (isCredit(message)) return onCredit();
    if (!isRequest(message)) return;
    const { id, kind, args } = message;
    const answer = (said: Answer) => endpoint.postMessage(said, []);
    const handler = table.get(kind);
    const result = handler
      ? Promise.resolve().then(() => handler(args as never))
      : Promise.reject(fail('engine', `expected one of ${[...table.keys()].join(', ')}, got '${kind}'`));
    result.then(
      (value) => answer({ kind: 'done', id, result: value }),
      (error: unknown) => answer({ kind: 'failed', id, message: messageOf(error) }),
    );
  });
}

export interface Line<T extends Calls<T>> {
  readonly call: Call<T>;
  readonly credit: () => void;
  /** Requests that have no answer yet. */
  readonly pending: () => number;
  /** Rejects everything that is still waiting: the other side is gone. */
  readonly cut: (reason: string) => void;
}

/** Calls the other side; `onEvent` gets whatever it says unasked. */
export function connect<T extends Calls<T>, E extends { kind: string }>(
  endpoint: Endpoint,
  onEvent: (event: E) => void,
): Line<T> {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let nextId = 1;
  let cutBecause: string | null = null;
  endpoint.addEventListener('message', (event) => {
    const message: unknown = event.data;
    if (!isAnswer(message)) return onEvent(event.data);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'done') asked?.resolve(message.result as never);
    else asked?.reject(new Error(message.message));
  });
  return {
    call: (kind, args, transfer = []) =>
      new Promise((resolve, reject) => {
        if (cutBecause !== null) return reject(new Error(cutBecause));
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        endpoint.postMessage({ kind, id, args }, transfer);
      }),
    credit: () => endpoint.postMessage({ kind: 'credit' } satisfies Credit, []),
    pending: () => waiting.size,
    cut: (reason) => {
      cutBecause = reason;
      for (const { reject } of waiting.values()) reject(new Error(reason));
      waiting.clear();
    },
  };
}
