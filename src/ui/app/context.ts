/** What the parts of the wiring share. */
import { messageOf } from '../../data/base/errors';
import { noticeAdded } from '../state/notices';
import type { Notice } from '../state/appState';
import type { Producer, Store } from '../state/store';

export interface Context {
  readonly store: Store;
  readonly update: (producer: Producer) => void;
  readonly notify: (tone: Notice['tone'], text: string) => void;
}

export function createContext(store: Store): Context {
  const update = (producer: Producer) => store.setState(producer(store.getState()), true);
  return { store, update, notify: (tone, text) => update(noticeAdded(tone, text)) };
}

/** For promises whose failure is on the page already: in data, training or backend. */
export const shownOnPage = (): void => {};

export const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(messageOf(error));
