/** Addresses that a visitor types, pastes or is sent: which may be asked, and which are pages about a file. */
import { fail } from '../base/errors';

const NEXT = 'Download the file and drop it here.';

/**
 * The address to fetch, absolute.
 * @param base of the page; what is relative is taken from there
 * @throws PlaygroundError when it is no address, or neither https nor of the page's own host
 */
export function checkedAddress(typed: string, base: string): URL {
  const text = typed.trim();
  if (text === '' || !URL.canParse(text, base))
    throw fail(
      'address',
      `expected one like https://host/graph.gexf, got '${text.slice(0, 80)}'`,
      'Type it again.',
    );
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.origin !== new URL(base).origin)
    throw fail('address', `expected one that begins with https:, got ${url.protocol}`, NEXT);
  if (url.username || url.password)
    throw fail('address', `expected one without a password, got one for ${url.host}`, NEXT);
  url.hash = '';
  return url;
}

/** The last part of its path: what the file is called. */
export function fileNameAt(url: URL): string {
  const last = url.pathname.split('/').findLast((part) => part !== '');
  if (last === undefined) return url.host;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Hosts that show a file on a page of its own, and where the file itself is. */
const PAGES: readonly { host: RegExp; path: RegExp; raw: (...parts: string[]) => string }[] = [
  {
    host: /^(www\.)?github\.com$/,
    path: /^\/([^/]+)\/([^/]+)\/(?:blob|raw)\/(.+)$/,
    raw: (owner = '', name = '', rest = '') => `https://raw.githubusercontent.com/${owner}/${name}/${rest}`,
  },
  {
    host: /^gist\.github\.com$/,
    path: /^\/([^/]+)\/([0-9a-f]+)\/?$/,
    raw: (owner = '', id = '') => `https://gist.githubusercontent.com/${owner}/${id}/raw`,
  },
  {
    host: /^gitlab\.com$/,
    path: /^\/(.+)\/-\/blob\/(.+)$/,
    raw: (project = '', rest = '') => `https://gitlab.com/${project}/-/raw/${rest}`,
  },
  {
    host: /^huggingface\.co$/,
    path: /^\/(.+)\/blob\/(.+)$/,
    raw: (project = '', rest = '') => `https://huggingface.co/${project}/resolve/${rest}`,
  },
];

/** The address of the file that this page is about, at hosts where that is known; null elsewhere. */
export function rawAddressOf(url: URL): string | null {
  const page = PAGES.find(({ host, path }) => host.test(url.host) && path.test(url.pathname));
  const parts = page?.path.exec(url.pathname)?.slice(1);
  return page && parts ? page.raw(...parts) : null;
}
