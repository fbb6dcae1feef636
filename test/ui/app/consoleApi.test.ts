import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PlaygroundError } from '../../../src/data/base/errors';
import { karate } from '../../../src/data/generators/karate';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS } from '../../../src/data/run/edits';
import { mustTrainOn } from '../../../src/data/run/models';
import type { RunSpec } from '../../../src/data/run/runSpec';
import { createPlayground } from '../../../src/ui/app/api';
import type { Wiring } from '../../../src/ui/app/wiring';
import type { Playground } from '../../../src/ui/app/playground';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW, type ViewSpec } from '../../../src/ui/state/viewSpec';
import { exportAs } from '../../../src/ui/app/exporting';
import { recordOf } from '../../records';

vi.stubGlobal('location', { origin: 'https://school.example', pathname: '/' });
vi.stubGlobal('document', { baseURI: 'https://school.example/' });

const graph = karate(null);
const accuracy = { train: 1, val: null, test: null, all: 1 };
const matrix = { numRows: 34, numCols: 2, values: new Float32Array(68) };

/** Karate Club with an untrained run, and parts that do nothing: what is left is what the functions check. */
function setUp() {
  const run = defaultRun({ id: 'karate', labelling: null });
  const descriptor = descriptorOf('karate');
  const store = createAppStore({ run, view: DEFAULT_VIEW, descriptor, secure: true });
  store.setState(({ training }) => ({
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
      info: { name: 'cpu', reason: '', adapter: null, isSoftwareAdapter: false },
    },
    training: {
      ...training,
      phase: 'ready',
      records: [recordOf(accuracy)],
      layers: [
        { id: 'x', label: 'X', kind: 'input', numRows: 34, numCols: 34 },
        { id: 'z', label: 'Z', kind: 'output', numRows: 34, numCols: 2 },
      ],
    },
  }));
  const done = vi.fn(() => Promise.resolve());
  const seed = { seed: 0, records: store.getState().training.records, diverged: false };
  const opened = vi.fn(() => Promise.resolve());
  const play = vi.fn();
  const started = vi.fn(() => Promise.resolve([seed]));
  const parts = {
    actions: {
      exportAs: (kind: never) => exportAs(kind, { state: store.getState, engine: never }),
      python: () => Promise.resolve({ script: '' }),
      // What is projected is there at once.
      setView: ({ layer = 'z', method = 'umap', pictureSeed = 0 }: Partial<ViewSpec>) =>
        store.setState({
          projection: {
            kind: 'points',
            layer,
            method: method === 'axes' && layer !== 'z' ? 'pca' : method,
            seed: pictureSeed,
            epoch: 0,
            positions: new Float32Array(68),
            settled: true,
            progress: 1,
            caveats: [],
            fidelity: null,
            ms: 0,
          },
        }),
    },
    engine: {
      number: () => 1,
      pause: () => Promise.resolve({ epoch: 0 }),
      explain: done,
      activations: () => Promise.resolve({ epoch: 0, activations: { kind: 'dense', matrix } }),
      influence: done,
      pair: done,
      baselines: done,
      nearest: () => Promise.resolve({ epoch: 0, nodes: new Int32Array(0), distances: new Float32Array(0) }),
      keyframes: () => ({ epochs: [], bytes: 0, budget: 0 }),
      pending: () => 0,
      memory: done,
      loseDevice: done,
    },
    runner: { play, reset: done, seek: done, setBackend: done },
    repeats: { start: started },
    comparing: { start: () => Promise.resolve({ layer: 'z', first: {}, second: {} }) },
    load: opened,
    importing: () => Promise.resolve({ open: opened }),
    forget: done,
    mustTrain: (next: RunSpec) =>
      mustTrainOn(next, 'it', {
        edges: 78,
        classes: store.getState().graph!.base.labelling.classNames.length,
      }),
    changeSettings: opened,
    startWith: opened,
    undo: done,
    redo: done,
  };
  // Of the whole wiring, what the console calls.
  const playground = createPlayground(store, parts as unknown as Wiring, Promise.resolve());
  return { store, playground, opened, play, started };
}
const never = { activations: () => Promise.reject(new Error()), weights: () => Promise.reject(new Error()) };

