import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Estimate, ImportAnswers, Preview } from '../../../src/data/import/answers';
import { ownSet, type OwnSet } from '../../../src/data/import/ownSet';
import type { TableAnswers, TableFacts } from '../../../src/data/formats/rawGraph';
import { karate } from '../../../src/data/generators/karate';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import type { Import, ImportSource } from '../../../src/engine/importing';
import { createContext } from '../../../src/ui/app/context';
import { createImporting } from '../../../src/ui/app/importing';
import { parseAddress, type ParsedScene } from '../../../src/ui/state/address/parse';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

const BASE = 'https://page.example/gnn/';

const answers: ImportAnswers = {
  name: 'mine',
  directions: 'undirected',
  weight: null,
  repeated: 'one',
  selfLoops: 'remove',
  type: null,
  label: null,
  names: null,
  features: { kind: 'degree' },
  split: { kind: 'shares', train: 0.6, val: 0.2 },
  seed: 0,
  places: 'new',
  sample: null,
};
const preview: Preview = {
  format: 'edge list',
  files: ['mine.csv'],
  bytes: 100,
  counts: { nodes: 34, edges: 78, selfLoops: 0, duplicates: 0, components: 1, isolated: 0 },
  directed: null,
  reciprocal: 0,
  nodeColumns: [{ name: 'club', suggests: 'category', distinct: 2, missing: 0, examples: ['a', 'b'] }],
  edgeColumns: [],
  weightColumns: [],
  matrixColumns: null,
  hasPositions: false,
  table: null,
  remarks: [],
  suggested: answers,
};
const estimateOf = (warning: string): Estimate => ({
  nodes: 34,
  edges: 78,
  messages: 156,
  features: 18,
  entries: 34,
  classes: [],
  types: [],
  split: { train: 0, val: 0, test: 0 },
  model: 'GCN',
  runBytes: 1000,
  epochMs: 1,
  warnings: [warning],
});
const built: OwnSet = ownSet(karate(null), 'mine.csv');

/** Promises that the test settles, in the order in which they were made. */
function later<T>() {
  const waiting: { resolve: (value: T) => void; reject: (error: Error) => void }[] = [];
  const ask = () => new Promise<T>((resolve, reject) => waiting.push({ resolve, reject }));
  return { ask, waiting };
}

function setUp() {
  const store = createAppStore({
    run: defaultRun({ id: 'karate', labelling: null }),
    view: DEFAULT_VIEW,
    descriptor: descriptorOf('karate'),
    secure: true,
  });
  const sources: ImportSource[] = [];
  const cancelled: (number | string)[] = [];
  const previews = later<Preview>();
  const estimates = later<Estimate>();
  const builds = later<OwnSet>();
  const asked: ImportAnswers[] = [];
  const tables: Partial<TableAnswers>[] = [];
  const dead = new Set<number>();
  /** Imports that ended because the host passes on. */
  const passing = new Set<number>();
  const loaded: string[] = [];
  const known: string[] = [];
  /** Scene files that were begun, and the epochs of the scenes that came of them. */
  const files: string[] = [];
  const scenes: number[] = [];
  const reads = later<ParsedScene>();
  let tell: (sentence: string) => void = () => {};
  const importing = createImporting(createContext(store), {
    own: { add: () => ({ id: 'own-0123456789abcdef', labelling: null }) },
    load: async ({ id }) => void loaded.push(id),
    showKnown: (id) => void known.push(id),
    openScene: async ({ epoch }) => void scenes.push(epoch),
    read: ({ name }, onProgress) => {
      files.push(name);
      tell = onProgress;
      return { result: reads.ask(), cancel: () => void cancelled.push(name) };
    },
    base: BASE,
    begin: (source): Import => {
      const number = sources.push(source) - 1;
      return {
        preview: previews.ask(),
        estimate: (wanted) => {
          asked.push(wanted);
          return estimates.ask();
        },
        reread: (table) => {
          tables.push(table);
          return previews.ask();
        },
        build: () => builds.ask(),
        cancel: () => void cancelled.push(number),
        isAlive: () => !dead.has(number),
        passesOn: () => passing.has(number),
      };
    },
  });
  return {
    store,
    importing,
    sources,
    cancelled,
    dead,
    passing,
    previews,
    estimates,
    builds,
    asked,
    tables,
    loaded,
    known,
    files,
    scenes,
    reads,
    tell: (sentence: string) => tell(sentence),
    shown: () => store.getState().importing,
  };
}

