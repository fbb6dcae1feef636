import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = resolve(import.meta.dirname, '../../datasets/prepare.mjs');

/** A set of two files, in a copy of the project that holds nothing but the script and one descriptor. */
const CONTENT: Readonly<Record<string, string>> = { 'ind.tiny.x': 'features', 'ind.tiny.graph': 'edges' };

let root: string;
let server: Server;
/** What the public source answers, by file name; absent is 404. */
let served: Record<string, string>;
let asked: string[];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'prepare-'));
  served = {};
  asked = [];
  server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    asked.push(name);
    const body = served[name];
    if (body === undefined) response.writeHead(404).end('not found');
    else response.end(body);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  mkdirSync(join(root, 'project/datasets'), { recursive: true });
  mkdirSync(join(root, 'local/planetoid'), { recursive: true });
  copyFileSync(SCRIPT, join(root, 'project/datasets/prepare.mjs'));
  describeSet(publicUrl());
});

afterEach(() => {
  server.close();
  rmSync(root, { recursive: true });
});

function publicUrl(): string {
  const address = server.address();
  return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/` : '';
}

function describeSet(url: string): void {
  const files = Object.entries(CONTENT).map(([name, text]) => ({
    name,
    bytes: text.length,
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  const descriptor = { id: 'tiny', name: 'Tiny', download: { format: 'planetoid', url, files } };
  writeFileSync(join(root, 'project/datasets/tiny.json'), JSON.stringify(descriptor));
  writeFileSync(join(root, 'project/datasets/made.json'), JSON.stringify({ id: 'made', download: null }));
}

const putLocal = (name: string, text: string) => writeFileSync(join(root, 'local/planetoid', name), text);
const outcome = (name: string) => join(root, 'project/public/datasets/planetoid', name);

const servedList = (): unknown =>
  JSON.parse(readFileSync(join(root, 'project/public/datasets/served.json'), 'utf8'));

/** The lines it printed. Rejects where it ends with anything but 0. */
async function prepare(): Promise<string[]> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['datasets/prepare.mjs'], {
    cwd: join(root, 'project'),
    env: { ...process.env, DATASETS_DIR: join(root, 'local') },
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe('npm run datasets', () => {
  it('takes the files from the local folder and asks no network', async () => {
    for (const [name, text] of Object.entries(CONTENT)) putLocal(name, text);
    expect(await prepare()).toEqual(['datasets: Tiny is ready, from ../local']);
    for (const [name, text] of Object.entries(CONTENT))
      expect(readFileSync(outcome(name), 'utf8')).toBe(text);
    expect(asked).toEqual([]);
    expect(servedList()).toEqual(['planetoid/ind.tiny.x', 'planetoid/ind.tiny.graph']);
  });

  it('leaves what is already there alone and says nothing', async () => {
    for (const [name, text] of Object.entries(CONTENT)) putLocal(name, text);
    await prepare();
    rmSync(join(root, 'local'), { recursive: true });
    expect(await prepare()).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('fetches what the local folder lacks, and says so', async () => {
    putLocal('ind.tiny.x', 'features');
    served = { ...CONTENT };
    expect(await prepare()).toEqual([
      `datasets: fetching Tiny, 0.0 MB, from ${publicUrl()}`,
      `datasets: Tiny is ready, from ../local and ${publicUrl()}`,
    ]);
    expect(asked).toEqual(['ind.tiny.graph']);
    expect(readFileSync(outcome('ind.tiny.graph'), 'utf8')).toBe('edges');
  });

  it('replaces a served file that is not the right one', async () => {
    for (const [name, text] of Object.entries(CONTENT)) putLocal(name, text);
    await prepare();
    writeFileSync(outcome('ind.tiny.x'), 'damaged');
    await prepare();
    expect(readFileSync(outcome('ind.tiny.x'), 'utf8')).toBe('features');
  });

  it('spends one line on a damaged local file that is not at the source either, and succeeds', async () => {
    putLocal('ind.tiny.x', 'damaged');
    expect(await prepare()).toEqual([
      'datasets: going on without Tiny: ../local/planetoid/ind.tiny.x is not the file it should be, ' +
        'and fetching it failed (the server answered 404). The page offers to fetch it.',
    ]);
    expect(existsSync(outcome('ind.tiny.x'))).toBe(false);
    expect(servedList()).toEqual([]);
  });

  it('writes nothing that has another checksum, wherever it comes from', async () => {
    served = { 'ind.tiny.x': '<!doctype html>' };
    const lines = await prepare();
    expect(lines.at(-1)).toContain('sent has another checksum. The page offers to fetch it.');
    expect(existsSync(outcome('ind.tiny.x'))).toBe(false);
  });

  it('spends one line where there is no network', async () => {
    describeSet('http://127.0.0.1:1/');
    const lines = await prepare();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('going on without Tiny: ../local/planetoid/ind.tiny.x is not there');
  });

  it('gives up on a server that takes the question and never answers', async () => {
    server.removeAllListeners('request');
    const lines = await prepare();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('no answer within 5 s');
  });
});
