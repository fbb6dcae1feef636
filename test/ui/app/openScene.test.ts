import { beforeEach, describe, expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import { fittingRun } from '../../../src/data/graph/fittingEdits';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS, withNode } from '../../../src/data/run/edits';
import { GAT_MODEL } from '../../../src/data/run/models';
import { canonical, type RunSpec } from '../../../src/data/run/runSpec';
import type { EpochRecord } from '../../../src/data/run/records';
import { createArriving } from '../../../src/ui/app/openScene';
import { createContext } from '../../../src/ui/app/context';
import { BUILD } from '../../../src/ui/build';
import type { AppState, Phase } from '../../../src/ui/state/appState';
import type { Scene } from '../../../src/ui/state/scene';
import { settingsNow } from '../../../src/ui/state/settings';
import { graphAt } from '../../../src/ui/state/shownGraph';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { ownRing } from '../state/address/randomScene';
import { recordOf } from '../../records';

const karateRun = defaultRun({ id: 'karate', labelling: null });
const gat = defaultRun({ id: 'karate', labelling: null }, 3, GAT_MODEL);
const graph = karate(null);

const scene = (change: Partial<Scene> = {}): Scene => ({
  run: gat,
  pending: null,
  epoch: 60,
  view: { ...DEFAULT_VIEW, colourBy: 'class', selection: [4] },
  graph: null,
  results: null,
  ...change,
});
const recordAt = (epoch: number): EpochRecord =>
  recordOf({ train: 1, val: null, test: null, all: 0.5 }, { epoch, loss: 1 / (1 + epoch), ms: 1 });
const recordsTo = (epoch: number) => Array.from({ length: epoch + 1 }, (_, i) => recordAt(i));

/** A page on which nothing is open yet, with an engine that does what it is told to do in `trainTo`. */
const ADDRESS = 'https://lesson.test/#data=karate&lock=model';

interface Page {
  readonly isPhone?: boolean;
  readonly hasFiles?: boolean;
  /** What the visitor chooses while the graph loads. */
  readonly chosen?: RunSpec;
}

function setUp({ isPhone = false, hasFiles = true, chosen }: Page = {}) {
  const store = createAppStore({
    run: karateRun,
    view: DEFAULT_VIEW,
    descriptor: descriptorOf('karate'),
    secure: true,
  });
  const context = createContext(store);
  const asked: string[] = [];
  const set = (change: (state: AppState) => Partial<AppState>) => store.setState(change(store.getState()));
  const stand = (epoch: number, phase: Phase, records = recordsTo(epoch)) =>
    set(({ training }) => ({
      training: { ...training, epoch, phase, records, predictions: new Int32Array(34) },
    }));
  const openRun = (run: RunSpec, epoch = 0) => {
    set(({ training }) => ({ run, pending: null, training: { ...training, phase: 'opening' } }));
    stand(epoch, epoch === 0 ? 'ready' : 'paused');
    store.setState(graphAt(epoch)(store.getState()), true);
  };
  const arriving = createArriving(context, {
    runner: {
      open: async (run) => {
        asked.push(`open ${run.model.id}`);
        openRun(run);
      },
      openAgain: async (number) => {
        asked.push(`open again ${number}`);
        const again = store.getState().runs.find((each) => each.number === number)!;
        openRun(again.run, again.records.length - 1);
      },
      play: (until, pace) => {
        asked.push(`play ${until} ${pace}`);
        set(({ training }) => ({ training: { ...training, phase: 'playing' } }));
      },
      seek: async (epoch) => {
        asked.push(`seek ${epoch}`);
        const { records } = store.getState().training;
        stand(epoch, 'paused', [...records]);
      },
    },
    pause: async () => {
      asked.push('pause');
      stand(store.getState().training.epoch, 'paused');
    },
    load: async (run, { mayDownload, files, view, open } = {}) => {
      const { data } = run;
      asked.push(`load ${data.id}${mayDownload === false ? '' : ', may download'}${files ? ', files' : ''}`);
      const descriptor = descriptorOf(data.id);
      if (!hasFiles && mayDownload === false) {
        set(() => ({
          data: { kind: 'failed', descriptor, message: 'no files', labelling: null, wasAsked: false },
        }));
        throw new Error('no files');
      }
      set((state) => ({
        view: view
          ? { ...view, selection: view.selection.filter((node) => node < graph.numNodes) }
          : state.view,
        graph: {
          data: graph,
          base: graph,
          edits: NO_EDITS,
          descriptor,
          positions: new Float32Array(68),
          layoutRunning: false,
        },
        data: { kind: 'ready', descriptor, graph },
        backend: {
          kind: 'ready',
          choice: 'auto',
          info: { name: 'wasm', reason: '', adapter: null, isSoftwareAdapter: false },
        },
      }));
      if (chosen) openRun(chosen);
      else await open?.(fittingRun(graph, run, []));
    },
    own: { add: () => ({ id: 'own', labelling: null }) },
    setView: (change) => set(({ view }) => ({ view: { ...view, ...change } })),
    remember: () => void asked.push('remember'),
    isPhone: () => isPhone,
    address: () => ADDRESS,
  });
  const trainTo = (epoch: number, phase: Phase) => {
    stand(epoch, 'playing');
    stand(epoch, phase);
  };
  return {
    store,
    arriving,
    asked,
    set,
    stand,
    trainTo,
    state: store.getState,
    kind: () => store.getState().arrival?.kind,
  };
}

