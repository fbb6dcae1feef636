import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS } from '../../../src/data/run/edits';
import { GAT_MODEL } from '../../../src/data/run/models';
import { addressOf } from '../../../src/ui/app/addressOf';
import { followAddress } from '../../../src/ui/app/addressSync';
import type { AppState, Phase } from '../../../src/ui/state/appState';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

const data = { id: 'karate', labelling: null };
const run = defaultRun(data);
const gat = defaultRun(data, 0, GAT_MODEL);
const graph = karate(null);
const descriptor = descriptorOf('karate');

/** A history without a browser. */
function history(first = '') {
  const entries = [first];
  let at = 0;
  let writes = 0;
  let tell = () => {};
  let leave = () => {};
  const kept: (readonly [shown: string, left: string])[] = [];
  return {
    entries,
    kept,
    writes: () => writes,
    bar: {
      hash: () => entries[at] ?? '',
      replace: (hash: string) => {
        writes++;
        entries[at] = hash;
      },
      push: (hash: string) => {
        writes++;
        entries.splice(++at, Infinity, hash);
      },
      onMoved: (moved: () => void) => (tell = moved),
      onLeaving: (leaving: () => void) => (leave = leaving),
      keepLeft: (shown: string, left: string) => void kept.push([shown, left]),
    },
    leave: () => leave(),
    go: (steps: number) => {
      at += steps;
      tell();
    },
    type: (hash: string) => {
      entries.splice(++at, Infinity, hash);
      tell();
      // As browsers do: popstate, then hashchange.
      tell();
    },
  };
}

async function setUp(first = '') {
  const store = createAppStore({ run, view: DEFAULT_VIEW, descriptor, secure: true });
  const place = history(first);
  const opened: string[] = [];
  let finish = () => {};
  let refuse = () => {};
  followAddress(store, place.bar, {
    format: addressOf,
    ready: Promise.resolve(),
    open: (hash) => {
      opened.push(hash);
      return new Promise<void>((resolve, reject) => {
        finish = resolve;
        refuse = () => reject(new Error('refused'));
      });
    },
  });
  const layers = [{ id: 'x', label: 'X', kind: 'input' as const, numRows: 34, numCols: 34 }];
  const set = (change: (state: AppState) => Partial<AppState>) => store.setState(change(store.getState()));
  const at = (epoch: number, phase: Phase) =>
    set(({ training }) => ({ training: { ...training, epoch, phase } }));
  set(({ training }) => ({
    graph: {
      data: graph,
      base: graph,
      edits: NO_EDITS,
      descriptor,
      positions: new Float32Array(68),
      layoutRunning: false,
    },
    data: { kind: 'ready', descriptor, graph },
    training: { ...training, layers, phase: 'ready' },
  }));
  await vi.advanceTimersByTimeAsync(0);
  const settleIn = () => vi.advanceTimersByTimeAsync(500);
  return { store, ...place, opened, finish: () => finish(), refuse: () => refuse(), set, at, settleIn };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the address', () => {
  it('is left as it was opened until something changes, and then says it', async () => {
    const { entries, set, settleIn } = await setUp();
    await settleIn();
    expect(entries).toEqual(['']);
    set(({ view }) => ({ view: { ...view, colourBy: 'class' } }));
    await settleIn();
    expect(entries).toEqual(['#data=karate&colour=class']);
  });

  it('follows a playing run every other second, and tells at once where it rests', async () => {
    const { entries, at, settleIn, writes } = await setUp();
    at(0, 'playing');
    for (let epoch = 1; epoch <= 75; epoch++) {
      at(epoch, 'playing');
      await vi.advanceTimersByTimeAsync(200);
    }
    // 15 seconds at 5 epochs a second.
    expect(writes()).toBe(7);
    expect(entries).toEqual(['#data=karate&epoch=70']);
    at(76, 'paused');
    await settleIn();
    expect(entries).toEqual(['#data=karate&epoch=76']);
  });

  it('says the present epoch when the page is left while a run plays', async () => {
    const { entries, kept, at, leave, writes } = await setUp();
    at(12, 'playing');
    at(13, 'playing');
    leave();
    expect(entries).toEqual(['#data=karate&epoch=13']);
    // What is loaded again is the address of before.
    expect(kept).toEqual([['', '#data=karate&epoch=13']]);
    leave();
    await vi.advanceTimersByTimeAsync(3000);
    expect(writes()).toBe(1);
  });

  it('says where a run rests again after it had gone on', async () => {
    const { entries, at, settleIn } = await setUp();
    at(40, 'paused');
    await settleIn();
    at(41, 'playing');
    at(50, 'playing');
    await vi.advanceTimersByTimeAsync(2500);
    expect(entries).toEqual(['#data=karate&epoch=50']);
    at(40, 'paused');
    await settleIn();
    expect(entries).toEqual(['#data=karate&epoch=40']);
  });

  it('leaves the address of what is still on its way when the page is left', async () => {
    const { type, leave, entries, at } = await setUp();
    type('#data=karate&model=gat&epoch=30');
    at(3, 'playing');
    leave();
    expect(entries).toEqual(['', '#data=karate&model=gat&epoch=30']);
  });

  it('is written less often than browsers bear', async () => {
    const { set, writes } = await setUp();
    for (let i = 0; i < 3000; i++) {
      set(({ view }) => ({ view: { ...view, unit: i } }));
      await vi.advanceTimersByTimeAsync(10);
    }
    // 30 seconds.
    expect(writes()).toBeGreaterThan(30);
    expect(writes()).toBeLessThan(90);
  });

  it('gives another model an entry of its own, and leaves the former one as it was left', async () => {
    const { entries, set, at, settleIn } = await setUp();
    at(0, 'playing');
    at(25, 'paused');
    // At once, before the last change was written.
    set(({ training }) => ({ run: gat, training: { ...training, phase: 'opening' } }));
    at(0, 'ready');
    await settleIn();
    expect(entries).toEqual(['#data=karate&epoch=25', '#data=karate&model=gat']);
  });

  it('gives an earlier run that is opened again one, too, and another seed none', async () => {
    const { entries, set, at, settleIn, store } = await setUp();
    const { runs } = store.getState();
    at(9, 'paused');
    const other = { ...run, seed: 5 };
    set(() => ({
      runs: [...runs, { number: 1, name: null, run, records: [], smoothing: [] }],
      run: other,
    }));
    await settleIn();
    expect(entries).toEqual(['#data=karate&seed=5&epoch=9']);
    set(() => ({ run }));
    await settleIn();
    expect(entries).toEqual(['#data=karate&seed=5&epoch=9', '#data=karate&epoch=9']);
  });

  it('says nothing of a set that is on its way', async () => {
    const { entries, set, settleIn } = await setUp();
    const coming = defaultRun({ id: 'cora', labelling: null });
    set(() => ({
      data: { kind: 'loading', descriptor: descriptorOf('cora'), sentence: 'Loading', run: coming },
    }));
    await settleIn();
    expect(entries).toEqual(['']);
  });

  it('keeps to the epoch of a link, and to what its sender had, on the way there', async () => {
    const { entries, set, settleIn } = await setUp('#data=karate&epoch=60');
    set(() => ({
      arrival: { kind: 'training', sentence: '', epoch: 60, because: null, sent: null, agreement: null },
    }));
    set(({ view }) => ({ view: { ...view, colourBy: 'class' } }));
    await settleIn();
    expect(entries).toEqual(['#data=karate&epoch=60&colour=class']);
    set(({ arrival }) => ({ arrival: arrival && { ...arrival, kind: 'left' } }));
    await settleIn();
    expect(entries).toEqual(['#data=karate&colour=class']);
  });
});

