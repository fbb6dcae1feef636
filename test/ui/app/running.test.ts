import { beforeEach, describe, expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { NO_EDITS, withoutEdge, withoutNode } from '../../../src/data/run/edits';
import { defaultRun } from '../../../src/data/run/defaults';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { RunSpec } from '../../../src/data/run/runSpec';
import type { Engine } from '../../../src/engine/client';
import type { Opened } from '../../../src/engine/protocol';
import type { ProjectionRequest } from '../../../src/data/run/pictures';
import type { EpochRecord } from '../../../src/data/run/records';
import { createContext } from '../../../src/ui/app/context';
import { createListener } from '../../../src/ui/app/engineEvents';
import { createRunner, epochsPerSecond, type Runner } from '../../../src/ui/app/running';
import { MOST_RUNS } from '../../../src/ui/state/runs';
import { settingsNow, withLayer, withLayerAdded, withLayerRemoved } from '../../../src/ui/state/settings';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { frameOf, recordOf } from '../../records';

const graph = karate(null);
const descriptor = descriptorOf('karate');

const recordAt = (epoch: number): EpochRecord =>
  recordOf({ train: 1, val: null, test: null, all: 0.5 }, { epoch, loss: 1 / (1 + epoch), ms: 1 });
const frameAt = (epoch: number) => frameOf(epoch, new Float32Array(68).fill(0.5));
const opened: Opened = {
  layers: [
    { id: 'x', label: 'X', kind: 'input', numRows: 34, numCols: 34 },
    { id: 'h1', label: 'H¹', kind: 'hidden', numRows: 34, numCols: 16 },
    { id: 'z', label: 'Z', kind: 'output', numRows: 34, numCols: 2 },
  ],
  record: recordAt(0),
  frame: frameAt(0),
};

/** An engine that writes down what it is asked to do. */
function notebook() {
  const asked: string[] = [];
  const shown: ProjectionRequest[] = [];
  const runs: RunSpec[] = [];
  let epoch = 0;
  let [number, given] = [0, 0];
  const engine: Engine = {
    open: async (run, _graph, kept) => {
      runs.push(run);
      asked.push(kept ? `open ${kept.number} at ${kept.epoch}` : 'open');
      number = kept?.number ?? ++given;
      const at = kept?.epoch ?? 0;
      return { ...opened, record: recordAt(at), frame: frameAt(at) };
    },
    number: () => number,
    forget: (of) => void asked.push(`forget ${of}`),
    keyframe: () => null,
    adopt: () => ++given,
    play: (until, pace) => void asked.push(`play ${until} ${pace}`),
    pause: async () => {
      asked.push('pause');
      return { epoch };
    },
    setPace: (pace) => void asked.push(`pace ${pace}`),
    change: async (change) => {
      asked.push(`change ${JSON.stringify(change)}`);
      return { epoch };
    },
    seek: async (to) => {
      asked.push(`seek ${to}`);
      await new Promise((resolve) => setTimeout(resolve));
      epoch = to;
      return { record: recordAt(to), frame: frameAt(to) };
    },
    edit: async (edits) => {
      asked.push('edit');
      if (edits.removedNodes.includes(99)) throw new Error('no such node');
      return { layers: opened.layers, record: recordAt(epoch), frame: frameAt(epoch) };
    },
    influence: () => Promise.reject(new Error('not asked for here')),
    explain: () => Promise.reject(new Error('not asked for here')),
    account: () => Promise.reject(new Error('not asked for')),
    heldOutPairs: () => Promise.reject(new Error('not asked for here')),
    pair: () => Promise.reject(new Error('not asked for here')),
    baselines: () => Promise.reject(new Error('not asked for here')),
    weights: () => Promise.reject(new Error('not asked for here')),
    keyframes: () => ({ epochs: [], bytes: 0, budget: 1 }),
    seeds: () => ({ result: Promise.reject(new Error('not asked for here')), cancel: () => {} }),
    compare: () => {
      throw new Error('not asked for here');
    },
    activations: () => Promise.reject(new Error('not asked for here')),
    show: (request) => void shown.push(request),
    strip: () => {},
    nearest: () => Promise.reject(new Error('not asked for here')),
    pairs: () => Promise.reject(new Error('not asked for here')),
    chooseBackend: (choice) => void asked.push(`backend ${choice}`),
    drawn: () => {},
    pending: () => 0,
    memory: () => Promise.resolve({ tensors: 0, bytes: 0 }),
    loseDevice: () => Promise.resolve(null),
    dispose: () => {},
  };
  return { engine, asked, shown, runs, stand: (at: number) => (epoch = at) };
}

function setUp() {
  const run = defaultRun({ id: 'karate', labelling: null });
  const store = createAppStore({ run, view: DEFAULT_VIEW, descriptor, secure: true });
  const context = createContext(store);
  const book = notebook();
  const loaded: string[] = [];
  const runner: Runner = createRunner(context, book.engine, async (wanted, { open } = {}) => {
    loaded.push(wanted.data.id);
    await (open ? open(wanted) : runner.open(wanted));
  });
  const hear = createListener(
    context,
    () => runner.project(),
    (epoch) => void runner.seek(epoch),
  );
  context.update((state) => ({
    ...state,
    graph: {
      data: graph,
      base: graph,
      edits: run.edits,
      descriptor,
      positions: new Float32Array(68),
      layoutRunning: false,
    },
  }));
  const trainTo = (epoch: number) => {
    const from = store.getState().training.epoch;
    const records = Array.from({ length: epoch - from }, (_, i) => recordAt(from + i + 1));
    book.stand(epoch);
    hear({ kind: 'epochs', generation: 1, records, frame: frameAt(epoch) });
  };
  const stop = (epoch: number) =>
    hear({ kind: 'stopped', generation: 1, epoch, why: epoch >= 200 ? 'end' : 'pause' });
  return { store, runner, hear, trainTo, stop, loaded, ...book };
}

let page: ReturnType<typeof setUp>;
beforeEach(async () => {
  page = setUp();
  await page.runner.reset();
});

const phase = () => page.store.getState().training.phase;
const settings = () => settingsNow(page.store.getState());

describe('going back to an epoch', () => {
  beforeEach(() => {
    page.runner.playOn();
    page.trainTo(200);
    page.stop(200);
  });
  const training = () => page.store.getState().training;

  it('shows that epoch, and keeps what is known of later ones', async () => {
    await page.runner.seek(40);
    expect(page.asked.at(-1)).toBe('seek 40');
    expect(training()).toMatchObject({ epoch: 40, phase: 'paused' });
    expect(training().records.length).toBe(201);
    expect(page.shown.at(-1)?.mode).toBe('settled');
    await page.runner.seek(0);
    expect(phase()).toBe('ready');
    await page.runner.seek(999);
    expect(training()).toMatchObject({ epoch: 200, phase: 'done' });
  });

  it('goes to the newest of many epochs asked for at once', async () => {
    await Promise.all([10, 20, 30, 40, 50].map((epoch) => page.runner.seek(epoch)));
    expect(page.asked.filter((asked) => asked.startsWith('seek')).length).toBeLessThanOrEqual(2);
    expect(training().epoch).toBe(50);
  });

  it('plays on from there once it is there', async () => {
    const there = page.runner.seek(60);
    page.runner.play(200);
    await there;
    await Promise.resolve();
    expect(page.asked.slice(-2).map((asked) => asked.split(' ')[0])).toEqual(['seek', 'play']);
    page.trainTo(80);
    expect(training().records.length).toBe(201);
    expect(training().epoch).toBe(80);
  });

  it('begins another future where a setting is moved', async () => {
    await page.runner.seek(60);
    const { training: trained, ...rest } = settings();
    await page.runner.takeEffect({ ...rest, training: { ...trained, learningRate: 0.1 } });
    expect(training().records.length).toBe(61);
    expect(page.store.getState().run.timeline).toEqual([{ epoch: 60, change: { learningRate: 0.1 } }]);
  });
});

describe('presses of play that come faster than the run can halt', () => {
  it.each([
    [1, 'playing', 1],
    [2, 'paused', 1],
    [3, 'playing', 2],
    [4, 'paused', 1],
    [5, 'playing', 2],
  ])('%i of them end in %s', async (presses, ends, plays) => {
    for (let k = 0; k < presses; k++) page.runner.toggle();
    // The engine tells that it stands before it answers.
    if (page.asked.includes('pause')) {
      page.trainTo(3);
      page.stop(3);
    }
    await Promise.resolve().then(() => {});
    expect(phase()).toBe(ends);
    expect(page.asked.filter((asked) => asked.startsWith('play'))).toHaveLength(plays);
  });

  it('do not begin a run anew that came to its end meanwhile', async () => {
    for (let k = 0; k < 3; k++) page.runner.toggle();
    page.trainTo(200);
    page.stop(200);
    await Promise.resolve().then(() => {});
    expect(phase()).toBe('done');
  });
});

describe('earlier runs', () => {
  const { getState } = { getState: () => page.store.getState() };
  const trained = async (epoch: number) => {
    page.runner.playOn();
    page.trainTo(epoch);
    page.stop(epoch);
    await page.runner.reset();
  };

  it('are kept when another one begins, unless nothing was trained', async () => {
    await page.runner.reset();
    expect(getState().runs).toEqual([]);
    await trained(40);
    await trained(60);
    expect(getState().runs.map(({ records }) => records.length)).toEqual([41, 61]);
  });

  it('let their keyframes go when there are too many of them', async () => {
    for (let run = 0; run <= MOST_RUNS; run++) await trained(2);
    const forgotten = page.asked.filter((asked) => asked.startsWith('forget'));
    expect(getState().runs).toHaveLength(MOST_RUNS);
    expect(forgotten).toHaveLength(1);
    const [gone] = forgotten;
    expect(getState().runs.map(({ number }) => `forget ${number}`)).not.toContain(gone);
  });

  it('are opened again where they stood, and the open one is kept', async () => {
    await trained(40);
    page.runner.playOn();
    page.trainTo(20);
    page.stop(20);
    const [first] = getState().runs;
    await page.runner.openAgain(first!.number);
    expect(page.asked.at(-1)).toBe(`open ${first!.number} at 40`);
    expect(getState().training).toMatchObject({ epoch: 40, phase: 'paused' });
    expect(getState().training.records.length).toBe(41);
    expect(getState().runs.map(({ records }) => records.length)).toEqual([21]);
  });

  it('are gone back to by undo where another set was chosen in between', async () => {
    const own = settings();
    await trained(40);
    const [first] = getState().runs;
    await page.runner.takeEffect({ ...own, data: { id: 'karate', labelling: 'modularity' } });
    await page.runner.bringBack(own);
    expect(page.asked.at(-1)).toBe(`open ${first!.number} at 40`);
    expect(settings()).toEqual(own);
  });

  it('keep their names and the settings that were moved on the way', async () => {
    page.runner.playOn();
    page.trainTo(30);
    page.stop(30);
    await page.runner.takeEffect({ ...settings(), training: { ...settings().training, learningRate: 0.1 } });
    page.store.setState({ runName: 'fast' });
    await page.runner.reset();
    expect(getState().runName).toBeNull();
    const [fast] = getState().runs;
    expect(fast).toMatchObject({ name: 'fast' });
    await page.runner.openAgain(fast!.number);
    expect(getState().runName).toBe('fast');
    expect(getState().run.timeline).toHaveLength(1);
    expect(settings().training.learningRate).toBe(0.1);
  });
});

describe('an edit of the graph', () => {
  const edited = () => ({ ...settings(), edits: withoutEdge(settings().edits, 0, 1) });

  it('opens an untrained run anew', async () => {
    await page.runner.takeEffect(edited());
    expect(page.asked.at(-1)).toBe('open');
    expect(page.runs.at(-1)?.edits.removedEdges).toEqual([[0, 1]]);
  });

  it('takes effect where a trained run stands, and what came later does not count', async () => {
    page.runner.playOn();
    page.trainTo(100);
    page.stop(100);
    await page.runner.seek(40);
    await page.runner.takeEffect(edited());
    const { training, run, graph: shown } = page.store.getState();
    expect(page.asked.at(-1)).toBe('edit');
    expect(training.records.length).toBe(41);
    expect(run.timeline.at(-1)).toMatchObject({ epoch: 40, edits: { removedEdges: [[0, 1]] } });
    expect(shown?.data.edgeIndex.source.length).toBe(graph.edgeIndex.source.length - 2);
    await page.runner.seek(20);
    expect(page.store.getState().graph?.data).toBe(graph);
  });

  it('can be made again at an earlier epoch, where it is not seen; other settings moved there leave it out', async () => {
    page.runner.playOn();
    page.trainTo(100);
    page.stop(100);
    await page.runner.seek(40);
    const wanted = edited();
    await page.runner.takeEffect(wanted);
    await page.runner.seek(20);
    await page.runner.takeEffect({ ...settings(), edits: withoutEdge(NO_EDITS, 0, 1) });
    expect(page.store.getState().run.timeline.map(({ epoch }) => epoch)).toEqual([20]);
    const asked = page.asked.filter((each) => each === 'edit').length;
    await page.runner.seek(10);
    await page.runner.takeEffect({ ...settings(), training: { ...settings().training, learningRate: 0.5 } });
    expect(page.asked.filter((each) => each === 'edit')).toHaveLength(asked);
    expect(page.store.getState().run.timeline.map(({ epoch }) => epoch)).toEqual([10]);
    expect(settings().edits).toEqual(NO_EDITS);
  });

  it('is taken back where it cannot be made, and says so', async () => {
    page.runner.playOn();
    page.trainTo(10);
    page.stop(10);
    await page.runner.takeEffect({ ...settings(), edits: withoutNode(settings().edits, 99) });
    expect(settings().edits.removedNodes).toEqual([]);
    expect(page.store.getState().notices.at(-1)?.text).toContain('no such node');
  });
});

it('says why a run stopped early, and goes back to where it was best as the rule has it', async () => {
  await page.runner.takeEffect({
    ...settings(),
    training: { ...settings().training, earlyStopping: 'no better' },
  });
  page.runner.playOn();
  page.trainTo(90);
  page.hear({ kind: 'stopped', generation: 1, epoch: 90, why: 'early', better: 80, best: 60 });
  expect(phase()).toBe('done');
  await page.runner.seek(60);
  expect(page.asked.at(-1)).toBe('seek 60');
  expect(page.store.getState().notices.at(-1)?.text).toContain('epoch 90');
});

describe('a run', () => {
  it('plays to its last epoch at a pace that makes it last about five seconds', () => {
    page.runner.playOn();
    expect(page.asked.at(-1)).toBe('play 200 40');
    expect(phase()).toBe('playing');
  });

  it('halts on its way where it is asked to, and goes on from there', () => {
    const stopAt = (epoch: number | null) =>
      page.store.setState(({ view }) => ({ view: { ...view, stopAt: epoch } }));
    stopAt(30);
    page.runner.playOn();
    expect(page.asked.at(-1)).toBe('play 30 40');
    page.trainTo(10);
    stopAt(50);
    page.runner.stopChanged();
    expect(page.asked.at(-1)).toBe('play 50 40');
    page.trainTo(50);
    page.stop(50);
    expect(phase()).toBe('paused');
    page.runner.playOn();
    expect(page.asked.at(-1)).toBe('play 200 40');
    stopAt(999);
    page.runner.stopChanged();
    expect(page.asked.at(-1)).toBe('play 200 40');
  });

  it('shows previews while it trains, and the settled picture at epoch 0, on pause and at the end', () => {
    expect(page.shown.at(-1)?.mode).toBe('settled');
    page.runner.playOn();
    expect(page.shown.at(-1)?.mode).toBe('preview');
    page.trainTo(50);
    page.stop(50);
    expect(phase()).toBe('paused');
    expect(page.shown.at(-1)?.mode).toBe('settled');
    page.runner.playOn();
    page.trainTo(200);
    page.stop(200);
    expect(phase()).toBe('done');
    expect(page.shown.at(-1)?.mode).toBe('settled');
  });

  it('makes one step and stops', () => {
    page.runner.step();
    expect(page.asked.at(-1)).toBe('play 1 Infinity');
  });

  it('starts again when it is over and play is pressed', async () => {
    page.runner.playOn();
    page.trainTo(200);
    page.stop(200);
    page.runner.playOn();
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect(page.asked.slice(-2)).toEqual(['open', 'play 200 40']);
  });

  it('keeps every record once, and overwrites what a replay repeats', () => {
    page.runner.playOn();
    page.trainTo(30);
    page.hear({ kind: 'lost', message: 'gone', lostAt: 30 });
    expect(phase()).toBe('recovering');
    page.hear({
      kind: 'recovered',
      from: 20,
      lostAt: 30,
      opened: { ...opened, record: recordAt(20), frame: frameAt(20) },
    });
    expect(
      page.store
        .getState()
        .training.records.map(({ epoch }) => epoch)
        .at(-1),
    ).toBe(20);
    page.trainTo(31);
    expect(page.store.getState().training.records.map(({ epoch }) => epoch)).toEqual(
      Array.from({ length: 32 }, (_, i) => i),
    );
    expect(phase()).toBe('playing');
    expect(page.store.getState().notices.map(({ text }) => text)).toEqual([
      'The GPU device was lost at epoch 30. The run goes on on WASM, replayed from epoch 20.',
    ]);
  });

  it('is recovered from its beginning as well', () => {
    const recovered = (lostAt: number) => {
      page.hear({ kind: 'lost', message: 'gone', lostAt });
      page.hear({ kind: 'recovered', from: 0, lostAt, opened });
    };
    recovered(0);
    expect(phase()).toBe('ready');
    page.runner.playOn();
    page.trainTo(9);
    recovered(9);
    expect(page.store.getState().training).toMatchObject({ phase: 'recovering', epoch: 0 });
    expect(page.store.getState().training.records).toHaveLength(1);
    page.trainTo(9);
    expect(phase()).toBe('playing');
    expect(page.store.getState().training.records).toHaveLength(10);
  });

  it('says so when the loss is no longer a number', () => {
    page.runner.playOn();
    page.hear({ kind: 'diverged', generation: 1, epoch: 9 });
    expect(phase()).toBe('diverged');
    expect(page.store.getState().notices[0]?.text).toContain('epoch 9');
  });
});

describe('a change of a setting', () => {
  it('opens an untrained run again at once', async () => {
    await page.runner.takeEffect(withLayer(settings(), 0, defaultLayer('gcn', { width: 8 })));
    expect(page.runs.at(-1)?.model.layers[0]?.width).toBe(8);
  });

  it('moves the learning rate from the next epoch on, and records it in the timeline', async () => {
    page.runner.playOn();
    page.trainTo(40);
    await page.runner.takeEffect({ ...settings(), training: { ...settings().training, learningRate: 0.1 } });
    expect(page.asked.at(-1)).toBe('change {"learningRate":0.1}');
    expect(page.store.getState().run.timeline).toEqual([{ epoch: 40, change: { learningRate: 0.1 } }]);
  });

  it.each([
    ['a layer more', (run: RunSpec) => withLayerAdded(run)],
    ['an activation', (run: RunSpec) => withLayer(run, 0, defaultLayer('gcn', { activation: 'tanh' }))],
    ['a layer less', (run: RunSpec) => withLayerRemoved(run, 0)],
    ['a seed', (run: RunSpec) => ({ ...run, seed: 5 })],
    [
      'a setting that holds from the beginning',
      (run: RunSpec) => ({ ...run, training: { ...run.training, normaliseFeatures: false } }),
    ],
  ])('opens another run at epoch 0 at once, and keeps the trained one as it was: %s', async (_, change) => {
    page.runner.playOn();
    page.trainTo(10);
    const { run: before, training } = page.store.getState();
    const next = change(settings());
    const opening = page.runner.takeEffect(next);
    // From here on nothing on the page is of the run before it but the picture, until the new one is there.
    expect(page.store.getState()).toMatchObject({ run: next, training: { epoch: 0, records: [] } });
    expect(phase()).toBe('opening');
    await opening;
    expect(phase()).toBe('ready');
    expect(page.runs.at(-1)).toEqual(next);
    expect(page.asked).not.toContain('change');
    expect(page.store.getState().runs).toMatchObject([{ run: before, records: training.records }]);
  });

  it('opens another run where the open one is over, and one that is left untrained is not kept', async () => {
    page.runner.playOn();
    page.trainTo(200);
    page.stop(200);
    const moved = (learningRate: number) => ({
      ...settings(),
      training: { ...settings().training, learningRate },
    });
    await page.runner.takeEffect(moved(0.5));
    expect(page.store.getState()).toMatchObject({ run: { training: { learningRate: 0.5 }, timeline: [] } });
    expect(page.store.getState().training.epoch).toBe(0);
    await page.runner.takeEffect(moved(0.2));
    await page.runner.takeEffect({ ...settings(), seed: 3 });
    expect(page.store.getState().runs.map(({ records }) => records.length)).toEqual([201]);
  });

  it('loses nothing when a reset overtakes a live change', async () => {
    page.runner.playOn();
    page.trainTo(40);
    page.stop(40);
    const late = page.runner.takeEffect({
      ...settings(),
      training: { ...settings().training, learningRate: 0.1 },
    });
    const reset = page.runner.reset();
    await Promise.all([late, reset]);
    expect(phase()).toBe('ready');
    expect(page.store.getState().run.timeline).toEqual([]);
    expect(page.store.getState().run.training.learningRate).toBe(0.1);
  });

  it('makes a run that is over longer', async () => {
    page.runner.playOn();
    page.trainTo(200);
    page.stop(200);
    await page.runner.takeEffect({ ...settings(), training: { ...settings().training, epochs: 300 } });
    expect(phase()).toBe('paused');
    page.runner.playOn();
    expect(page.asked.at(-1)).toBe('play 300 60');
  });

  it('loads another set', async () => {
    await page.runner.takeEffect(defaultRun({ id: 'cora', labelling: null }));
    expect(page.loaded).toEqual(['cora']);
  });

  it('passes a change of pace on to a run that is going', () => {
    page.runner.playOn();
    page.store.setState({ view: { ...DEFAULT_VIEW, pace: null } });
    page.runner.paceChanged();
    expect(page.asked.at(-1)).toBe('pace Infinity');
    expect(epochsPerSecond(5, 200)).toBe(5);
  });

  it('starts another backend with the run at epoch 0', async () => {
    await page.runner.setBackend('cpu');
    expect(page.asked.slice(-2)).toEqual(['backend cpu', 'open']);
  });
});

describe('the layers of a model', () => {
  it('are one to eight', () => {
    let run = settings();
    for (let i = 0; i < 20; i++) run = withLayerAdded(run);
    expect(run.model.layers).toHaveLength(8);
    for (let i = 0; i < 20; i++) run = withLayerRemoved(run, 0);
    expect(run.model.layers).toHaveLength(1);
  });
});
