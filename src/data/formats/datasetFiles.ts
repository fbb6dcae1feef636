/**
 * Finds the raw files of a set wherever they are: dropped by the visitor, kept in the browser's cache from an earlier
 * visit, served beside the page, or at the public source. A file counts, and is kept, only when its SHA-256 is right: a
 * host that answers every address with its start page, or a network that answers with its own, is not believed twice.
 */
import { fail, messageOf } from '../base/errors';
import type { DatasetDescriptor, DatasetDownload, DatasetFile } from '../run/datasets';
import { sha256Hex } from './sha256';

/** The part of the browser's Cache that is used here. */
export interface FileCache {
  match(url: string): Promise<Response | undefined>;
  put(url: string, response: Response): Promise<void>;
}

/** The parts of the web platform that are used here, so that tests need neither a network nor a browser. */
export interface Web {
  readonly fetch: (url: string) => Promise<Response>;
  /** null where the page is not a secure context. */
  readonly caches: { open(name: string): Promise<FileCache> } | null;
}

export const browserWeb = (): Web => ({
  // What is right is kept here; the browser's own cache would keep a wrong answer as well.
  fetch: (url) => fetch(url, { cache: 'no-store' }),
  caches: 'caches' in globalThis ? globalThis.caches : null,
});

const CACHE_NAME = 'gnn-playground-datasets';

export interface FileOptions {
  /** Address of the page's own folder, ending in a slash. */
  readonly base: string;
  /** Files dropped or chosen by the visitor, by name. */
  readonly files: ReadonlyMap<string, ArrayBuffer> | null;
  /** Whether the public source may be asked, which is somebody else's host: unless this says no. */
  readonly mayDownload?: boolean;
  /** Gets sentences on how far it is. */
  readonly report: (sentence: string) => void;
}

/** A place to look: returns the bytes, or null where it has no such file; throws where it cannot be asked. */
interface Place {
  readonly name: string;
  readonly look: (file: DatasetFile) => Promise<ArrayBuffer | null>;
  /** Whether a found file is worth keeping for the next visit. */
  readonly isKept: boolean;
  /** Neither the page's host nor this computer. */
  readonly isForeign: boolean;
}

/** All files of the set, by name. Throws where one is found nowhere, and then names those to drop on the page. */
export async function findFiles(
  set: DatasetDescriptor,
  download: DatasetDownload,
  options: FileOptions,
  web: Web,
): Promise<ReadonlyMap<string, ArrayBuffer>> {
  const cache = await openCache(web);
  let list: ReturnType<typeof servedFiles> | null = null;
  const served = () => (list ??= servedFiles(options.base, web));
  const found = new Map<string, ArrayBuffer>();
  const problems: string[] = [];
  const { mayDownload = true } = options;
  const places = placesOf(set, download, options, web, cache, served);
  for (const place of places.filter(({ isForeign }) => mayDownload || !isForeign)) {
    const missing = download.files.filter((file) => !found.has(file.name));
    const take = async (file: DatasetFile): Promise<boolean> => {
      const bytes = await place.look(file);
      if (!bytes) return false;
      if (sha256Hex(bytes) !== file.sha256) throw new Error(`${file.name} is not the file it should be`);
      found.set(file.name, bytes);
      options.report(`${set.name}: ${found.size} of ${download.files.length} files, ${place.name}`);
      if (place.isKept) await keep(cache, download.url + file.name, bytes);
      return true;
    };
    const tryAll = async (files: readonly DatasetFile[]): Promise<boolean> => {
      const results = await Promise.allSettled(files.map(take));
      for (const result of results)
        if (result.status === 'rejected') problems.push(`${place.name}: ${messageOf(result.reason)}`);
      return results.every((result) => result.status === 'fulfilled' && result.value);
    };
    // A place that lacks the first file is not asked for all the others; what was dropped is looked at whole.
    if (place.name === DROPPED) await tryAll(missing);
    else if (await tryAll(missing.slice(0, 1))) await tryAll(missing.slice(1));
  }
  const missing = download.files.filter((file) => !found.has(file.name)).map((file) => file.name);
  if (missing.length > 0 && !mayDownload) problems.push(`${set.source.name} was not asked`);
  if (missing.length > 0)
    throw fail(
      'datasets',
      `expected the ${download.files.length} files of ${set.name}, got ${found.size}${problems.map((each) => `; ${each}`).join('')}`,
      `Drop these files on the page: ${missing.join(', ')}. They are at ${set.source.url}`,
    );
  return found;
}

/**
 * What `npm run datasets` found to serve, so that nothing is asked for in vain, which the browser would report as an
 * error; null where the host has no such list.
 */
async function servedFiles(base: string, web: Web): Promise<ReadonlySet<string> | null> {
  try {
    const list: unknown = await (await web.fetch(`${base}datasets/served.json`)).json();
    return Array.isArray(list) ? new Set(list) : null;
  } catch {
    return null;
  }
}

const DROPPED = 'dropped on the page';

const bytesOf = async (response: Response | undefined): Promise<ArrayBuffer | null> =>
  response?.ok ? response.arrayBuffer() : null;

function placesOf(
  set: DatasetDescriptor,
  download: DatasetDownload,
  { base, files, report }: FileOptions,
  web: Web,
  cache: FileCache | null,
  served: () => Promise<ReadonlySet<string> | null>,
): readonly Place[] {
  return [
    { name: DROPPED, look: async (file) => files?.get(file.name) ?? null, isKept: true, isForeign: false },
    {
      name: 'kept by this browser',
      look: async (file) => bytesOf(await cache?.match(download.url + file.name)),
      isKept: false,
      isForeign: false,
    },
    {
      name: 'served with the page',
      look: async (file) => {
        const path = `${download.format}/${file.name}`;
        const known = await served();
        return known && !known.has(path) ? null : bytesOf(await web.fetch(`${base}datasets/${path}`));
      },
      // For a visit without a network.
      isKept: true,
      isForeign: false,
    },
    {
      name: `from ${set.source.name}`,
      look: async (file) => {
        report(`${set.name}: fetching ${file.name} from ${set.source.name}`);
        const response = await web.fetch(download.url + file.name).catch(() => {
          throw new Error('it could not be reached; this computer may be offline');
        });
        if (!response.ok) throw new Error(`${set.source.name} answered ${response.status} for ${file.name}`);
        return response.arrayBuffer();
      },
      isKept: true,
      isForeign: true,
    },
  ];
}

/** Browsers refuse storage in private windows and when it is full: a set then loads all the same, unkept. */
async function openCache(web: Web): Promise<FileCache | null> {
  try {
    return (await web.caches?.open(CACHE_NAME)) ?? null;
  } catch {
    return null;
  }
}

async function keep(cache: FileCache | null, url: string, bytes: ArrayBuffer): Promise<void> {
  try {
    await cache?.put(url, new Response(bytes));
  } catch {
    // See openCache.
  }
}
