/**
 * The service worker: after the first visit the page works without a network. An update waits until the visitor takes
 * it: a run is never interrupted.
 */
import { registerSW } from 'virtual:pwa-register';
import type { Store } from '../state/store';

/** Where a page is opened for a whole lesson, an update is looked for this often. */
const LOOK_EVERY_MS = 60 * 60 * 1000;

/** Registers it, where there are service workers: not over plain http from another computer. */
export function workOffline(store: Store): void {
  if (!('serviceWorker' in navigator)) return;
  const takeUpdate = registerSW({
    onNeedRefresh: () => store.setState({ update: () => void takeUpdate(true) }),
    onOfflineReady: () => store.setState({ isOfflineReady: true }),
    onRegisteredSW: (_address, registration) => {
      if (!registration) return;
      store.setState({ isOfflineReady: registration.active !== null });
      setInterval(() => void registration.update().catch(() => {}), LOOK_EVERY_MS);
    },
    onRegisterError: () => {
      // A host that refuses it costs nothing but the work without a network.
    },
  });
}
