import { beforeEach, describe, expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { GAT_MODEL, NODE2VEC_MODEL } from '../../../src/data/run/models';
import type { RunSpec } from '../../../src/data/run/runSpec';
import type { Job } from '../../../src/engine/sources';
import { createContext } from '../../../src/ui/app/context';
import { createLoader, type Loader } from '../../../src/ui/app/loading';
import { createAppStore, type Store } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { ownRing } from '../state/address/randomScene';
import { dataStatus } from '../../../src/ui/views/graph/dataStatus';

const unplaced: GraphData = { ...karate(null), positions: null };
const picture = (value: number) => new Float32Array(68).fill(value);
const CORA = defaultRun({ id: 'cora', labelling: null });
const KARATE = defaultRun({ id: 'karate', labelling: null });

/** A job that ends when it is told to. */
function held<T>() {
  let finish: (value: T) => void = () => {};
  let refuse: (error: Error) => void = () => {};
  const result = new Promise<T>((resolve, reject) => {
    [finish, refuse] = [resolve, reject];
  });
  const work = { isCancelled: false };
  const job: Job<T> = {
    result,
    cancel: () => {
      work.isCancelled = true;
      refuse(new Error('cancelled'));
    },
  };
  return { finish, work, job };
}

describe('the loader', () => {
  let store: Store;
  let loader: Loader;
  let loads: ReturnType<typeof held<GraphData>>[];
  let layouts: (ReturnType<typeof held<Float32Array>> & { tell: (at: number, progress: number) => void })[];
  let opened: RunSpec[];
  const data = () => store.getState().data;
  const turn = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    [loads, layouts, opened] = [[], [], []];
    store = createAppStore({
      run: KARATE,
      view: DEFAULT_VIEW,
      descriptor: descriptorOf('karate'),
      secure: true,
    });
    loader = createLoader(
      createContext(store),
      { find: () => Promise.resolve(null) },
      () => {},
      (run) => Promise.resolve(void opened.push(run)),
      {
        loadData: () => {
          const next = held<GraphData>();
          loads.push(next);
          return next.job;
        },
        layOut: (_graph, _seed, onPositions) => {
          const next = held<Float32Array>();
          layouts.push({ ...next, tell: (at, progress) => onPositions(picture(at), progress) });
          return next.job;
        },
      },
    );
  });

  /** Karate is shown, its layout at the first step. */
  const showKarate = async () => {
    const loading = loader.load(KARATE);
    loads[0]!.finish(unplaced);
    await turn();
    layouts[0]!.tell(1, 0.12);
    await loading;
  };

  it('shows the graph with the first picture of its layout, and says how far the layout is', async () => {
    await showKarate();
    expect(store.getState().graph?.positions).toEqual(picture(1));
    expect(opened).toHaveLength(1);
    layouts[0]!.tell(2, 0.129);
    expect(dataStatus(store.getState())).toBe('Laying out the graph, 12 %');
    layouts[0]!.tell(3, 1);
    expect(dataStatus(store.getState())).toBe('Laying out the graph, 99 %');
    layouts[0]!.finish(picture(4));
    await turn();
    expect(store.getState().graph?.positions).toEqual(picture(4));
    expect(dataStatus(store.getState())).toBeNull();
  });

  it('says that it lays out, before there is a picture', async () => {
    void loader.load(KARATE);
    loads[0]!.finish(unplaced);
    await turn();
    expect(data()).toMatchObject({ kind: 'loading', sentence: 'Laying out Karate Club' });
    expect(store.getState().graph).toBeNull();
  });

  it('goes back to the shown graph when a load is cancelled, whose layout goes on', async () => {
    await showKarate();
    const loading = loader.load(CORA);
    expect(data()).toMatchObject({ kind: 'loading', sentence: 'Loading Cora' });
    loader.cancel();
    await expect(loading).rejects.toThrow('cancelled');
    expect(loads[1]!.work.isCancelled).toBe(true);
    expect(data()).toMatchObject({ kind: 'ready', graph: unplaced });
    expect(store.getState().run).toBe(KARATE);
    expect(layouts[0]!.work.isCancelled).toBe(false);
    layouts[0]!.tell(7, 0.5);
    expect(store.getState().graph?.positions).toEqual(picture(7));
  });

  it('ends the first layout of a graph that is not wanted any more', async () => {
    await showKarate();
    const loading = loader.load(CORA);
    loads[1]!.finish({ ...unplaced, name: 'other' });
    await turn();
    loader.cancel();
    await expect(loading).rejects.toThrow('cancelled');
    expect(layouts[1]!.work.isCancelled).toBe(true);
    expect(store.getState().graph?.data.name).toBe(unplaced.name);
    expect(opened).toHaveLength(1);
  });

  it('has nothing to cancel where no graph is shown, or none loads', async () => {
    const loading = loader.load(KARATE);
    loader.cancel();
    expect(loads[0]!.work.isCancelled).toBe(false);
    loads[0]!.finish({ ...unplaced, positions: picture(3) });
    await loading;
    loader.cancel();
    expect(data().kind).toBe('ready');
    expect(opened).toHaveLength(1);
  });

  it('acts on what is shown until the new graph is there, and then changes graph and run in one step', async () => {
    await showKarate();
    store.setState(({ training }) => ({ training: { ...training, phase: 'playing', epoch: 66 } }));
    const seen: unknown[] = [];
    store.subscribe(({ graph, run, data: { kind }, training: { phase, epoch } }) =>
      seen.push([kind, graph?.descriptor.id, run.data.id, phase, epoch].join(' ')),
    );
    const loading = loader.load(CORA);
    loads[1]!.finish({ ...unplaced, name: 'other' });
    await turn();
    expect(data()).toMatchObject({ kind: 'loading', sentence: 'Laying out Cora' });
    layouts[1]!.tell(1, 0.1);
    await loading;
    expect([...new Set(seen)]).toEqual(['loading karate karate playing 66', 'ready cora cora opening 0']);
  });

  it('opens the run that was chosen last while its graph was loading, and not the one that it began with', async () => {
    await showKarate();
    const begun: string[] = [];
    const gat = defaultRun(CORA.data, 3, GAT_MODEL);
    const loading = loader.load(CORA, { open: () => Promise.resolve(void begun.push('as it began')) });
    loader.choose(gat);
    expect(data()).toMatchObject({ kind: 'loading', run: gat });
    expect(store.getState().run).toBe(KARATE);
    loads[1]!.finish({ ...unplaced, positions: picture(3) });
    await loading;
    expect(store.getState().run).toBe(gat);
    expect(opened).toEqual([KARATE, gat]);
    expect(begun).toEqual([]);
    // Shown, it is the page's: there is nothing to choose for.
    loader.choose(KARATE);
    expect(store.getState().run).toBe(gat);
  });

  it('goes on as it was where what is chosen cannot be trained on the graph that is coming', async () => {
    await showKarate();
    const { data: ring } = ownRing(9, 'without classes', []);
    const walks = defaultRun(ring, 0, NODE2VEC_MODEL);
    void loader.load(walks).catch(() => {});
    expect(() => loader.choose(defaultRun(ring, 0, GAT_MODEL))).toThrow(
      /expected a graph with classes for GAT/,
    );
    expect(data()).toMatchObject({ kind: 'loading', run: walks });
  });

  it('refuses a run that its graph cannot be trained on before anything changes', async () => {
    await showKarate();
    const shown = store.getState();
    const { data: ring } = ownRing(9, 'without classes', []);
    const gcn = { ...KARATE, data: ring };
    await expect(loader.load(gcn)).rejects.toThrow(/expected a graph with classes for GCN/);
    expect(store.getState()).toBe(shown);
    expect(loads).toHaveLength(1);
  });

  it('leaves a load for a newer one without a word, and ends the layout of the graph that is replaced', async () => {
    await showKarate();
    const first = loader.load(CORA);
    const second = loader.load(KARATE);
    await expect(first).resolves.toBeUndefined();
    expect(loads[1]!.work.isCancelled).toBe(true);
    loads[2]!.finish({ ...unplaced, positions: picture(3) });
    await second;
    expect(layouts[0]!.work.isCancelled).toBe(true);
    expect(store.getState().graph?.positions).toEqual(picture(3));
    expect(store.getState().graph?.layoutRunning).toBe(false);
  });

  it('tells of a set that cannot be had, and keeps the graph', async () => {
    await showKarate();
    const loading = loader.load(CORA);
    loads[1]!.job.cancel();
    await expect(loading).rejects.toThrow('cancelled');
    expect(data()).toMatchObject({ kind: 'failed', message: 'cancelled' });
    expect(store.getState().graph?.base).toBe(unplaced);
  });
});
