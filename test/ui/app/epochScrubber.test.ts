import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTraveller } from '../../../src/ui/app/epochScrubber';
import { createContext } from '../../../src/ui/app/context';
import type { Runner } from '../../../src/ui/app/running';
import { defaultRun } from '../../../src/data/run/defaults';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { recordOf } from '../../records';

/** Frames by hand: `tick` calls what waits for the next one, at a time. */
let waiting: ((now: number) => void)[] = [];
const tick = async (now: number) => {
  const due = waiting;
  waiting = [];
  for (const each of due) each(now);
  await Promise.resolve();
  await Promise.resolve();
};

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('requestAnimationFrame', (each: (now: number) => void) => waiting.push(each));
  vi.stubGlobal('cancelAnimationFrame', () => (waiting = []));
});
afterEach(() => vi.unstubAllGlobals());

function setUp(epoch: number, last: number) {
  const run = defaultRun({ id: 'karate', labelling: null });
  const store = createAppStore({ run, view: DEFAULT_VIEW, descriptor: descriptorOf('karate'), secure: true });
  const context = createContext(store);
  const record = recordOf({ train: 1, val: null, test: null, all: 1 }, { ms: 1 });
  const at = (shown: number) =>
    context.update((state) => ({ ...state, training: { ...state.training, phase: 'paused', epoch: shown } }));
  context.update((state) => ({
    ...state,
    training: {
      ...state.training,
      records: Array.from({ length: last + 1 }, (_, i) => ({ ...record, epoch: i })),
    },
  }));
  at(epoch);
  const sought: number[] = [];
  const unused = () => {
    throw new Error('not asked for here');
  };
  const runner: Runner = {
    keep: unused,
    reset: unused,
    open: unused,
    openAgain: unused,
    play: unused,
    playOn: unused,
    toggle: unused,
    step: unused,
    paceChanged: unused,
    stopChanged: unused,
    takeEffect: unused,
    bringBack: unused,
    setBackend: unused,
    project: () => {},
    seek: async (to) => {
      sought.push(to);
      at(to);
    },
  };
  return { store, sought, traveller: createTraveller(context, runner) };
}

it('plays back from the shown epoch to the last one at the pace of the run, and rests there', async () => {
  const { store, sought, traveller } = setUp(100, 200);
  traveller.playBack();
  expect(store.getState().travelling).toBe(true);
  // 200 epochs in five seconds: 40 a second.
  for (let ms = 0; ms <= 3000; ms += 250) await tick(ms);
  expect(sought.slice(0, 3)).toEqual([110, 120, 130]);
  expect(sought.at(-1)).toBe(200);
  expect(store.getState().travelling).toBe(false);
  expect(waiting).toEqual([]);
});

it('begins at epoch 0 where the run stands at its end, and stops where it is told', async () => {
  const { store, sought, traveller } = setUp(200, 200);
  traveller.playBack();
  for (let ms = 0; ms <= 1000; ms += 500) await tick(ms);
  expect(sought).toEqual([0, 20, 40]);
  traveller.playBack();
  expect(store.getState().travelling).toBe(false);
  expect(waiting).toEqual([]);
});

it('gives way to training, and to a hand on the slider', async () => {
  const { store, traveller } = setUp(0, 200);
  traveller.playBack();
  await tick(0);
  store.setState(({ training }) => ({ training: { ...training, phase: 'playing' } }));
  await tick(100);
  expect(store.getState().travelling).toBe(false);
  traveller.hold(true);
  expect(store.getState().travelling).toBe(true);
  traveller.hold(false);
  expect(store.getState().travelling).toBe(false);
});
