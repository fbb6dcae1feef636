import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findFiles, type Web } from '../../src/data/formats/datasetFiles';
import { loadDataset } from '../../src/data/formats/fetchDataset';
import { sha256Hex } from '../../src/data/formats/sha256';
import { descriptorOf } from '../../src/data/run/catalogue';
import type { DatasetDescriptor, DatasetDownload } from '../../src/data/run/datasets';
import { downloadedFiles, titleOf } from './downloaded';

const encode = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const CONTENT: Readonly<Record<string, string>> = { 'ind.tiny.x': 'features', 'ind.tiny.graph': 'edges' };
const NAMES = Object.keys(CONTENT);

const download: DatasetDownload = {
  format: 'planetoid',
  url: 'https://public.example/data/',
  files: Object.entries(CONTENT).map(([name, text]) => ({
    name,
    bytes: text.length,
    sha256: createHash('sha256').update(text).digest('hex'),
  })),
};
const set: DatasetDescriptor = {
  ...descriptorOf('cora'),
  name: 'Tiny',
  source: { name: 'public.example', url: 'https://public.example' },
  download,
};

const BASE = 'https://page.example/sub/';
const servedAt = (name: string) => `${BASE}datasets/planetoid/${name}`;
/** What the host says that it serves: most hosts here say nothing. */
const LIST = `${BASE}datasets/served.json`;
const publicAt = (name: string) => download.url + name;

/** A web that answers what it is told to and remembers what it was asked. */
function fakeWeb(answers: ReadonlyMap<string, string>, hasCache = true) {
  const asked: string[] = [];
  const kept = new Map<string, ArrayBuffer>();
  const cache = {
    match: (url: string) => Promise.resolve(kept.has(url) ? new Response(kept.get(url)) : undefined),
    put: async (url: string, response: Response) => {
      kept.set(url, await response.arrayBuffer());
    },
  };
  const web: Web = {
    fetch: (url) => {
      if (url !== LIST) asked.push(url);
      const body = answers.get(url);
      if (body === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
      return Promise.resolve(body === undefined ? new Response('', { status: 404 }) : new Response(body));
    },
    caches: hasCache ? { open: () => Promise.resolve(cache) } : null,
  };
  return { web, asked, kept };
}

const serving = (at: (name: string) => string, change: Readonly<Record<string, string>> = {}) =>
  Object.entries({ ...CONTENT, ...change }).map(([name, text]) => [at(name), text] as const);

async function find(web: Web, files: ReadonlyMap<string, ArrayBuffer> | null = null) {
  const sentences: string[] = [];
  const report = (sentence: string) => sentences.push(sentence);
  const found = await findFiles(set, download, { base: BASE, files, report }, web);
  return { found, sentences };
}

const textOf = (found: ReadonlyMap<string, ArrayBuffer>) =>
  Object.fromEntries([...found].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));

