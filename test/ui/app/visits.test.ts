import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS, withEdge } from '../../../src/data/run/edits';
import type { RunSpec } from '../../../src/data/run/runSpec';
import { createContext } from '../../../src/ui/app/context';
import { openKept, type Kept } from '../../../src/ui/app/autosave/database';
import { keepVisits } from '../../../src/ui/app/autosave/keeping';
import { createSessionStore } from '../../../src/ui/app/autosave/sessionStore';
import { packScene } from '../../../src/ui/state/address/sceneFile';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { recordOf } from '../../records';

const karate = defaultRun({ id: 'karate', labelling: null });
const other = { ...karate, seed: 4 };

/** Visits that another tab has open. */
let elsewhere: string[] = [];
let heard: Record<string, () => void> = {};
const listener = { addEventListener: (event: string, heardOf: () => void) => (heard[event] = heardOf) };
let kept: Kept;
let name = 0;
beforeEach(() => {
  elsewhere = [];
  heard = {};
  vi.stubGlobal('window', listener);
  vi.stubGlobal('document', { ...listener, visibilityState: 'visible' });
  vi.stubGlobal('navigator', {
    locks: {
      request: () => {},
      query: async () => ({ held: elsewhere.map((id) => ({ name: `gnn-playground-visit-${id}` })) }),
    },
  });
  kept = openKept(`visits-${name++}`);
});
afterEach(async () => {
  await kept.forget();
  vi.unstubAllGlobals();
});

/** A page that shows `karate` at an epoch. */
function page(epoch: number) {
  const store = createAppStore({
    run: karate,
    view: DEFAULT_VIEW,
    descriptor: descriptorOf('karate'),
    secure: true,
  });
  store.setState({ training: { ...store.getState().training, epoch } });
  const visits = keepVisits(createContext(store), {
    kept,
    engine: { number: () => 1, keyframe: () => null, adopt: () => 2, forget: () => {} },
    own: { find: async () => null },
    arriving: { open: async () => {}, dismiss: () => {} },
  });
  const offered = async () => {
    await visits.offer();
    return store.getState().session?.id ?? null;
  };
  return { store, visits, offered };
}

const put = (id: string, keptAt: number, run: RunSpec, epoch: number, runs: readonly number[] = []) =>
  createSessionStore(kept).put(
    {
      id,
      keptAt,
      sentence: '',
      scene: packScene({ run, pending: null, epoch, view: DEFAULT_VIEW, graph: null, results: null }),
      open: null,
      runs,
    },
    [],
  );

it('offers no older visit where the page goes on from the newest', async () => {
  await put('older', 1, other, 30);
  await put('newest', 2, karate, 76);
  expect(await page(76).offered()).toBeNull();
  expect(await page(12).offered()).toBe('newest');
});

it('offers an older one where the newest is open in another tab', async () => {
  await put('older', 1, other, 30);
  await put('newest', 2, karate, 76);
  elsewhere = ['newest'];
  expect(await page(76).offered()).toBe('older');
});

it('offers the newest where its earlier runs are not on the page', async () => {
  await put('newest', 2, karate, 76, [1]);
  expect(await page(76).offered()).toBe('newest');
});

it('offers none at epoch 0 without runs and edits', async () => {
  await put('nothing', 2, other, 0);
  expect(await page(0).offered()).toBeNull();
  await put('trained', 1, other, 5);
  expect(await page(0).offered()).toBe('trained');
  await put('edited', 3, { ...other, edits: withEdge(NO_EDITS, 3, 9) }, 0);
  expect(await page(0).offered()).toBe('edited');
});

it('keeps the visit at once when the page is left', async () => {
  const { store, visits } = page(2);
  const record = recordOf({ train: 1, val: null, test: null, all: 1 }, { ms: 1 });
  const records = [0, 1, 2].map((epoch) => ({ ...record, epoch }));
  store.setState({ training: { ...store.getState().training, records } });
  heard['pagehide']?.();
  await expect.poll(async () => (await createSessionStore(kept).all()).length).toBe(1);
  visits.stop();
});