let page: ReturnType<typeof setUp>;
beforeEach(() => {
  page = setUp();
});

describe('opening a scene', () => {
  it('shows the graph, says what it holds and trains unpaced to its epoch', async () => {
    await page.arriving.open(scene());
    expect(page.asked).toEqual(['load karate', 'open gat', 'play 60 Infinity']);
    expect(page.state().arrival).toMatchObject({
      kind: 'training',
      sentence: 'Karate Club with a two-layer GAT, seed 3, shown at epoch 60; 1 node selected.',
      epoch: 60,
    });
    expect(page.state().view).toMatchObject({ colourBy: 'class', selection: [4] });
    page.trainTo(60, 'paused');
    expect(page.state().arrival).toMatchObject({ kind: 'there', agreement: null });
  });

  it('compares what came out with what the sender had', async () => {
    const results = {
      backend: 'webgpu',
      build: BUILD,
      loss: 1 / 61,
      test: null,
      predictions: { step: 17, classes: [0, 1] },
    };
    await page.arriving.open(scene({ results }));
    page.trainTo(60, 'paused');
    expect(page.state().arrival?.agreement).toEqual({
      isSameBackend: false,
      isSameBuild: true,
      backendHere: 'wasm',
      lossHere: 1 / 61,
      testHere: null,
      metric: 'accuracy',
      compared: 2,
      alike: 1,
    });
  });

  it('offers the other run that it holds, and shows its own; the controls say what is in force', async () => {
    const pending = { ...gat, seed: 9 };
    await page.arriving.open(scene({ pending }));
    expect(page.state().pending).toBe(pending);
    expect(settingsNow(page.state())).toEqual(gat);
    const moved = { ...gat, timeline: [{ epoch: 40, change: { learningRate: 0.5 } }] };
    await page.arriving.open(scene({ run: moved }));
    expect(page.state().pending).toBeNull();
    expect(settingsNow(page.state()).training.learningRate).toBe(0.5);
    expect(page.state().run.timeline).toHaveLength(1);
  });

  it('leaves out the edits that do not fit the graph, tells of them, and goes its way with the others', async () => {
    await page.arriving.open(scene({ epoch: 0 }));
    const edits = { ...NO_EDITS, removedNodes: [5, 99_999], labels: [[0, 9]] as const };
    const run = { ...gat, edits, timeline: [{ epoch: 3, change: {}, edits }] };
    page.asked.length = 0;
    await page.arriving.open(scene({ run, pending: { ...run, seed: 9 } }));
    const fitting = { ...NO_EDITS, removedNodes: [5] };
    expect(page.state().run.edits).toEqual(fitting);
    expect(page.state().run.timeline).toEqual([{ epoch: 3, change: {}, edits: fitting }]);
    expect(page.state().pending?.edits).toEqual(fitting);
    expect(page.asked).toEqual(['remember', 'open gat', 'play 60 Infinity']);
    expect(page.state().arrival).toMatchObject({ kind: 'training' });
    expect(
      page
        .state()
        .notices.map(({ text }) => text)
        .join(),
    ).toContain('edits, removedNodes: expected a node from 0 to 33, got 99999; it was left out.');
  });

  it('is left where another model was chosen before its graph was there', async () => {
    page = setUp({ chosen: karateRun });
    await page.arriving.open(scene());
    expect(page.kind()).toBe('left');
    expect(page.asked).toEqual(['load karate']);
  });

  it('refuses whole what cannot be trained on its graph: nothing changes', async () => {
    await page.arriving.open(scene({ epoch: 0 }));
    const shown = page.state();
    page.asked.length = 0;
    const { graph: ring, data } = ownRing(9, 'without classes', []);
    const refused = page.arriving.open(scene({ run: defaultRun(data), graph: ring }));
    await expect(refused).rejects.toThrow(/expected a graph with classes for GCN, .* Choose Node2Vec/);
    expect(page.state()).toBe(shown);
    expect(page.asked).toEqual([]);
  });

  it('says nothing of an untrained scene unless it is asked to', async () => {
    await page.arriving.open(scene({ epoch: 0 }));
    expect(page.state().arrival).toBeNull();
    await page.arriving.open(scene({ epoch: 0 }), { isTold: true });
    expect(page.state().arrival).toMatchObject({ kind: 'there', epoch: 0 });
    expect(page.asked).not.toContain('play 0 Infinity');
  });

  it('selects a node that an edit on the way adds, once it is there', async () => {
    const edits = withNode(NO_EDITS, { x: 0, y: 0 });
    const run = { ...gat, timeline: [{ epoch: 20, change: {}, edits }] };
    await page.arriving.open(scene({ run, view: { ...DEFAULT_VIEW, selection: [4, 34] } }));
    expect(page.state().view.selection).toEqual([4]);
    page.stand(60, 'playing');
    page.store.setState(graphAt(60)(page.state()), true);
    page.stand(60, 'paused');
    expect(page.state().view.selection).toEqual([4, 34]);
  });

  it('keeps the theme and the tool of whoever opens it', async () => {
    page.set(({ view }) => ({ view: { ...view, theme: 'dark', tool: 'box' } }));
    await page.arriving.open(scene());
    expect(page.state().view).toMatchObject({ theme: 'dark', tool: 'box', colourBy: 'class' });
  });
});

