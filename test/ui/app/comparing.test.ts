import { expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { NO_EDITS } from '../../../src/data/run/edits';
import { defaultRun } from '../../../src/data/run/defaults';
import type { Engine } from '../../../src/engine/client';
import { createComparing } from '../../../src/ui/app/comparing';
import { createContext } from '../../../src/ui/app/context';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

const base = karate(null);
const run = defaultRun({ id: 'karate', labelling: null });
const descriptor = descriptorOf('karate');
const graphOf = (data: typeof base) => ({
  base: data,
  data,
  edits: NO_EDITS,
  descriptor,
  positions: new Float32Array(2 * data.numNodes),
  layoutRunning: false,
});

it('two runs side by side are of one graph: where another is shown, they are closed', async () => {
  const store = createAppStore({ run, view: DEFAULT_VIEW, descriptor, secure: true });
  const context = createContext(store);
  let isOpen = false;
  const engine = {
    number: () => 2,
    compare: () => {
      isOpen = true;
      return { layers: Promise.resolve([]), look: () => Promise.resolve({}), close: () => (isOpen = false) };
    },
  } as unknown as Engine;
  const comparing = createComparing(context, engine);
  context.update((state) => ({
    ...state,
    graph: graphOf(base),
    runs: [{ number: 1, name: null, run: { ...run, seed: 1 }, records: [], smoothing: [] }],
  }));
  await comparing.start(1, null);
  expect(store.getState().comparison?.base).toBe(base);

  context.update((state) => ({ ...state, hovered: 3 }));
  expect(isOpen).toBe(true);

  context.update((state) => ({ ...state, graph: graphOf({ ...base }) }));
  expect(store.getState().comparison).toBeNull();
  expect(isOpen).toBe(false);
});