describe('finding the files of a set', () => {
  it('takes what is served with the page, keeps it for a visit without a network, and asks nobody else', async () => {
    const { web, asked, kept } = fakeWeb(new Map(serving(servedAt)));
    const { found, sentences } = await find(web);
    expect(textOf(found)).toEqual(CONTENT);
    expect(asked).toEqual(NAMES.map(servedAt));
    expect([...kept.keys()]).toEqual(NAMES.map(publicAt));
    expect(sentences.at(-1)).toBe('Tiny: 2 of 2 files, served with the page');
  });

  it('asks its own host for nothing that the host says it lacks', async () => {
    const { web, asked } = fakeWeb(new Map([[LIST, '["planetoid/ind.other.x"]'], ...serving(publicAt)]));
    expect(textOf((await find(web)).found)).toEqual(CONTENT);
    expect(asked).toEqual(NAMES.map(publicAt));
  });

  it('does not believe a host that answers every address with its start page', async () => {
    const page = Object.fromEntries(NAMES.map((name) => [name, '<!doctype html>']));
    const { web, asked } = fakeWeb(new Map([...serving(servedAt, page), ...serving(publicAt)]));
    const { found } = await find(web);
    expect(textOf(found)).toEqual(CONTENT);
    // One look is enough: the rest is not asked for at the same host.
    expect(asked).toEqual([servedAt('ind.tiny.x'), ...NAMES.map(publicAt)]);
  });

  it('goes to the public source for a single file that is served damaged', async () => {
    const { web, asked } = fakeWeb(
      new Map([...serving(servedAt, { 'ind.tiny.graph': 'damaged' }), ...serving(publicAt)]),
    );
    const { found } = await find(web);
    expect(textOf(found)).toEqual(CONTENT);
    expect(asked).toEqual([...NAMES.map(servedAt), publicAt('ind.tiny.graph')]);
  });

  it('keeps what the public source sent, and asks it no second time', async () => {
    const { web, asked, kept } = fakeWeb(new Map(serving(publicAt)));
    await find(web);
    expect([...kept.keys()].sort()).toEqual(NAMES.map(publicAt).sort());
    asked.length = 0;
    const { found, sentences } = await find(web);
    expect(textOf(found)).toEqual(CONTENT);
    expect(asked).toEqual([]);
    expect(sentences.at(-1)).toBe('Tiny: 2 of 2 files, kept by this browser');
  });

  it('keeps no wrong file, and takes the right one as soon as it is served', async () => {
    const page = Object.fromEntries(NAMES.map((name) => [name, '<!doctype html>Please sign in']));
    const answers = new Map<string, string>(serving(servedAt, page));
    const { web, kept } = fakeWeb(answers);
    await expect(find(web)).rejects.toThrow('served with the page: ind.tiny.x is not the file it should be');
    expect(kept.size).toBe(0);
    for (const [url, text] of serving(servedAt)) answers.set(url, text);
    expect(textOf((await find(web)).found)).toEqual(CONTENT);
  });

  it('asks again for a file that is kept damaged, and keeps the right one in its place', async () => {
    const { web, asked, kept } = fakeWeb(new Map(serving(servedAt)));
    kept.set(publicAt('ind.tiny.x'), encode('features'));
    kept.set(publicAt('ind.tiny.graph'), encode('half of the ed'));
    expect(textOf((await find(web)).found)).toEqual(CONTENT);
    expect(asked).toEqual([servedAt('ind.tiny.graph')]);
    expect(new TextDecoder().decode(kept.get(publicAt('ind.tiny.graph')))).toBe('edges');
  });

  it('asks the public source only where it may, and takes what an earlier visit kept all the same', async () => {
    const { web, asked } = fakeWeb(new Map(serving(publicAt)));
    const options = { base: BASE, files: null, mayDownload: false, report: () => {} };
    await expect(findFiles(set, download, options, web)).rejects.toThrow(
      'got 0; public.example was not asked. Drop these files',
    );
    expect(asked).toEqual([servedAt('ind.tiny.x')]);
    await find(web);
    expect(textOf(await findFiles(set, download, options, web))).toEqual(CONTENT);
    expect(asked.filter((url) => url.startsWith(download.url))).toHaveLength(2);
  });

  it('works where the page is not a secure context and there is no cache', async () => {
    const { web } = fakeWeb(new Map(serving(publicAt)), false);
    expect(textOf((await find(web)).found)).toEqual(CONTENT);
  });

  it('works where the browser refuses to store anything', async () => {
    const { web } = fakeWeb(new Map(serving(publicAt)));
    const { found } = await find({
      ...web,
      caches: { open: () => Promise.reject(new DOMException('no', 'SecurityError')) },
    });
    expect(textOf(found)).toEqual(CONTENT);
  });

  it('takes dropped files first, and keeps them for the next visit', async () => {
    const { web, asked, kept } = fakeWeb(new Map());
    const dropped = new Map(Object.entries(CONTENT).map(([name, text]) => [name, encode(text)]));
    expect(textOf((await find(web, dropped)).found)).toEqual(CONTENT);
    expect(asked).toEqual([]);
    expect(kept.size).toBe(2);
  });

  it('takes the one file that was dropped, whichever it is, and looks for the rest', async () => {
    const { web, asked } = fakeWeb(new Map(serving(publicAt)));
    const dropped = new Map([['ind.tiny.graph', encode('edges')]]);
    expect(textOf((await find(web, dropped)).found)).toEqual(CONTENT);
    expect(asked).toEqual([servedAt('ind.tiny.x'), publicAt('ind.tiny.x')]);
  });

  it('names the files to drop when nobody has them, and what went wrong at each place', async () => {
    const { web } = fakeWeb(new Map(NAMES.map((name) => [publicAt(name), 'offline'])));
    await expect(find(web, new Map([['ind.tiny.x', encode('damaged')]]))).rejects.toThrow(
      'datasets: expected the 2 files of Tiny, got 0; ' +
        'dropped on the page: ind.tiny.x is not the file it should be; ' +
        'from public.example: it could not be reached; this computer may be offline. ' +
        'Drop these files on the page: ind.tiny.x, ind.tiny.graph. They are at https://public.example',
    );
  });

  it('refuses a public file with another checksum', async () => {
    const { web, kept } = fakeWeb(new Map(serving(publicAt, { 'ind.tiny.x': 'other features' })));
    await expect(find(web)).rejects.toThrow('from public.example: ind.tiny.x is not the file it should be');
    expect(kept.size).toBe(0);
  });

  it('hashes as SHA-256 does', () => {
    // FIPS 180-4, the one-block example.
    expect(sha256Hex(encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('loading a set', () => {
  const options = { base: BASE, files: null, report: () => {} };
  const nowhere = fakeWeb(new Map()).web;

  it('generates Karate with either labelling and the synthetic network without any request', async () => {
    const { web, asked } = fakeWeb(new Map());
    expect((await loadDataset({ id: 'karate', labelling: null }, options, web)).labelling.id).toBe(
      'factions',
    );
    const communities = await loadDataset({ id: 'karate', labelling: 'modularity' }, options, web);
    expect(communities.labelling.classNames).toHaveLength(4);
    expect((await loadDataset({ id: 'synthetic', labelling: null }, options, web)).numNodes).toBe(2708);
    expect(asked).toEqual([]);
  });

  it('gives every generated set the names and counts that its descriptor promises', async () => {
    for (const id of ['karate', 'synthetic']) {
      const { name, labellings, counts } = descriptorOf(id);
      for (const [k, labelling] of labellings.entries()) {
        const graph = await loadDataset({ id, labelling: labelling.id }, options, nowhere);
        expect(graph.name).toBe(name);
        expect({ id: graph.labelling.id, name: graph.labelling.name }).toEqual(labelling);
        expect(graph.numNodes).toBe(counts.nodes);
        if (k === 0) expect(graph.labelling.classNames).toHaveLength(counts.classes);
      }
    }
  });

  it('refuses sets and labellings that are not there', async () => {
    await expect(loadDataset({ id: 'reddit', labelling: null }, options, nowhere)).rejects.toThrow('reddit');
    await expect(loadDataset({ id: 'cora', labelling: 'age' }, options, nowhere)).rejects.toThrow('age');
  });

  it('names all eight files when PubMed is nowhere', async () => {
    await expect(loadDataset({ id: 'pubmed', labelling: null }, options, nowhere)).rejects.toThrow(
      /got 0; from kimiyoung\/planetoid: kimiyoung\/planetoid answered 404 .* ind\.pubmed\.test\.index\./,
    );
  });

  const cora = downloadedFiles('cora');
  it.skipIf(!cora)(titleOf('reads Cora from dropped files', cora), async () => {
    const graph = await loadDataset({ id: 'cora', labelling: null }, { ...options, files: cora }, nowhere);
    expect(graph.numNodes).toBe(2708);
    expect(graph.labelling.id).toBe('public');
  });
});
