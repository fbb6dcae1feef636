/**
 * Spoils good files of every format and reads them: either a graph of which everything holds that must hold of a graph,
 * or a sentence that names the file. FUZZ_RUNS: how many for each format (1000). FUZZ_SEED: another sequence.
 */
import { assert, boolean, constantFrom, nat, property, record, type Arbitrary } from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PlaygroundError } from '../../../src/data/base/errors';
import { unwrapped } from '../../../src/data/formats/containers/unwrap';
import { packGraph } from '../../../src/data/formats/packed/packGraph';
import { unpackGraph } from '../../../src/data/formats/packed/unpackGraph';
import {
  IMPORT_LIMITS,
  NODE_JOINS,
  READINGS,
  type ImportFile,
  type RawGraph,
} from '../../../src/data/formats/rawGraph';
import { READERS, readerFor } from '../../../src/data/formats/readers';
import type { GraphData } from '../../../src/data/graph/graphData';
import { buildGraph } from '../../../src/data/import/buildGraph';
import { estimateFor } from '../../../src/data/import/estimate';
import { previewOf } from '../../../src/data/import/preview';
import { assertRawGraph } from './assertRawGraph';
import { GOOD_FILES, PACKED_FILES, type Drop } from './goodFiles';
import { mutations, type Mutation } from './mutations';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_121);
const LIMITS = { ...IMPORT_LIMITS, bytes: 2 * 2 ** 20, nodes: 5000, edges: 20_000, cell: 10_000 };

