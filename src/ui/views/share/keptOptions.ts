/** What was chosen last, for the next time that the dialog is opened on the same page. */
import type { Store } from '../../state/store';
import { firstOptions, type ShareOptions } from './shareOptions';

const kept = new WeakMap<Store, ShareOptions>();

export const keptOptions = {
  of: (store: Store): ShareOptions => kept.get(store) ?? firstOptions(store.getState().view),
  keep: (store: Store, options: ShareOptions): void => void kept.set(store, options),
};
