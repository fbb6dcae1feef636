/**
 * The service worker: after the first visit the page works without a network. An update waits until the visitor takes
 * it: a run is never interrupted.
 */
import { registerSW } from 'virtual:pwa-register';
import type { Store } from '../state/store';

/** Where a page is opened for a whole lesson, an update is looked for this often. */
const LOOK_EVERY_MS = 60 * 60 * 1000;

const PATIENCE_MS = 4000;

/** Registers it, where there are service workers: not over plain http from another computer. */
export function workOffline(store: Store): void {
  if (!('serviceWorker' in navigator)) return;
  // Earlier versions kept data files there, unchecked.
  void caches.delete('gnn-playground-served-datasets').catch(() => {});
  registerSW({
    onOfflineReady: () => store.setState({ isOfflineReady: true }),
    onRegisteredSW: (_address, registration) => {
      if (!registration) return;
      store.setState({ isOfflineReady: registration.active !== null });
      offerUpdates(store, registration);
      setInterval(() => void registration.update().catch(() => {}), LOOK_EVERY_MS);
    },
    onRegisterError: () => {
      // A host that refuses it costs nothing but the work without a network.
    },
  });
}

/**
 * Offers a newer page once it is there and waits. Looked at here, because the plug-in's own event is missed where another
 * tab had begun the update before this one registered.
 */
function offerUpdates(store: Store, registration: ServiceWorkerRegistration): void {
  const take = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
    // Chromium waits for the old one to finish what it is at, which can take minutes: then the page comes from the network.
    setTimeout(() => void registration.unregister().then(() => location.reload()), PATIENCE_MS);
  };
  const offer = () => {
    // The first one of all is no update: it waits for nobody.
    if (registration.waiting && navigator.serviceWorker.controller) store.setState({ update: take });
  };
  const watch = () => registration.installing?.addEventListener('statechange', offer);
  registration.addEventListener('updatefound', watch);
  watch();
  offer();
}
