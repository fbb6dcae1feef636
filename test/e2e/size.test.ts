import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { closeAll, visit } from './playground';

const ASSETS = resolve(import.meta.dirname, '../../dist/assets');
const MAX_MAIN_THREAD_BYTES = 250 * 1024;

afterAll(closeAll);

it('loads at most 250 KB of compressed JavaScript on the main thread, and tensors only in a worker', async () => {
  const { page, close } = await visit();
  await page.evaluate(() => window.playground.ready);
  // Resource timing of the page lists what the page itself loaded; a worker's imports are in the worker's own.
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => /\.js$/.test(entry.name))
      .map((entry) => ({ name: entry.name.split('/').at(-1)!, start: entry.startTime })),
  );
  await close();
  const onMainThread = loaded.map(({ name }) => name).filter((name) => !/worker/.test(name));
  expect(onMainThread.length).toBeGreaterThan(0);
  const bytes = onMainThread.reduce(
    (sum, name) => sum + gzipSync(readFileSync(resolve(ASSETS, name))).length,
    0,
  );
  console.log(`first load: ${(bytes / 1024).toFixed(1)} KB of compressed JavaScript on the main thread`);
  expect(bytes).toBeLessThanOrEqual(MAX_MAIN_THREAD_BYTES);
  for (const name of onMainThread)
    expect(readFileSync(resolve(ASSETS, name), 'utf8')).not.toMatch(/UnsortedSegmentSum|maxBufferSize/);
  const workers = readdirSync(ASSETS).filter((name) => /compute\.worker/.test(name));
  expect(workers.length).toBeGreaterThan(0);
});