describe('on the way', () => {
  it('whoever pauses, changes something or opens something else is left alone', async () => {
    for (const act of [
      () => page.trainTo(30, 'paused'),
      () => page.set(({ run }) => ({ run: { ...run, seed: 8 } })),
      () => page.stand(12, 'failed'),
      () => page.stand(12, 'diverged'),
    ]) {
      page = setUp();
      await page.arriving.open(scene());
      act();
      expect(page.kind()).toBe('left');
      page.trainTo(60, 'paused');
      expect(page.kind()).toBe('left');
    }
  });

  it('skipping stops where it is', async () => {
    await page.arriving.open(scene());
    page.stand(17, 'playing');
    page.arriving.skip();
    expect(page.asked.at(-1)).toBe('pause');
    expect(page.kind()).toBe('left');
    expect(page.state().training.epoch).toBe(17);
  });

  it('goes on through a lost device', async () => {
    await page.arriving.open(scene());
    page.stand(20, 'recovering');
    page.stand(20, 'playing');
    page.trainTo(60, 'paused');
    expect(page.kind()).toBe('there');
  });

  it('a phone is asked first what takes a while, and playing on is an answer', async () => {
    page = setUp({ isPhone: true });
    await page.arriving.open(scene({ epoch: 18 }));
    expect(page.kind()).toBe('training');
    page = setUp({ isPhone: true });
    await page.arriving.open(scene({ epoch: 1500 }));
    expect(page.state().arrival).toMatchObject({ kind: 'asking', because: expect.stringMatching(/phone/) });
    expect(page.asked).toEqual(['load karate', 'open gat']);
    page.arriving.train();
    expect(page.asked.at(-1)).toBe('play 1500 Infinity');
    page.trainTo(1500, 'paused');
    expect(page.kind()).toBe('there');
    page = setUp({ isPhone: true });
    await page.arriving.open(scene({ epoch: 1500 }));
    page.set(({ training }) => ({ training: { ...training, phase: 'playing' } }));
    expect(page.kind()).toBe('left');
  });
});

describe('what is said of a scene', () => {
  it('counts the nodes that are there, and tells of the others', async () => {
    await page.arriving.open(scene({ view: { ...DEFAULT_VIEW, selection: [4, 999] } }));
    expect(page.state().arrival?.sentence).toContain('; 1 node selected.');
    expect(page.state().notices.map(({ text }) => text)).toEqual([
      'The link selects node 999 that is not in this graph of 34 nodes; it was left out.',
    ]);
    await page.arriving.open(scene({ view: { ...DEFAULT_VIEW, selection: [999] } }));
    expect(page.state().arrival?.sentence).toBe(
      'Karate Club with a two-layer GAT, seed 3, shown at epoch 60.',
    );
  });

  it('counts a node that an edit on the way adds, and none that one takes away', async () => {
    const edits = { ...withNode(NO_EDITS, { x: 0, y: 0 }), removedNodes: [7] };
    const run = { ...gat, timeline: [{ epoch: 20, change: {}, edits }] };
    await page.arriving.open(scene({ run, view: { ...DEFAULT_VIEW, selection: [7, 34] } }));
    expect(page.state().arrival?.sentence).toContain('; 1 node selected.');
    expect(page.state().notices.map(({ text }) => text)).toEqual([expect.stringContaining('node 7 ')]);
  });

  it('follows a copy in which everything can be changed', async () => {
    const view = { ...DEFAULT_VIEW, locked: ['model', 'seed'], hidden: ['edit'] } as const;
    await page.arriving.open(scene({ view, epoch: 0 }), { isTold: true });
    expect(page.state().arrival?.sentence).toContain('model and seed are locked');
    page.arriving.unlock();
    expect(page.state().arrival).toMatchObject({
      sentence: 'Karate Club with a two-layer GAT, seed 3, untrained.',
      lesson: ADDRESS,
    });
    expect(page.state().view).toMatchObject({ locked: [], hidden: [] });
  });
});

