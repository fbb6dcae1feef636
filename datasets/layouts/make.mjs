/**
 * `npm run layouts`: computes the positions of the sets on offer by the page's own layout and writes them beside this
 * file. To be run again when the layout or a generator changes; the outcome is committed. Takes the raw files from
 * public/datasets, where `npm run datasets` puts them.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createServer } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const FILES = join(ROOT, 'public/datasets/planetoid');
const SETS = ['karate', 'cora', 'citeseer', 'synthetic'];
const SEED = 0;

const vite = await createServer({
  root: ROOT,
  configFile: false,
  server: { middlewareMode: true },
  logLevel: 'error',
});
try {
  const { loadDataset } = await vite.ssrLoadModule('/src/data/formats/fetchDataset.ts');
  const { encodePositions } = await vite.ssrLoadModule('/src/data/formats/shippedLayouts.ts');
  const { layoutGraph } = await vite.ssrLoadModule('/src/data/graph/layout/layoutGraph.ts');
  const names = await readdir(FILES).catch(() => []);
  const files = new Map();
  for (const name of names) files.set(name, new Uint8Array(await readFile(join(FILES, name))).buffer);
  const offline = {
    fetch: () => Promise.reject(new Error('layouts are made without a network')),
    caches: null,
  };
  for (const id of SETS) {
    const options = { base: '', files, report: () => {} };
    const graph = await loadDataset({ id, labelling: null }, options, offline);
    const run = layoutGraph(graph.numNodes, graph.edgeIndex, SEED);
    let step = run.next();
    while (!step.done) step = run.next();
    const text = `${JSON.stringify(encodePositions(step.value))}\n`;
    await writeFile(join(import.meta.dirname, `${id}.json`), text);
    console.log(`layouts: ${id}, ${(text.length / 1000).toFixed(1)} KB`);
  }
} catch (error) {
  console.error(`layouts: ${error.message}`);
  process.exitCode = 1;
} finally {
  await vite.close();
}