const isZip = ({ bytes }: ImportFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const apply = (steps: readonly Mutation[], bytes: Uint8Array, other: Uint8Array): Uint8Array =>
  steps.reduce((each, step) => step(each, other), bytes);

/** Checksums catch nearly every change to an archive: so that readers see damage, what lies inside is spoiled. */
function spoilInside(
  file: ImportFile,
  which: number,
  steps: readonly Mutation[],
  other: Uint8Array,
): ImportFile {
  const entries = unzipSync(file.bytes);
  const names = Object.keys(entries);
  const name = names[which % names.length];
  const spoiled = { ...entries, [name]: apply(steps, entries[name], other) };
  return { name: file.name, bytes: zipSync(spoiled, { level: 0 }) };
}

/** A file of a drop spoiled: its bytes or, of an archive, those of one of its entries. */
const spoiledDrops = (drops: readonly Drop[]): Arbitrary<Drop> =>
  record({
    drop: constantFrom(...drops),
    other: constantFrom(...drops.flat()),
    which: nat({ max: 63 }),
    inside: boolean(),
    steps: mutations,
  }).map(({ drop, other, which, inside, steps }) => {
    const k = which % drop.length;
    const file = drop[k];
    if (inside && isZip(file)) return drop.with(k, spoilInside(file, which, steps, other.bytes));
    return drop.with(k, { name: file.name, bytes: apply(steps, file.bytes, other.bytes) });
  });

/** As the page goes on: looked at, estimated, built with the answers that are filled in, and kept. */
function built(raw: RawGraph, files: Drop): GraphData | null {
  const { suggested } = previewOf(raw, files);
  try {
    estimateFor(raw, suggested);
    return buildGraph(raw, suggested, () => {});
  } catch (error) {
    if (error instanceof PlaygroundError) return null;
    throw error;
  }
}

/** Rows as somebody may ask for them, whatever they are. */
const asked = record(
  {
    reading: constantFrom(...READINGS),
    header: boolean(),
    source: constantFrom('column 1', 'column 3', 'source', 'Von', 'none such'),
    nodes: constantFrom(...NODE_JOINS),
  },
  { requiredKeys: [] },
);

/** As the worker does: unpacked, and read by the reader that knows what comes out. */
function unpackedAndRead(files: Drop): RawGraph {
  const unpacked = unwrapped(files, LIMITS);
  return readerFor(unpacked.files).read(unpacked.files, LIMITS);
}

/** What an attempt came to; anything but a sound graph or a sentence with a file's name is thrown on. */
function attempt(read: (files: Drop) => RawGraph, files: Drop): 'read' | 'refused' {
  for (const each of READERS) each.matches(files);
  try {
    const raw = read(files);
    assertRawGraph(raw, LIMITS);
    const graph = built(raw, files);
    // Reading back checks every number.
    if (graph) unpackGraph(packGraph(graph));
    return 'read';
  } catch (error) {
    if (!(error instanceof PlaygroundError)) throw error;
    // What gzip holds is called as the file without its last ending.
    const names = files.map(({ name }) => name.replace(/\.gz$/, ''));
    if (!names.some((name) => error.message.includes(name)))
      throw new Error(`a message that names no file of ${names.join(', ')}: ${error.message}`, {
        cause: error,
      });
    if (error.message.length > 2000)
      throw new Error(`a message of ${error.message.length} characters`, { cause: error });
    return 'refused';
  }
}

describe('files that were spoiled', () => {
  it('are there for every format, and good before', () => {
    expect(Object.keys(GOOD_FILES).sort()).toEqual(READERS.map(({ id }) => id).sort());
    for (const reader of READERS)
      for (const files of GOOD_FILES[reader.id] ?? []) assertRawGraph(reader.read(files, LIMITS), LIMITS);
  });

  it('would be noticed were they half read', () => {
    const reader = READERS.find(({ id }) => id === 'npz');
    const [files = []] = GOOD_FILES['npz'] ?? [];
    const graph = reader?.read(files, LIMITS);
    if (graph?.features?.kind !== 'sparse') throw new Error('expected a sample with sparse features');
    const { matrix } = graph.features;
    const sound = (changes: Partial<RawGraph>) => () => assertRawGraph({ ...graph, ...changes }, LIMITS);
    expect(sound({})).not.toThrow();
    const broken: Partial<RawGraph>[] = [
      { source: graph.source.map(() => 5) },
      { target: graph.target.map(() => -1) },
      { source: graph.source.slice(1) },
      { nodeIds: graph.nodeIds.map(() => 'a') },
      { nodeColumns: graph.nodeColumns.map(({ name, values }) => ({ name, values: values.slice(1) })) },
      { edgeColumns: [{ name: 'weight', values: [NaN, 1, 1, 1] }] },
      { labelColumn: 'no such column' },
      { splitColumn: 'class' },
      { positions: new Float32Array(9) },
      { features: { kind: 'sparse', matrix: { ...matrix, colIndex: matrix.colIndex.toReversed() } } },
      { features: { kind: 'dense', matrix: { ...matrix, values: new Float32Array(15).fill(NaN) } } },
      { features: { kind: 'identity', numCols: 4 } },
    ];
    for (const changes of broken) expect(sound(changes)).toThrow('a broken graph');
  });

  it(
    'are read or refused with a sentence: packed as .gz, .zip and .xlsx',
    { timeout: 60_000 + 50 * RUNS },
    () => {
      const outcomes = { read: 0, refused: 0 };
      assert(
        property(spoiledDrops(PACKED_FILES), (files) => {
          outcomes[attempt(unpackedAndRead, files)]++;
        }),
        { seed: SEED, numRuns: RUNS / 4 },
      );
      expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(RUNS / 200);
    },
  );

  for (const reader of READERS)
    it(`are read or refused with a sentence: ${reader.name}`, { timeout: 60_000 + 50 * RUNS }, () => {
      const outcomes = { read: 0, refused: 0 };
      assert(
        property(spoiledDrops(GOOD_FILES[reader.id] ?? []), (files) => {
          outcomes[attempt((drop) => reader.read(drop, LIMITS), files)]++;
        }),
        { seed: SEED, numRuns: RUNS },
      );
      // Were all of them refused, the first check of the reader would be all that was tested.
      expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(RUNS / 50);
    });

  it(
    'are read or refused with a sentence however their rows are asked for',
    { timeout: 60_000 + 50 * RUNS },
    () => {
      const reader = READERS.find(({ id }) => id === 'edgeList');
      if (!reader) throw new Error('expected a reader of rows');
      const outcomes = { read: 0, refused: 0 };
      assert(
        property(spoiledDrops(GOOD_FILES['edgeList'] ?? []), asked, (files, how) => {
          outcomes[attempt((drop) => reader.read(drop, LIMITS, how), files)]++;
        }),
        { seed: SEED, numRuns: RUNS },
      );
      expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(RUNS / 50);
    },
  );
});