describe('an address that is gone to', () => {
  it('is opened once, and nothing is written before it stands', async () => {
    const { type, entries, opened, set, finish, settleIn } = await setUp();
    type('#data=karate&model=gat');
    expect(opened).toEqual(['#data=karate&model=gat']);
    set(() => ({ run: gat }));
    await settleIn();
    finish();
    await settleIn();
    expect(entries).toEqual(['', '#data=karate&model=gat']);
    set(({ view }) => ({ view: { ...view, colourBy: 'class' } }));
    await settleIn();
    expect(entries).toEqual(['', '#data=karate&model=gat&colour=class']);
  });

  it('is put back to what is shown where it is refused, and stays where its set can be had yet', async () => {
    const { type, entries, refuse, set, settleIn } = await setUp('#data=karate');
    type('#data=karate&model=nonsense');
    refuse();
    await settleIn();
    expect(entries).toEqual(['#data=karate', '#data=karate']);
    type('#data=pubmed');
    const pubmed = descriptorOf('pubmed');
    set(() => ({
      data: { kind: 'failed', descriptor: pubmed, labelling: null, message: 'no files', wasAsked: false },
    }));
    refuse();
    await settleIn();
    expect(entries.at(-1)).toBe('#data=pubmed');
  });

  it('leaves what lies ahead where it is', async () => {
    const { go, entries, opened, set, finish, settleIn } = await setUp();
    set(() => ({ run: gat }));
    await settleIn();
    expect(entries).toEqual(['#data=karate', '#data=karate&model=gat']);
    go(-1);
    expect(opened).toEqual(['#data=karate']);
    set(() => ({ run }));
    finish();
    await settleIn();
    expect(entries).toEqual(['#data=karate', '#data=karate&model=gat']);
    go(1);
    expect(opened).toEqual(['#data=karate', '#data=karate&model=gat']);
  });
});
