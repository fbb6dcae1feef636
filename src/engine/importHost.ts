/**
 * One import, worker side, testable without a worker: reads the files once, and keeps what is in them while the visitor
 * decides what it means.
 */
import { fail, messageOf, PlaygroundError } from '../data/base/errors';
import { packGraph } from '../data/formats/packed/packGraph';
import type { ImportFile, ImportLimits, RawGraph } from '../data/formats/rawGraph';
import { readerFor } from '../data/formats/readers';
import { buildGraph } from '../data/import/buildGraph';
import { estimateFor } from '../data/import/estimate';
import { previewOf } from '../data/import/preview';
import { fetchImport } from './fetchImport';
import type { ImportCalls, ImportEvent, ImportSource } from './protocol';
import type { Handlers } from './wire';

const PASTED = 'pasted text';

async function filesOf(
  source: ImportSource,
  limits: ImportLimits,
  report: (sentence: string) => void,
): Promise<readonly ImportFile[]> {
  if ('url' in source) return [await fetchImport(source.url, limits, report)];
  if ('text' in source) return [{ name: PASTED, bytes: new TextEncoder().encode(source.text) }];
  return Promise.all(source.files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })));
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // A folder, a file that has gone since, or one that may not be read.
    throw fail(
      file.name,
      `expected a file that can be read, got '${messageOf(error)}'`,
      'Choose it once more.',
    );
  }
}

/** What the machine says of its own limits, as a sentence. */
function explained(error: unknown, what: string): Error {
  if (error instanceof PlaygroundError) return error;
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return fail(what, 'expected a shallower file, got one nested too deeply to be read');
  if (error instanceof RangeError)
    return fail(
      what,
      `expected what this tab has memory for, got '${error.message}'`,
      'Take a part of the graph first, for instance in Gephi or NetworkX.',
    );
  return fail(what, `expected to read it, got '${messageOf(error)}'`, 'The file may be damaged.');
}

export function importHost(tell: (event: ImportEvent) => void): Handlers<ImportCalls> {
  let raw: RawGraph | null = null;
  let what = 'import';

  const report = (sentence: string) => tell({ kind: 'progress', sentence, isFetching: false });

  const read = (): RawGraph => {
    if (!raw) throw fail('import', 'expected files that were read, found none');
    return raw;
  };

  const saidWell = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explained(error, what);
    }
  };

  return {
    read: ({ source, limits }) =>
      saidWell(async () => {
        const files = await filesOf(source, limits, (sentence) =>
          tell({ kind: 'progress', sentence, isFetching: true }),
        );
        what = files.map(({ name }) => name).join(', ');
        const reader = readerFor(files);
        report(`Reading ${what} as ${reader.name}`);
        raw = reader.read(files, limits);
        report('Counting');
        return previewOf(raw, files);
      }),
    estimate: ({ answers }) => saidWell(() => estimateFor(read(), answers)),
    build: ({ answers }) =>
      saidWell(() => {
        const graph = buildGraph(read(), answers, report);
        report('Packing');
        return { graph, packed: packGraph(graph) };
      }),
  };
}
