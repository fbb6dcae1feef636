/** `playground.on`: calls the visitor's function with what is new since the last change of the state. */
import { fail } from '../../data/base/errors';
import { oneOf, shown } from '../../data/run/checks';
import type { AppState } from '../state/appState';
import type { Store } from '../state/store';
import { AREA } from './options';
import type { PlaygroundEvents } from './playground';
import { toldRecord } from './toldRecord';

const TELL: {
  readonly [E in keyof PlaygroundEvents]: (now: AppState, before: AppState) => readonly PlaygroundEvents[E][];
} = {
  epoch: (now, before) => {
    if (now.training.records === before.training.records) return [];
    const known = new Set(before.training.records);
    return now.training.records.filter((record) => !known.has(record)).map(toldRecord);
  },
  phase: (now, before) => (now.training.phase === before.training.phase ? [] : [now.training.phase]),
  projection: (now, before) =>
    now.projection === before.projection || !now.projection ? [] : [now.projection],
};

/**
 * @returns a function that removes the listener
 * @throws PlaygroundError where there is no such event, or the listener is no function
 */
export function listen<K extends keyof PlaygroundEvents>(
  store: Store,
  event: K,
  listener: (value: PlaygroundEvents[K]) => void,
): () => void {
  oneOf(`${AREA}.on`, event, Object.keys(TELL));
  if (typeof listener !== 'function')
    throw fail(`${AREA}.on`, `expected a function as listener, got ${shown(listener)}`);
  return store.subscribe((now, before) => {
    for (const value of TELL[event](now, before))
      try {
        listener(value);
      } catch (error) {
        // The visitor's own code must not stop the page: the console hears of it.
        reportError(error);
      }
  });
}