let page: ReturnType<typeof setUp>;
beforeEach(() => {
  page = setUp();
});

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;

const FUNCTIONS = [
  'load',
  'configure',
  'setBackend',
  'train',
  'seek',
  'seeds',
  'edit',
  'trace',
  'embedding',
  'project',
  'neighbours',
  'influence',
  'pair',
  'compare',
  'scene',
  'link',
  'open',
  'exportAs',
  'on',
] as const satisfies readonly (keyof Playground)[];

const words = fc.constantFrom('karate', 'gcn', 'z', 'umap', 'epochs', 'auto', '__proto__', 'constructor');
const odd = fc.oneof(
  fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true, withMap: true }),
  fc.constantFrom<unknown>(cyclic, [cyclic], null, undefined, 5n, Number.NaN, -1, Symbol('x'), () => {}),
  words,
  fc.integer({ min: -2, max: 40 }),
  // Options with names that mean something, and values that do not.
  fc.dictionary(
    fc.constantFrom('epochs', 'seed', 'model', 'training', 'labels', 'method', 'k', 'nodes', 'text', 'label'),
    fc.oneof(fc.anything({ withBigInt: true }), fc.constantFrom<unknown>(cyclic, null, 7n), words),
  ),
);

/** What a call comes to: its error, whether it was thrown or rejected; null where there was none. */
async function outcome(name: keyof Playground, values: readonly unknown[]): Promise<unknown> {
  try {
    await Reflect.apply(page.playground[name] as () => unknown, undefined, values);
    return null;
  } catch (error) {
    return error;
  }
}

