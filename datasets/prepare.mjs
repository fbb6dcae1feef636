/**
 * `npm run datasets`: puts the raw files of every downloadable set under public/datasets/<format>/, from where the
 * page is served with them, and says in public/datasets/served.json which are there. A file comes from
 * $DATASETS_DIR (by default ../shared/datasets, where it is there), else
 * from its public source; each is checked by the SHA-256 in its descriptor. What is there already stays. A set that
 * cannot be had costs one line and never the build: the page then says what to do.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

/** All the time in a run that may be spent waiting for a network that does not answer. */
const PATIENCE_MS = 5000;

const ROOT = resolve(import.meta.dirname, '..');
const LOCAL = resolve(process.env.DATASETS_DIR ?? join(ROOT, '../shared/datasets'));

let patience = PATIENCE_MS;

const isRight = (bytes, file) => createHash('sha256').update(bytes).digest('hex') === file.sha256;

async function readIfRight(path, file) {
  if (!existsSync(path)) return null;
  const bytes = await readFile(path);
  return isRight(bytes, file) ? bytes : null;
}

/** Rejects when `step` takes longer than the patience that is left; waiting in vain uses it up. */
async function patiently(step, abort) {
  const begun = Date.now();
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)), patience);
  });
  try {
    return await Promise.race([step, late]);
  } catch (error) {
    patience = Math.max(0, patience - (Date.now() - begun));
    abort.abort();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** `onAnswer` is called once the server has begun to send. */
async function fetchFile(url, onAnswer) {
  if (patience === 0) throw new Error('no network');
  const abort = new AbortController();
  const response = await patiently(fetch(url, { signal: abort.signal }), abort);
  if (!response.ok) {
    abort.abort();
    throw new Error(`the server answered ${response.status}`);
  }
  onAnswer();
  const reader = response.body.getReader();
  const chunks = [];
  for (;;) {
    const { done, value } = await patiently(reader.read(), abort);
    if (done) return Buffer.concat(chunks);
    chunks.push(value);
  }
}

/** What fetch knows of a failure is in its cause: "fetch failed" alone helps nobody. */
const reason = (error) => error.cause?.code ?? error.cause?.message ?? error.message;

/** A file's bytes from the local folder, else from the public source. Throws one sentence. */
async function obtain(file, download, onAnswer) {
  const local = join(LOCAL, download.format, file.name);
  const found = await readIfRight(local, file);
  if (found) return { from: shown(LOCAL), bytes: found };
  const problem = `${shown(local)} is ${existsSync(local) ? 'not the file it should be' : 'not there'}`;
  const url = download.url + file.name;
  let bytes;
  try {
    bytes = await fetchFile(url, onAnswer);
  } catch (error) {
    throw new Error(`${problem}, and fetching it failed (${reason(error)})`, { cause: error });
  }
  if (!isRight(bytes, file)) throw new Error(`${problem}, and what ${url} sent has another checksum`);
  return { from: download.url, bytes };
}

/** Puts the files in place; returns where those came from that were not there yet. */
async function prepareSet({ name, download }) {
  const folder = join(ROOT, 'public/datasets', download.format);
  const sources = new Set();
  let isAnnounced = false;
  const announce = () => {
    if (!isAnnounced)
      console.log(`datasets: fetching ${name}, ${megabytes(download.files)} MB, from ${download.url}`);
    isAnnounced = true;
  };
  for (const file of download.files) {
    const place = join(folder, file.name);
    if (await readIfRight(place, file)) continue;
    const { from, bytes } = await obtain(file, download, announce);
    sources.add(from);
    await mkdir(folder, { recursive: true });
    // Renamed when whole: a run that is cut short leaves no half file to be served.
    await writeFile(`${place}.part`, bytes);
    await rename(`${place}.part`, place);
  }
  return [...sources];
}

const shown = (path) => relative(process.cwd(), path) || path;
const megabytes = (files) => (files.reduce((sum, file) => sum + file.bytes, 0) / 1e6).toFixed(1);

const served = [];
const descriptors = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.json')).sort();
for (const path of descriptors) {
  const descriptor = JSON.parse(await readFile(join(import.meta.dirname, path), 'utf8'));
  if (!descriptor.download) continue;
  try {
    const sources = await prepareSet(descriptor);
    served.push(...descriptor.download.files.map((file) => `${descriptor.download.format}/${file.name}`));
    if (sources.length > 0)
      console.log(`datasets: ${descriptor.name} is ready, from ${sources.join(' and ')}`);
  } catch (error) {
    console.log(
      `datasets: going on without ${descriptor.name}: ${error.message}. The page offers to fetch it.`,
    );
  }
}
await mkdir(join(ROOT, 'public/datasets'), { recursive: true });
await writeFile(join(ROOT, 'public/datasets/served.json'), JSON.stringify(served));
