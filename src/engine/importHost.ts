/**
 * One import, worker side, testable without a worker: reads the files once, and keeps what is in them while the visitor
 * decides what it means.
 */
import { fail } from '../data/base/errors';
import { unwrapped } from '../data/formats/containers/unwrap';
import type { ImportFile, ImportLimits, RawGraph, TableAnswers } from '../data/formats/rawGraph';
import { refuseEmpty } from '../data/formats/refused';
import { readerFor } from '../data/formats/readers';
import type { Preview } from '../data/import/answers';
import { buildGraph } from '../data/import/buildGraph';
import { estimateFor } from '../data/import/estimate';
import { openScene } from '../data/import/openScene';
import { ownSet } from '../data/import/ownSet';
import { previewOf } from '../data/import/preview';
import { sourceName } from '../data/import/sourceName';
import { fetchImport } from './fetchImport';
import { bytesOf, explained } from './fileReading';
import type { ImportCalls, ImportEvent, ImportSource } from './protocol';
import type { Handlers } from './wire';

const PASTED = 'pasted text';

async function filesOf(
  source: ImportSource,
  limits: ImportLimits,
  report: (sentence: string) => void,
  onPassedOn: () => void,
): Promise<readonly ImportFile[]> {
  if ('url' in source) {
    const { url, follows } = source;
    return [await fetchImport(url, limits, report, { follows, onPassedOn })];
  }
  if ('text' in source) return [{ name: PASTED, bytes: new TextEncoder().encode(source.text) }];
  return Promise.all(source.files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })));
}

export function importHost(tell: (event: ImportEvent) => void): Handlers<ImportCalls> {
  let raw: RawGraph | null = null;
  let reread: ((table: Partial<TableAnswers>) => Preview) | null = null;
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
        const files = await filesOf(
          source,
          limits,
          (sentence) => tell({ kind: 'progress', sentence, isFetching: true }),
          () => tell({ kind: 'passesOn' }),
        );
        what = sourceName(files.map(({ name }) => name));
        report(`Opening ${what}`);
        const unpacked = unwrapped(files, limits);
        refuseEmpty(unpacked.files);
        const reader = readerFor(unpacked.files);
        report(`Reading ${what} as ${reader.name}`);
        const again = (table: Partial<TableAnswers> | undefined): Preview => {
          const graph = reader.read(unpacked.files, limits, table);
          raw = { ...graph, remarks: [...unpacked.remarks, ...graph.remarks] };
          report('Counting');
          return previewOf(raw, files);
        };
        const preview = again(source.table);
        // Files are kept only where their rows can be taken otherwise.
        reread = preview.table ? again : null;
        return preview;
      }),
    reread: ({ table }) =>
      saidWell(() => {
        if (!reread) throw fail('import', 'expected a file of rows, found none');
        return reread(table);
      }),
    estimate: ({ answers }) => saidWell(() => estimateFor(read(), answers)),
    build: ({ answers }) =>
      saidWell(() => {
        const graph = buildGraph(read(), answers, report);
        report('Packing');
        return ownSet(graph, what);
      }),
    scene: ({ file, limits }) =>
      saidWell(async () => {
        what = file.name;
        report(`Reading ${what}`);
        return openScene({ name: what, bytes: await bytesOf(file) }, limits, report);
      }),
  };
}
