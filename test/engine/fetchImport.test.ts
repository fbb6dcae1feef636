import { describe, expect, it, vi } from 'vitest';
import { IMPORT_LIMITS } from '../../src/data/formats/rawGraph';
import { fetchImport, type Fetch, type Web } from '../../src/engine/fetchImport';

const ADDRESS = 'https://host.example/a/graph.csv';
const limits = { ...IMPORT_LIMITS, bytes: 100 };
const noProgress = () => {};
const asked = { follows: true, onPassedOn: () => {} };

const on = (fetch: Fetch, isOnline = true): Web => ({ fetch, isOnline: () => isOnline, now: () => 0 });

const answering = (body: BodyInit | null, init: ResponseInit = {}): Fetch =>
  vi.fn<Fetch>(async () => new Response(body, init));

/** A body that never ends, in pieces of 40 bytes; counts how many were taken. */
function endless() {
  const taken = { pieces: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      taken.pieces++;
      controller.enqueue(new Uint8Array(40));
    },
    cancel: () => {
      taken.isCancelled = true;
    },
  });
  return { body, taken };
}

describe('fetching a file that the visitor gave the address of', () => {
  it('gives its bytes under its name, and sends nothing of the visitor along', async () => {
    const ask = answering('a,b\n');
    const file = await fetchImport(ADDRESS, limits, noProgress, asked, on(ask));
    expect(file.name).toBe('graph.csv');
    expect(new TextDecoder().decode(file.bytes)).toBe('a,b\n');
    expect(ask).toHaveBeenCalledWith(
      ADDRESS,
      expect.objectContaining({ credentials: 'omit', referrerPolicy: 'no-referrer' }),
    );
  });

  it('reads no more than the limit of bytes, whatever the server announces', async () => {
    const { body, taken } = endless();
    await expect(fetchImport(ADDRESS, limits, noProgress, asked, on(answering(body)))).rejects.toThrow(
      'got more',
    );
    expect(taken.isCancelled).toBe(true);
    expect(taken.pieces).toBeLessThan(6);
  });

  it('tells of every piece of a slow network, and of a fast one a few times a second', async () => {
    const pieces = (count: number) =>
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          for (let k = 0; k < count; k++) controller.enqueue(new Uint8Array(10 * 1024));
          controller.close();
        },
      });
    const toldOf = async (msPerPiece: number): Promise<string[]> => {
      const told: string[] = [];
      let time = 0;
      await fetchImport(ADDRESS, IMPORT_LIMITS, (sentence) => told.push(sentence), asked, {
        ...on(answering(pieces(10))),
        now: () => (time += msPerPiece / 2),
      });
      return told;
    };
    const slow = await toldOf(1000);
    expect(slow).toHaveLength(11);
    expect(slow.slice(0, 3)).toEqual([
      'Asking host.example',
      '10 KB from host.example',
      '20 KB from host.example',
    ]);
    expect((await toldOf(20)).length).toBeLessThan(4);
  });

  it('does not begin where the server announces too much', async () => {
    const { body, taken } = endless();
    const announced = answering(body, { headers: { 'content-length': String(50 * 2 ** 20) } });
    await expect(fetchImport(ADDRESS, limits, noProgress, asked, on(announced))).rejects.toThrow('got 50 MB');
    expect(taken.pieces).toBeLessThan(3);
  });

  it('tells a server that forbids it from one that cannot be reached', async () => {
    const forbids: Fetch = async (_url, { mode }) => {
      if (mode === 'no-cors') return new Response(null);
      throw new TypeError('Failed to fetch');
    };
    await expect(fetchImport(ADDRESS, limits, noProgress, asked, on(forbids))).rejects.toThrow(
      /server at host\.example does not allow pages of other origins.*\(CORS\)\. Download the file and drop it here/,
    );
    const away: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(fetchImport(ADDRESS, limits, noProgress, asked, on(away))).rejects.toThrow(
      'cannot be reached',
    );
    await expect(fetchImport(ADDRESS, limits, noProgress, asked, on(away, false))).rejects.toThrow(
      'no network',
    );
  });

  it('names what the server answered instead of the file', async () => {
    const missing = answering('', { status: 404, statusText: 'Not Found' });
    await expect(fetchImport(ADDRESS, limits, noProgress, asked, on(missing))).rejects.toThrow(
      "got '404 Not Found'",
    );
    const page = answering('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
    await expect(fetchImport(ADDRESS, limits, noProgress, asked, on(page))).rejects.toThrow('got a web page');
    await expect(
      fetchImport('https://github.com/a/b/blob/main/g.csv', limits, noProgress, asked, on(page)),
    ).rejects.toThrow('https://raw.githubusercontent.com/a/b/main/g.csv');
  });

  it('knows a web page that the server calls a file', async () => {
    const page = answering('<!doctype html><p>Sign in', { headers: { 'content-type': 'text/csv' } });
    await expect(fetchImport(ADDRESS, limits, noProgress, asked, on(page))).rejects.toThrow(
      'got a web page (HTML). Download the file and drop it here.',
    );
  });

  it('does not follow a host that passes on before the visitor says so, and names who answers then', async () => {
    const passing = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
    const ask = vi.fn<Fetch>(async () => passing);
    const onPassedOn = vi.fn<() => void>();
    await expect(
      fetchImport(ADDRESS, limits, noProgress, { follows: false, onPassedOn }, on(ask)),
    ).rejects.toThrow(
      'expected the file, got host.example passing on to another address. Give the address that it passes on to, or say { follows: true }.',
    );
    expect(onPassedOn).toHaveBeenCalledOnce();
    expect(ask).toHaveBeenCalledOnce();
    expect(ask).toHaveBeenCalledWith(ADDRESS, expect.objectContaining({ redirect: 'manual' }));

    const answered = Object.defineProperty(new Response('a,b\n'), 'url', {
      value: 'https://other.example/b.csv',
    });
    const told: string[] = [];
    const follow = vi.fn<Fetch>(async () => answered);
    const file = await fetchImport(ADDRESS, limits, (sentence) => told.push(sentence), asked, on(follow));
    expect(follow).toHaveBeenCalledWith(ADDRESS, expect.objectContaining({ redirect: 'follow' }));
    expect(file.name).toBe('b.csv');
    expect(told.at(-1)).toBe('1 KB from other.example');
  });
});
