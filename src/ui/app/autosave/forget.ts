import { forgetLeft } from '../leftAt';
import type { Kept } from './database';

/**
 * Clears what this browser keeps of this page: graphs, sessions, downloaded sets, and the page itself as it works
 * without a network. What is open stays open.
 */
export async function forgetEverything(kept: Kept): Promise<void> {
  forgetLeft();
  await kept.forget();
  if ('serviceWorker' in navigator)
    for (const registration of await navigator.serviceWorker.getRegistrations())
      if (new URL('.', document.baseURI).href.startsWith(registration.scope)) await registration.unregister();
  if ('caches' in window) for (const name of await caches.keys()) if (isOurs(name)) await caches.delete(name);
}

/** Workbox names its caches by the address of the page. */
const isOurs = (name: string): boolean =>
  name.startsWith('gnn-playground') || name.includes(new URL('.', document.baseURI).href);