describe('a page that is loaded once more', () => {
  it('shows the way back, and nothing once it is there', async () => {
    await page.arriving.open(scene(), { isReturn: true });
    expect(page.state().arrival).toMatchObject({
      kind: 'training',
      sentence: 'Before the reload this page was at epoch 60.',
    });
    page.trainTo(60, 'paused');
    expect(page.state().arrival).toBeNull();
  });

  it('says nothing where it was untrained', async () => {
    await page.arriving.open(scene({ epoch: 0 }), { isReturn: true });
    expect(page.state().arrival).toBeNull();
  });

  it('goes on offering a copy of what somebody has locked', async () => {
    const view = { ...DEFAULT_VIEW, locked: ['model'] } as const;
    for (const epoch of [0, 60]) {
      page = setUp();
      await page.arriving.open(scene({ view, epoch }), { isReturn: true });
      if (epoch > 0) page.trainTo(60, 'paused');
      expect(page.kind()).toBe('left');
      page.arriving.unlock();
      expect(page.state().arrival).toMatchObject({ kind: 'left', lesson: ADDRESS });
    }
  });

  it('still compares with what a sender had', async () => {
    const predictions = { step: 17, classes: [0, 0] };
    const results = { backend: 'wasm', build: BUILD, loss: 1 / 61, test: null, predictions };
    await page.arriving.open(scene({ results }), { isReturn: true });
    page.trainTo(60, 'paused');
    expect(page.state().arrival).toMatchObject({ kind: 'there', agreement: { alike: 2 } });
  });
});

describe('a scene in a page where something is open', () => {
  beforeEach(async () => {
    await page.arriving.open(scene({ run: karateRun, epoch: 0 }));
    page.trainTo(30, 'paused');
    page.asked.length = 0;
  });

  it('loads nothing where the graph is there, and is a step of undo', async () => {
    await page.arriving.open(scene());
    expect(page.asked).toEqual(['remember', 'open gat', 'play 60 Infinity']);
  });

  it('of the same run is gone to, not trained', async () => {
    await page.arriving.open(scene({ run: karateRun, epoch: 12 }));
    expect(page.asked).toEqual(['remember', 'seek 12']);
    expect(page.kind()).toBe('there');
    await page.arriving.open(scene({ run: karateRun, epoch: 31 }));
    expect(page.asked.slice(2)).toEqual(['remember', 'open gcn', 'play 31 Infinity']);
  });

  it('of an earlier run opens it again', async () => {
    const earlier = { number: 7, name: null, run: gat, records: recordsTo(80), smoothing: [] };
    page.set(() => ({ runs: [earlier] }));
    await page.arriving.open(scene());
    expect(page.asked).toEqual(['remember', 'open again 7', 'seek 60']);
    expect(page.kind()).toBe('there');
    expect(canonical(page.state().run)).toBe(canonical(gat));
  });
});

describe('a scene whose set is not here', () => {
  it('waits for the download, or for files', async () => {
    for (const [found, asked] of [
      [{ mayDownload: true }, 'load karate, may download'],
      [{ files: new Map() }, 'load karate, may download, files'],
    ] as const) {
      page = setUp({ hasFiles: false });
      await expect(page.arriving.open(scene())).rejects.toThrow('no files');
      expect(page.asked).toEqual(['load karate']);
      expect(page.kind()).toBe('asking');
      expect(page.arriving.awaits('karate')).toBe(true);
      expect(page.arriving.awaits('cora')).toBe(false);
      await page.arriving.openMissing(found);
      expect(page.asked).toEqual(['load karate', asked, 'open gat', 'play 60 Infinity']);
      expect(page.arriving.awaits('karate')).toBe(false);
    }
  });
});
