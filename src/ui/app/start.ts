/** Puts the playground together: the scene from the address, the store, the engine, the console API. */
import { messageOf, PlaygroundError } from '../../data/base/errors';
import { descriptorOf } from '../../data/run/catalogue';
import type { Actions } from '../state/actions';
import { parseAddress, type ParsedScene } from '../state/address/parse';
import { addressTold, noticeAdded } from '../state/notices';
import { asSentence } from '../texts/asSentence';
import { createAppStore, type Store } from '../state/store';
import { addressOf } from './addressOf';
import { createPlayground } from './api';
import { openDataParameter } from './dataParameter';
import { browserBar, followAddress } from './addressSync';
import { takeLeft } from './leftAt';
import type { Playground } from './playground';
import { preload } from './preload';
import { wire, type Wiring } from './wiring';

declare global {
  interface Window {
    playground: Playground;
  }
}

export function startPlayground(): { store: Store; actions: Actions } {
  const hash = addressToOpen();
  const first = parseAddress(hash);
  const { run, view } = first.refused === undefined ? first.scene : parseAddress('').scene;
  const store = createAppStore({
    run,
    view,
    descriptor: descriptorOf(run.data.id),
    secure: window.isSecureContext,
  });
  if (!window.isSecureContext) store.setState(noticeAdded('info', INSECURE)(store.getState()), true);
  const wiring = wire(store);
  const ready = openAddress(store, wiring, first, hash, isReload());
  // The page shows what failed; whoever awaits `ready` hears it too.
  ready.catch(() => {});
  window.playground = createPlayground(store, wiring, ready);
  followAddress(store, browserBar, {
    format: addressOf,
    ready,
    open: (typed) =>
      openAddress(store, wiring, parseAddress(typed), typed, false).catch((error: unknown) => {
        if (store.getState().data.kind !== 'failed')
          store.setState(noticeAdded('error', messageOf(error))(store.getState()), true);
        throw error;
      }),
  });
  openDataParameter(wiring.actions);
  // What this browser kept is offered once the page stands.
  void ready.then(wiring.visits.offer, wiring.visits.offer);
  // The first press of anything finds its code there; in a frame of another page little can be pressed.
  if (!view.embed) {
    const preloadAll = () => void preload();
    void ready.then(preloadAll, preloadAll);
  }
  return { store, actions: wiring.actions };
}

const INSECURE =
  'This page came over plain http from another computer, so the browser withholds WebGPU, its cache and its ' +
  'checksums. Everything works on WASM; open the page over https or on localhost for the rest.';

/** Opens what an address says. A graph that it names and does not hold may be among those that this browser keeps. */
async function openAddress(
  store: Store,
  { arriving, own, importing }: Wiring,
  parsed: ParsedScene,
  hash: string,
  isReturn: boolean,
): Promise<void> {
  const isFound = parsed.needs !== null && (await own.find(parsed.needs)) !== null;
  const { scene, problems, refused, isLost = false, large } = isFound ? parseAddress(hash) : parsed;
  if (refused !== undefined) {
    // What is shown stays; a page that shows nothing yet opens as it does without a link.
    if (store.getState().graph)
      throw new PlaygroundError(`In the address: ${asSentence(refused)} Nothing has changed.`);
    store.setState(
      addressTold([`${refused} The page opened with Karate Club in its place.`])(store.getState()),
      true,
    );
    return arriving.open(parseAddress('').scene);
  }
  store.setState(addressTold(problems)(store.getState()), true);
  const isTold = hash.length > 1 && !isReturn;
  if (large) {
    if (store.getState().graph === null) await arriving.open({ ...scene, epoch: 0, results: null });
    // The page stands while the visitor is asked; what goes wrong is told in the dialog and by the scene's own opening.
    void importing()
      .then((each) => each.link(large))
      .then((found) => found && arriving.open(found, { isTold }))
      .catch((error: unknown) =>
        store.setState(noticeAdded('error', messageOf(error))(store.getState()), true),
      );
    return;
  }
  // In place of what could not be had the page opens as it does without a link, and nothing as if it had been sent.
  if (isLost) return arriving.open({ ...scene, epoch: 0, results: null });
  return arriving.open(scene, { isTold, isReturn });
}

/** What the address bar says; of a page that is loaded once more, what it was left at. */
function addressToOpen(): string {
  const { hash } = location;
  const left = isReload() ? takeLeft(hash) : hash;
  if (left !== hash) browserBar.replace(left);
  return location.hash;
}

/** A page that is loaded once more tells nobody anything new. */
function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
}
