/** Puts the playground together: the scene from the address, the store, the engine, the console API. */
import { messageOf } from '../../data/base/errors';
import { descriptorOf } from '../../data/spec/catalogue';
import { canonical } from '../../data/spec/runSpec';
import type { Actions } from '../state/actions';
import { formatAddress } from '../state/address/format';
import { parseAddress } from '../state/address/parse';
import { sceneOf } from '../state/address/sceneOf';
import { addressTold, noticeAdded } from '../state/notices';
import { createAppStore, type Store } from '../state/store';
import { createPlayground } from './api';
import { openDataParameter } from './dataParameter';
import type { Playground } from './playground';
import { wire, type Wiring } from './wiring';

declare global {
  interface Window {
    playground: Playground;
  }
}

/** Safari throws at about 100 replaceState calls in 30 seconds. */
const ADDRESS_DELAY_MS = 400;

export function startPlayground(): { store: Store; actions: Actions } {
  const { scene, problems } = parseAddress(location.hash);
  const store = createAppStore({
    run: scene.run,
    view: scene.view,
    descriptor: descriptorOf(scene.run.data.id),
    secure: window.isSecureContext,
  });
  store.setState(addressTold(problems)(store.getState()), true);
  if (!window.isSecureContext) store.setState(noticeAdded('info', INSECURE)(store.getState()), true);
  const wiring = wire(store);
  const ready = wiring.load(scene.run.data);
  // The page shows what failed; whoever awaits `ready` hears it too.
  ready.catch(() => {});
  window.playground = createPlayground(store, wiring, ready);
  followAddress(store, wiring);
  openDataParameter(wiring.actions);
  return { store, actions: wiring.actions };
}

const INSECURE =
  'This page came over plain http from another computer, so the browser withholds WebGPU, its cache and its ' +
  'checksums. Everything works on WASM; open the page over https or on localhost for the rest.';

/** Keeps the address at the state, and the state at an address that the visitor types or goes back to. */
function followAddress(store: Store, { applyDraft, actions }: Wiring): void {
  let timer = 0;
  let written = location.hash;
  store.subscribe((now, before) => {
    if (now.draft === before.draft && now.view === before.view) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      written = formatAddress(sceneOf(store.getState(), { run: false }));
      if (written !== location.hash) history.replaceState(null, '', written);
    }, ADDRESS_DELAY_MS);
  });
  window.addEventListener('hashchange', () => {
    if (location.hash === written) return;
    written = location.hash;
    const { scene, problems } = parseAddress(location.hash);
    const { run: draft, view } = scene;
    store.setState(addressTold(problems)(store.getState()), true);
    const { colourBy, layer, method, pictureSeed, selection, pace } = view;
    actions.setView({ colourBy, layer, method, pictureSeed, selection, pace });
    if (canonical(draft) === canonical(store.getState().draft)) return;
    applyDraft(draft, `address.${location.hash}`).catch((error: unknown) => {
      store.setState(noticeAdded('error', messageOf(error))(store.getState()), true);
    });
  });
}
