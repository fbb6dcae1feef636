/** Fetches the file that a visitor gave the address of. Runs in the import worker, under the page's policy. */
import { fail } from '../data/base/errors';
import type { ImportFile, ImportLimits } from '../data/formats/rawGraph';
import { gotWebPage, isWebPage } from '../data/formats/webPage';
import { fileNameAt, rawAddressOf } from '../data/import/address';

export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** The part of the web platform that is used here. */
export interface Web {
  readonly fetch: Fetch;
  readonly isOnline: () => boolean;
  /** Milliseconds. */
  readonly now: () => number;
}

const browserWeb = (): Web => ({
  fetch: (url, options) => fetch(url, options),
  isOnline: () => navigator.onLine,
  now: () => performance.now(),
});

/** For the console: on the page the visitor is asked. */
const FOLLOW_IT = 'Give the address that it passes on to, or say { follows: true }.';
const DROP_IT = 'Download the file and drop it here.';

/** Nothing of the visitor goes along, and nothing is kept. */
const ANONYMOUS: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' };

/** Where a host passes on to another address, the browser says which only once it has been asked. */
export interface Redirects {
  readonly follows: boolean;
  /** Hears that it does, where that is not followed. */
  readonly onPassedOn: () => void;
}

const megabytes = (bytes: number): string =>
  bytes < 2 ** 20
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${(bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MB`;

/**
 * A sentence of the progress is sent so often at most. Each starts the clock of the import anew, so that however slow a
 * network is, the file comes as long as bytes do.
 */
const TELL_EVERY_MS = 200;

/**
 * The bytes at `address`, up to `limits.bytes`; the rest is not waited for.
 * @throws PlaygroundError that tells a server that forbids it from one that cannot be reached, a page from a file
 */
export async function fetchImport(
  address: string,
  limits: ImportLimits,
  report: (sentence: string) => void,
  { follows, onPassedOn }: Redirects,
  web: Web = browserWeb(),
): Promise<ImportFile> {
  const url = new URL(address);
  const area = url.href.slice(0, 120);
  const raw = rawAddressOf(url);
  const rawHint = raw ? `That is a page about the file; the file itself is at ${raw}` : '';
  report(`Asking ${url.host}`);
  let response: Response;
  try {
    response = await web.fetch(address, { ...ANONYMOUS, redirect: follows ? 'follow' : 'manual' });
  } catch {
    throw fail(area, await whyNot(url, web), rawHint || DROP_IT);
  }
  if (response.type === 'opaqueredirect') {
    onPassedOn();
    throw fail(area, `expected the file, got ${url.host} passing on to another address`, FOLLOW_IT);
  }
  // Whoever answers, where it is another host than was asked.
  const { host } = new URL(response.url || address);
  if (!response.ok)
    throw fail(
      area,
      `expected the file, got '${response.status} ${response.statusText}'.`.replace(/ ?'\.$/, "'"),
      rawHint || 'Check the address.',
    );
  const type = response.headers.get('content-type') ?? '';
  if (/^text\/html\b/i.test(type)) throw gotWebPage(area, rawHint || DROP_IT);
  const announced = Number(response.headers.get('content-length') ?? 0);
  const tooLarge = (got: string) =>
    fail(area, `expected at most ${megabytes(limits.bytes)}, got ${got}`, 'Take a part of the graph first.');
  if (announced > limits.bytes) throw tooLarge(megabytes(announced));
  const bytes = await readUpTo(response, limits.bytes, web.now, (got) =>
    report(`${megabytes(got)}${announced > got ? ` of ${megabytes(announced)}` : ''} from ${host}`),
  );
  if (!bytes) throw tooLarge('more');
  const file = { name: fileNameAt(new URL(response.url || address)), bytes };
  // Some servers show a page, of an error or to sign in, and call it a file.
  if (isWebPage(file)) throw gotWebPage(area, rawHint || DROP_IT);
  return file;
}

/** Null as soon as there is more than `limit`: no more is read then. */
async function readUpTo(
  response: Response,
  limit: number,
  now: () => number,
  tell: (bytes: number) => void,
): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let told = -Infinity;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    size += part.value.length;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    if (now() >= told + TELL_EVERY_MS) {
      told = now();
      tell(size);
    }
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * The browser does not say why it could not fetch. A request whose answer nobody may look at succeeds where the server
 * is there: then it is the server that does not let pages of other origins read.
 */
async function whyNot(url: URL, web: Web): Promise<string> {
  if (!web.isOnline()) return `expected an answer from ${url.host}, got none: there is no network`;
  try {
    await web.fetch(url.href, { ...ANONYMOUS, method: 'HEAD', mode: 'no-cors' });
  } catch {
    return `expected an answer from ${url.host}, got none: it cannot be reached, or this page may not ask it`;
  }
  return `the server at ${url.host} does not allow pages of other origins to read it (CORS)`;
}