describe('a function of the console', () => {
  it.each(FUNCTIONS)('%s says what it expected and found, whatever it is given', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { maxLength: 3 }), async (values) => {
        const error = await outcome(name, values);
        if (error === null) return;
        expect(error).toBeInstanceOf(PlaygroundError);
        expect(String(error)).toMatch(/expected .*(got|found) /s);
      }),
      { numRuns: 150 },
    );
  });

  it.each<[keyof Playground, readonly unknown[], RegExp]>([
    ['on', ['constructor', () => {}], /playground\.on: expected one of epoch, phase, projection, got/],
    ['on', ['__proto__', () => {}], /expected one of epoch/],
    ['on', ['toString', () => {}], /expected one of epoch/],
    ['on', ['epoch', 5n], /expected a function as listener, got 5n/],
    ['load', [cyclic], /playground\.load: expected one of karate, .*got an object/],
    ['load', ['karate', null], /expected an object of options, got null/],
    ['train', [{ epochs: 5n }], /expected a whole number from 1 to 100000, got 5n/],
    ['train', [{ epoch: 5 }], /expected options epochs, got 'epoch'/],
    ['configure', [{ seed: null }], /playground\.configure: seed: expected a whole number .*got null/],
    ['configure', [{ training: { learningRate: '0.1' } }], /learningRate: expected a number .*got '0\.1'/],
    ['configure', [{ task: 'regression' }], /playground\.configure: task\.id: expected one of node/],
    [
      'configure',
      [{ task: { id: 'linkPrediction', decoder: 'sum' } }],
      /configure: task\.decoder: expected one of dot/,
    ],
    ['pair', [0, 34], /playground\.pair: b: expected a whole number from 0 to 33, got 34/],
    ['configure', [{ model: 'transformer' }], /playground\.configure: model: expected one of gcn/],
    ['seeds', [Array.from({ length: 1001 }, (_, k) => k)], /a list of 1 to 1000 seeds, got a list of 1001/],
    ['seeds', [[cyclic]], /seeds\[0\]: expected a whole number/],
    ['project', ['z', { metod: 'pca' }], /expected options method, seed, got 'metod'/],
    ['neighbours', [1, null], /expected an object of options, got null/],
    ['open', ['1,2', { text: 'yes' }], /playground\.open: text: expected true or false, got 'yes'/],
    ['open', ['https://a.example/g', { follows: 1 }], /follows: expected true or false, got 1/],
    ['edit', [{ addEdge: cyclic }], /expected two nodes as \[a, b\], got an object/],
    ['edit', [{ addNode: undefined }], /edit: addNode: expected a value, got undefined/],
    ['edit', [{ removeNode: undefined }], /edit: removeNode: expected a value, got undefined/],
    ['edit', [{ addNode: [] }], /expected \{ x, y \}, got a list of 0/],
    ['exportAs', [cyclic], /expected one of embedding\.csv, .*got an object/],
  ])('%s refuses what does not fit, by name: case %#', async (name, values, message) => {
    expect(String(await outcome(name, values))).toMatch(message);
    expect(page.opened).not.toHaveBeenCalled();
  });

  it('is among those that are tried with odd values, where it takes any', () => {
    const taking = Object.entries(page.playground).flatMap(([name, value]) =>
      typeof value === 'function' && value.length > 0 ? [name] : [],
    );
    expect(taking.filter((name) => !FUNCTIONS.some((each) => each === name))).toEqual([]);
  });

  it('open follows no host that passes on before it is told to', async () => {
    await page.playground.open('https://a.example/g.csv');
    await page.playground.open('https://a.example/g.csv', { follows: true, name: 'mine' });
    expect(page.opened.mock.calls).toEqual([
      [{ url: 'https://a.example/g.csv', follows: false }, {}],
      [{ url: 'https://a.example/g.csv', follows: true }, { name: 'mine' }],
    ]);
  });

  it('checks what is asked of the run when its turn comes', async () => {
    const { playground, store } = page;
    const records = [0, 1, 2, 3].map((epoch) => recordOf(accuracy, { epoch }));
    // What the call before it leads to is not there yet when the next one is made.
    page.opened.mockImplementation(() => {
      store.setState(({ training }) => ({
        training: {
          ...training,
          records,
          layers: [...training.layers, { id: 'h2', label: 'H²', kind: 'hidden', numRows: 34, numCols: 4 }],
        },
      }));
      return Promise.resolve();
    });
    const settled = await Promise.all([
      playground.configure({ seed: 4 }),
      playground.seek(3),
      playground.project('h2', { method: 'pca' }),
    ]);
    expect(settled[1].epoch).toBe(3);
    expect(settled[2].layer).toBe('h2');
    expect(String(await outcome('seek', [4]))).toMatch(
      /expected an epoch that the run has been at, 0 to 3, got 4/,
    );
  });

  it('pause ends the training that was asked for before it, also where its turn has not come', async () => {
    const { playground, play } = page;
    const [result] = await Promise.all([
      playground.train({ epochs: 10_000 }),
      playground.pause(),
      playground.pause(),
      playground.reset(),
    ]);
    expect(result.epoch).toBe(0);
    expect(play).not.toHaveBeenCalled();
  });

  it('seeds waits its turn, and trains what was configured before it', async () => {
    const { playground, opened, started } = page;
    await Promise.all([playground.load('synthetic'), playground.seeds([1]), playground.load('karate')]);
    const order = [opened, started].flatMap((each) => each.mock.invocationCallOrder);
    const [first, last, seeds] = order;
    expect([first, seeds, last]).toEqual(order.toSorted((a, b) => a! - b!));
  });

  it('refuses a model that the graph cannot be trained with', async () => {
    const labelling = { ...graph.labelling, classNames: [] };
    const unlabelled = { ...graph, labelling };
    page.store.setState(({ graph: shown }) => ({ graph: shown && { ...shown, base: unlabelled } }));
    expect(String(await outcome('configure', [{ model: 'gcn' }]))).toMatch(
      /expected a graph with classes for GCN, .*Choose Node2Vec/,
    );
    expect(page.opened).not.toHaveBeenCalled();
  });

  it.each<keyof Playground>(['train', 'step'])(
    '%s settles where the run could not be opened',
    async (name) => {
      page.store.setState(({ training }) => ({
        training: { ...training, phase: 'failed', error: 'no memory is left.' },
      }));
      expect(String(await outcome(name, []))).toMatch(
        /expected a run on a graph, found none: no memory is left\. Load a data set/,
      );
    },
  );
});