const lesson = new File([''], 'lesson.gnnscene');
const parsed = parseAddress('#data=karate&epoch=12');
const csv = new File(['a,b'], 'mine.csv');
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('opening a graph', () => {
  let at = setUp();
  beforeEach(() => {
    at = setUp();
  });

  const previewed = async () => {
    at.importing.files([csv]);
    at.previews.waiting.at(-1)!.resolve(preview);
    await settled();
  };

  it('goes from the file over its preview to the graph on the page', async () => {
    at.importing.files([csv]);
    expect(at.shown()).toMatchObject({ kind: 'reading', what: 'mine.csv' });
    expect(at.store.getState().dialog).toBe('open');
    at.previews.waiting[0]!.resolve(preview);
    await settled();
    expect(at.shown()).toMatchObject({ kind: 'preview', answers, estimate: null });
    at.estimates.waiting[0]!.resolve(estimateOf('first'));
    await settled();
    expect(at.shown()).toMatchObject({ estimate: { warnings: ['first'] } });
    at.importing.accept();
    expect(at.shown()?.kind).toBe('building');
    expect(at.loaded).toEqual([]);
    at.builds.waiting[0]!.resolve(built);
    await settled();
    expect(at.loaded).toEqual(['own-0123456789abcdef']);
    expect(at.shown()).toBeNull();
    expect(at.store.getState().dialog).toBeNull();
    // The worker's work is over.
    expect(at.cancelled).toEqual([0]);
  });

  it('is ended by a cancel at any time, and nothing comes of what was under way', async () => {
    at.importing.files([csv]);
    at.importing.cancel();
    at.previews.waiting[0]!.resolve(preview);
    await settled();
    expect(at.shown()).toBeNull();
    await previewed();
    at.importing.accept();
    at.importing.cancel();
    at.builds.waiting[0]!.resolve(built);
    await settled();
    expect(at.shown()).toBeNull();
    expect(at.loaded).toEqual([]);
    expect(at.cancelled).toEqual([0, 1]);
  });

  it('gives way to a newer file', async () => {
    at.importing.files([csv]);
    at.importing.files([new File(['{}'], 'newer.json')]);
    expect(at.cancelled).toEqual([0]);
    at.previews.waiting[0]!.resolve(preview);
    await settled();
    expect(at.shown()).toMatchObject({ kind: 'reading', what: 'newer.json' });
  });

  it('says what is wrong with a file', async () => {
    at.importing.files([csv]);
    at.previews.waiting[0]!.reject(new Error('mine.csv, line 3: expected 2 cells, got 5.'));
    await settled();
    expect(at.shown()).toEqual({
      kind: 'failed',
      what: 'mine.csv',
      message: 'mine.csv, line 3: expected 2 cells, got 5.',
    });
    expect(at.loaded).toEqual([]);
  });

  it('asks for one estimate at a time, and for the last answers in the end', async () => {
    await previewed();
    at.importing.answer({ features: { kind: 'identity' } });
    at.importing.answer({ features: { kind: 'constant' } });
    expect(at.asked).toHaveLength(1);
    at.estimates.waiting[0]!.resolve(estimateOf('too late'));
    await settled();
    expect(at.asked.map(({ features }) => features.kind)).toEqual(['degree', 'constant']);
    expect(at.shown()).toMatchObject({ estimate: null });
    at.estimates.waiting[1]!.resolve(estimateOf('right'));
    await settled();
    expect(at.shown()).toMatchObject({ estimate: { warnings: ['right'] } });
  });

  it('keeps the preview where the answers do not fit, and opens nothing', async () => {
    await previewed();
    at.importing.answer({ label: 'no such column' });
    expect(at.shown()).toMatchObject({ kind: 'preview', problem: expect.stringContaining('no such column') });
    at.importing.accept();
    await settled();
    expect(at.shown()?.kind).toBe('preview');
    expect(at.loaded).toEqual([]);
    at.importing.answer({ label: 'club' });
    expect(at.shown()).toMatchObject({ problem: null });
  });

  const table: TableFacts = {
    taken: { reading: 'adjacency', header: false, source: null, target: null, nodes: null },
    readings: ['adjacency', 'edges'],
    columns: [],
    joins: [],
  };
  const asEdges: TableFacts = {
    ...table,
    taken: { ...table.taken, reading: 'edges', source: 'column 1', target: 'column 2' },
    columns: ['column 1', 'column 2', 'column 3'],
  };

  it('reads the file anew where its rows are taken otherwise, and opens nothing meanwhile', async () => {
    at.importing.files([csv]);
    at.previews.waiting[0]!.resolve({ ...preview, table });
    await settled();
    at.importing.answer({ name: 'my own name', label: 'club' });
    at.importing.table({ reading: 'edges' });
    // What was said of columns is void with the reading.
    expect(at.tables).toEqual([{ reading: 'edges', header: false }]);
    expect(at.shown()).toMatchObject({ isRereading: true, estimate: null });
    at.importing.accept();
    at.importing.answer({ label: null });
    await settled();
    expect(at.shown()).toMatchObject({ kind: 'preview', isRereading: true, answers: { label: 'club' } });
    const other = { ...preview, format: 'as edges', table: asEdges };
    at.previews.waiting[1]!.resolve(other);
    await settled();
    expect(at.shown()).toMatchObject({
      isRereading: false,
      preview: { format: 'as edges' },
      answers: { name: 'my own name', label: null },
    });
    at.importing.table({ target: 'column 3' });
    expect(at.tables[1]).toEqual({ ...asEdges.taken, target: 'column 3' });
    at.previews.waiting[2]!.reject(new Error('expected two different columns'));
    await settled();
    expect(at.shown()).toMatchObject({
      isRereading: false,
      problem: 'expected two different columns',
      preview: { table: asEdges },
    });
  });

  it('goes back to the preview where building fails, and gives up where the worker is gone', async () => {
    await previewed();
    at.importing.accept();
    at.builds.waiting[0]!.reject(new Error('one class is empty'));
    await settled();
    expect(at.shown()).toMatchObject({ kind: 'preview', problem: 'one class is empty' });
    at.importing.answer({ label: null });
    at.importing.accept();
    at.dead.add(0);
    at.builds.waiting[1]!.reject(new Error('60 seconds are over'));
    await settled();
    expect(at.shown()).toMatchObject({ kind: 'failed', message: '60 seconds are over' });
  });

  it('asks before it fetches an address that came with a link, but not of its own host', async () => {
    at.importing.offer('https://other.example/graph.csv');
    expect(at.shown()).toEqual({
      kind: 'asking',
      what: 'https://other.example/graph.csv',
      host: 'other.example',
    });
    expect(at.sources).toEqual([]);
    at.importing.accept();
    expect(at.sources).toEqual([{ url: 'https://other.example/graph.csv', follows: false }]);
    at.importing.offer('graphs/mine.csv');
    expect(at.sources[1]).toEqual({ url: 'https://page.example/gnn/graphs/mine.csv', follows: false });
  });

  it('asks again where a host passes on to another address, its own host included', async () => {
    at.importing.offer('graphs/mine.csv');
    at.passing.add(0);
    at.previews.waiting[0]!.reject(new Error('passing on'));
    await settled();
    const asked = { kind: 'asking', what: 'https://page.example/gnn/graphs/mine.csv', host: 'page.example' };
    expect(at.shown()).toEqual({ ...asked, passesOn: true });
    expect(at.sources).toHaveLength(1);
    at.importing.accept();
    expect(at.sources[1]).toEqual({ url: asked.what, follows: true });
  });

  it('asks before the large graph of a link is unpacked; nothing comes of it where it is not wanted', async () => {
    const large = { nodes: 500_000, bytes: 600_000, file: new Uint8Array(3) };
    const declined = at.importing.link(large);
    expect(at.shown()).toEqual({ kind: 'large', what: 'The link', nodes: 500_000 });
    expect(at.files).toEqual([]);
    at.importing.cancel();
    expect(await declined).toBeNull();

    const cancelled = at.importing.link(large);
    at.importing.accept();
    expect(at.files).toEqual(['The link']);
    expect(at.shown()).toMatchObject({ kind: 'reading', what: 'The link' });
    at.importing.cancel();
    at.reads.waiting[0]!.reject(new Error('cancelled'));
    expect(await cancelled).toBeNull();

    const wanted = at.importing.link(large);
    at.importing.accept();
    at.reads.waiting[1]!.resolve(parsed);
    expect((await wanted)?.epoch).toBe(12);
    expect(at.shown()).toBeNull();
  });

  it('says why an address is refused', () => {
    at.importing.address('http://other.example/graph.csv');
    expect(at.shown()).toMatchObject({ kind: 'failed', message: expect.stringContaining('https:') });
    expect(at.sources).toEqual([]);
  });

  it('hands the files of sets on offer and of scenes to those who know them', () => {
    at.importing.files([new File([''], 'ind.cora.x'), new File([''], 'ind.cora.graph')]);
    at.importing.files([new File([''], 'lesson.gnnscene')]);
    at.importing.files([new File([''], 'ind.mine.x')]);
    expect(at.known).toEqual(['cora']);
    expect(at.files).toEqual(['lesson.gnnscene']);
    expect(at.sources).toHaveLength(1);
  });

  it('opens nothing where the sender of the page locked its data set, and says so', () => {
    at.store.setState(({ view }) => ({ view: { ...view, locked: ['data'] } }));
    at.importing.files([csv]);
    at.importing.text('a,b');
    at.importing.offer('https://other.example/graph.csv');
    expect(at.sources).toEqual([]);
    expect(at.shown()).toBeNull();
    expect(at.store.getState().notices).toHaveLength(1);
    at.importing.files([lesson]);
    expect(at.files).toEqual(['lesson.gnnscene']);
  });

  it('reads a scene file where other files are read, and shows what came of it', async () => {
    at.importing.files([lesson]);
    expect(at.store.getState().dialog).toBe('open');
    expect(at.shown()).toMatchObject({ kind: 'reading', what: 'lesson.gnnscene' });
    at.tell('Unpacking lesson.gnnscene');
    expect(at.shown()).toMatchObject({ sentence: 'Unpacking lesson.gnnscene' });
    expect(at.scenes).toEqual([]);
    at.reads.waiting[0]!.resolve({ ...parsed, problems: ['one thing was left out.'] });
    await settled();
    expect(at.scenes).toEqual([12]);
    expect(at.shown()).toBeNull();
    expect(at.store.getState().dialog).toBeNull();
    expect(at.store.getState().notices).toEqual([
      expect.objectContaining({ tone: 'warning', text: 'In lesson.gnnscene: one thing was left out.' }),
    ]);
  });

  it('opens nothing of a scene file that was cancelled, or that something newer came after', async () => {
    at.importing.files([lesson]);
    at.importing.cancel();
    expect(at.cancelled).toEqual(['lesson.gnnscene']);
    expect(at.shown()).toBeNull();
    at.reads.waiting[0]!.resolve(parsed);
    at.importing.files([lesson]);
    at.importing.files([csv]);
    at.tell('too late');
    expect(at.shown()).toMatchObject({ kind: 'reading', what: 'mine.csv', sentence: 'Reading mine.csv' });
    at.reads.waiting[1]!.reject(new Error('import: cancelled.'));
    await settled();
    expect(at.cancelled).toEqual(['lesson.gnnscene', 'lesson.gnnscene']);
    expect(at.shown()).toMatchObject({ kind: 'reading', what: 'mine.csv' });
    expect(at.scenes).toEqual([]);
  });

  it('says what is wrong with a scene file, and leaves the page as it is', async () => {
    at.importing.files([lesson]);
    at.reads.waiting[0]!.reject(new Error('lesson.gnnscene: expected a scene as it was written.'));
    await settled();
    expect(at.shown()).toEqual({
      kind: 'failed',
      what: 'lesson.gnnscene',
      message: 'lesson.gnnscene: expected a scene as it was written.',
    });
    expect(at.scenes).toEqual([]);
  });

  it('opens a scene file for the console, too', async () => {
    const opening = at.importing.open({ files: [lesson] }, {});
    expect(at.store.getState().dialog).toBeNull();
    at.reads.waiting[0]!.resolve(parsed);
    await opening;
    expect(at.scenes).toEqual([12]);
    const refused = at.importing.open({ files: [lesson] }, {});
    at.reads.waiting[1]!.reject(new Error('lesson.gnnscene: damaged.'));
    await expect(refused).rejects.toThrow('lesson.gnnscene: damaged');
    expect(at.shown()).toBeNull();
  });

  it('opens in one go for the console, without a dialog', async () => {
    const done = vi.fn();
    const opening = at.importing.open({ text: 'a,b' }, { name: 'named' }).then(done);
    at.previews.waiting[0]!.resolve(preview);
    await settled();
    expect(at.asked.at(-1)?.name).toBe('named');
    expect(at.store.getState().dialog).toBeNull();
    at.builds.waiting[0]!.resolve(built);
    await opening;
    expect(done).toHaveBeenCalledOnce();
    expect(at.loaded).toHaveLength(1);
    const refused = at.importing.open({ text: 'a,b' }, { label: 'no such column' });
    at.previews.waiting[1]!.resolve(preview);
    await expect(refused).rejects.toThrow('no such column');
    expect(at.shown()).toBeNull();
  });
});
