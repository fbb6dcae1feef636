import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const DIST = resolve(import.meta.dirname, '../../dist');
const MAX_MAIN_THREAD_BYTES = 250 * 1024;

/** The scripts that the page loads before it can start, with all that they import; workers are not among them. */
function scriptsOfThePage(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const follow = (name: string) => {
    if (found.has(name)) return;
    const text = readFileSync(resolve(DIST, 'assets', name), 'utf8');
    found.set(name, text);
    for (const [, next] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) follow(next!);
  };
  const html = readFileSync(resolve(DIST, 'index.html'), 'utf8');
  for (const [, name] of html.matchAll(/assets\/([\w.-]+\.js)/g)) follow(name!);
  return found;
}

it('loads at most 250 KB of compressed JavaScript on the main thread, and tensors only in a worker', () => {
  const scripts = scriptsOfThePage();
  expect(scripts.size).toBeGreaterThan(0);
  const bytes = [...scripts.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
  console.log(`first load: ${(bytes / 1024).toFixed(1)} KB of compressed JavaScript on the main thread`);
  expect(bytes).toBeLessThanOrEqual(MAX_MAIN_THREAD_BYTES);
  const withTensors = [...scripts]
    .filter(([, text]) => text.includes('UnsortedSegmentSum'))
    .map(([name]) => name);
  expect(withTensors).toEqual([]);
  // The marker is a real one: the worker's scripts do hold it.
  const others = readdirSync(resolve(DIST, 'assets')).filter(
    (name) => name.endsWith('.js') && !scripts.has(name),
  );
  expect(
    others.some((name) => readFileSync(resolve(DIST, 'assets', name), 'utf8').includes('UnsortedSegmentSum')),
  ).toBe(true);
});
