/** What the parts of the wiring share. */
import { messageOf } from '../../data/base/errors';
import { noticeAdded, noticesAfter } from '../state/notices';
import type { Notice } from '../state/appState';
import type { Producer, Store } from '../state/store';

export interface Context {
  readonly store: Store;
  readonly update: (producer: Producer) => void;
  readonly notify: (tone: Notice['tone'], text: string, about?: Notice['about']) => void;
}

export function createContext(store: Store): Context {
  const update = (producer: Producer) => store.setState(producer(store.getState()), true);
  store.subscribe((_, before) => {
    const next = noticesAfter(before)(store.getState());
    if (next !== store.getState()) store.setState(next, true);
  });
  return { store, update, notify: (tone, text, about) => update(noticeAdded(tone, text, about)) };
}

/** For promises whose failure is on the page already: in data, training or backend. */
export const shownOnPage = (): void => {};

export const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(messageOf(error));
