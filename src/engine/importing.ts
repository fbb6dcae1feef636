/**
 * The page's side of the import worker: one worker per import, which ends with it. The limit of seconds is kept here,
 * because a worker that hangs cannot keep it.
 */
import { fail } from '../data/base/errors';
import type { ImportLimits, TableAnswers } from '../data/formats/rawGraph';
import type { Estimate, ImportAnswers, Preview } from '../data/import/answers';
import type { OpenedScene } from '../data/import/openScene';
import type { OwnSet } from '../data/import/ownSet';
import { blobWorker } from './blobWorker';
import importWorker from './import.worker.ts?worker&url';
import type { ImportCalls, ImportEvent, ImportSource } from './protocol';
import type { Job } from './sources';
import { connect, type Line } from './wire';

export type { ImportSource } from './protocol';

/** An import between its first byte and its graph. */
export interface Import {
  readonly preview: Promise<Preview>;
  /** What the file holds with its rows taken otherwise; the answers are then those of this preview. */
  reread(table: Partial<TableAnswers>): Promise<Preview>;
  estimate(answers: ImportAnswers): Promise<Estimate>;
  build(answers: ImportAnswers): Promise<OwnSet>;
  /** Ends it: whatever is waited for rejects. */
  cancel(): void;
  /** Whether it can still be asked: not after a cancel, a crash or too many seconds. */
  isAlive(): boolean;
  /** Whether it ended because the host passes on to another address. */
  passesOn(): boolean;
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;

const SMALLER = 'Take a part of the graph first, for instance in Gephi or NetworkX.';

/** Checked before a byte is read. */
function checkSize(source: ImportSource, limits: ImportLimits): void {
  const size =
    'files' in source
      ? source.files.reduce((sum, file) => sum + file.size, 0)
      : 'text' in source
        ? source.text.length
        : 0;
  if (size > limits.bytes)
    throw fail(
      'files' in source ? source.files.map(({ name }) => name).join(', ') : 'pasted text',
      `expected at most ${megabytes(limits.bytes)}, got ${megabytes(size)}`,
      SMALLER,
    );
}

interface Opened {
  readonly line: Line<ImportCalls>;
  /** Asks, within the limit of seconds. */
  readonly within: <T>(work: () => Promise<T>) => Promise<T>;
  readonly end: (reason: Error) => void;
  readonly isAlive: () => boolean;
  readonly passesOn: () => boolean;
}

/** A worker with a clock. Its progress is no longer told once it has ended. */
function openWorker(
  limits: ImportLimits,
  onProgress: (sentence: string) => void,
  start: () => Worker,
): Opened {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAlive = true;
  let isPassedOn = false;
  const worker = start();
  const line = connect<ImportCalls, ImportEvent>(worker, (event) => {
    if (!isAlive) return;
    if (event.kind === 'passesOn') {
      isPassedOn = true;
      return;
    }
    // A slow network is not a slow file: the clock starts anew with every piece that comes in.
    if (event.isFetching) watch();
    onProgress(event.sentence);
  });

  const end = (reason: Error) => {
    if (!isAlive) return;
    isAlive = false;
    clearTimeout(timer);
    worker.terminate();
    line.cut(reason.message);
  };

  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () =>
        end(fail('import', `expected to be done within ${limits.seconds} seconds, got no answer`, SMALLER)),
      limits.seconds * 1000,
    );
  };

  worker.addEventListener('error', (event) => {
    // It is told where the import is; the console has nothing to add.
    event.preventDefault();
    end(
      fail(
        'import',
        `expected the reader to go on, got '${event.message || 'it could not start'}'`,
        'The page is as it was; reload it where this happens again.',
      ),
    );
  });
  worker.addEventListener('messageerror', () => {
    end(fail('import', 'expected what was read to fit in this tab, got an answer that cannot be taken over'));
  });

  const within = async <T>(work: () => Promise<T>): Promise<T> => {
    watch();
    try {
      return await work();
    } finally {
      if (line.pending() === 0) clearTimeout(timer);
    }
  };

  return { line, within, end, isAlive: () => isAlive, passesOn: () => isPassedOn };
}

const startWorker = () => blobWorker(importWorker);

/**
 * Begins an import. Nothing is thrown here: what is wrong with the source is told by `preview`.
 * @param start makes the worker; another one in tests
 */
export function openImport(
  source: ImportSource,
  limits: ImportLimits,
  onProgress: (sentence: string) => void,
  start: () => Worker = startWorker,
): Import {
  const { line, within, end, isAlive, passesOn } = openWorker(limits, onProgress, start);
  const begin = async (): Promise<Preview> => {
    checkSize(source, limits);
    return within(() => line.call('read', { source, limits }));
  };
  const preview = begin();
  // Without a graph there is nothing more to ask.
  preview.catch(() => end(new Error('import: over')));

  return {
    preview,
    reread: (table) => within(() => line.call('reread', { table })),
    estimate: (answers) => within(() => line.call('estimate', { answers })),
    build: (answers) => within(() => line.call('build', { answers })),
    cancel: () => end(fail('import', 'cancelled')),
    isAlive,
    passesOn,
  };
}

/**
 * Reads a `.gnnscene` file, in a worker under the same limits. Rejects with a sentence that names the file.
 * @param start as in `openImport`
 */
export function readSceneInWorker(
  file: File,
  limits: ImportLimits,
  onProgress: (sentence: string) => void,
  start: () => Worker = startWorker,
): Job<OpenedScene> {
  const { line, within, end } = openWorker(limits, onProgress, start);
  const read = async (): Promise<OpenedScene> => {
    try {
      checkSize({ files: [file] }, limits);
      return await within(() => line.call('scene', { file, limits }));
    } finally {
      end(new Error('import: over'));
    }
  };
  return { result: read(), cancel: () => end(fail('import', 'cancelled')) };
}
