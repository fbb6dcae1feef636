import { beforeEach, describe, expect, it } from 'vitest';
import { unpackGraph } from '../../../src/data/formats/packed/unpackGraph';
import { karate } from '../../../src/data/generators/karate';
import { ownSet } from '../../../src/data/import/ownSet';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { createContext } from '../../../src/ui/app/context';
import { createOwnGraphs, type GraphShelf, type KeptGraph } from '../../../src/ui/app/ownGraphs';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

const graph = { ...karate(null), name: 'Mine' };
const settled = () => new Promise((resolve) => setTimeout(resolve));

function shelfOf(graphs: Map<string, KeptGraph>): GraphShelf {
  return {
    put: async (kept) => void graphs.set(kept.descriptor.id, kept),
    get: async (id) => graphs.get(id) ?? null,
    list: async () => [...graphs.values()].map(({ descriptor }) => descriptor),
    remove: async (id) => void graphs.delete(id),
  };
}

const REFUSING: GraphShelf = {
  put: () => Promise.reject(new Error('no room left')),
  get: () => Promise.reject(new Error('refused')),
  list: () => Promise.reject(new Error('refused')),
  remove: () => Promise.reject(new Error('refused')),
};

function page(shelf: GraphShelf | null) {
  const store = createAppStore({
    run: defaultRun({ id: 'karate', labelling: null }),
    view: DEFAULT_VIEW,
    descriptor: descriptorOf('karate'),
    secure: true,
  });
  let unpacked = 0;
  const own = createOwnGraphs(createContext(store), shelf, (packed) => {
    unpacked++;
    return { result: Promise.resolve(unpackGraph(packed)), cancel: () => {} };
  });
  const names = () => store.getState().ownSets.map(({ name }) => name);
  return { store, own, names, unpackedSoFar: () => unpacked };
}

describe("the visitor's own graphs", () => {
  let graphs = new Map<string, KeptGraph>();
  beforeEach(() => {
    graphs = new Map();
  });

  it('are known under an id that is made of what they hold', () => {
    const { own, names } = page(null);
    const first = own.add(ownSet(graph, 'mine.csv'));
    expect(first.id).toMatch(/^own-[0-9a-f]{16}$/);
    expect(own.add(ownSet(graph, 'the same again.csv'))).toEqual(first);
    expect(own.add(ownSet({ ...graph, name: 'Other' }, 'other.csv'))).not.toEqual(first);
    expect(names()).toEqual(['Mine', 'Other']);
    expect(descriptorOf(first.id)).toMatchObject({ name: 'Mine', source: { name: 'mine.csv' } });
  });

  it('are found again, the one that was added last without being read', async () => {
    const { own, unpackedSoFar } = page(null);
    const first = own.add(ownSet(graph, 'mine.csv'));
    own.add(ownSet({ ...graph, name: 'Other' }, 'other.csv'));
    expect((await own.find(first.id))?.name).toBe('Mine');
    expect(unpackedSoFar()).toBe(1);
    const again = own.add(ownSet(graph, 'mine.csv'));
    expect(await own.find(again.id)).toBe(graph);
    expect(await own.find('own-0000000000000000')).toBeNull();
  });

  it('come back in a later visit, with what was known of them', async () => {
    const { id } = page(shelfOf(graphs)).own.add(ownSet(graph, 'mine.csv'));
    await settled();
    const later = page(shelfOf(graphs));
    await settled();
    expect(later.names()).toEqual(['Mine']);
    expect((await later.own.find(id))?.numNodes).toBe(34);
    // A link to it brings the graph along, and does not know its file.
    later.own.add(ownSet(graph, 'a link'));
    await settled();
    expect(graphs.get(id)?.descriptor.source.name).toBe('mine.csv');
    expect(descriptorOf(id).source.name).toBe('mine.csv');
  });

  it('are forgotten by list and browser, while the page can still go back to them', async () => {
    const { own, names } = page(shelfOf(graphs));
    const { id } = own.add(ownSet(graph, 'mine.csv'));
    await settled();
    own.forget(id);
    await settled();
    expect(names()).toEqual([]);
    expect(graphs.size).toBe(0);
    expect((await own.find(id))?.numNodes).toBe(34);
    own.add(ownSet(graph, 'mine.csv'));
    await settled();
    expect(graphs.size).toBe(1);
  });

  it('stay open where the browser keeps nothing, and the page says so', async () => {
    const { own, store } = page(REFUSING);
    const { id } = own.add(ownSet(graph, 'mine.csv'));
    await settled();
    expect((await own.find(id))?.numNodes).toBe(34);
    expect(store.getState().notices.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Mine is open, but this browser did not keep it: .*no room left/),
    ]);
  });
});
