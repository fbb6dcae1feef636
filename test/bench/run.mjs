/**
 * `npm run bench`: builds the bench page, opens it in a headless Chromium and prints the rows as a table and as JSON.
 * Name rows to measure only those: `npm run bench -- wasm ops`, `page` for how the page answers meanwhile, `frames` for how
 * smoothly it moves, `projection` and `previews` for its pictures, `growth`, `large` and `node2vec` for what grows, `blocking`
 * for graphs up to what an import accepts (or their names: `blocking star million`; `--profile` adds who was at work in long
 * tasks). `--json FILE` also writes the JSON there.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { CHROMIUM_ARGS, findChromium } from '../browser/chromium.mjs';
import { BLOCKING_SIZES, measureBlocking, tellBlocking } from './blocking.mjs';
import { measureFrames, tellFrames } from './frames.mjs';
import { measurePreviews, tellPreviews } from './previews.mjs';
import { measureProjection, tellProjection } from './projection.mjs';
import { measureScale, SCALE_ROWS, tellScale } from './scale.mjs';
import { LONGEST_TASK_MS, measureResponsiveness } from './responsiveness.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');
const ROW_TIMEOUT_MS = 180_000;
const LEAST_TIMES_FASTER = 15;

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const args = process.argv.slice(2);
const jsonAt = args.indexOf('--json');
const jsonFile = jsonAt >= 0 ? args.splice(jsonAt, 2)[1] : null;

const profileAt = args.indexOf('--profile');
const profiled = profileAt >= 0 && args.splice(profileAt, 1).length > 0;

const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
const results = [];
/** By row of SCALE_ROWS. */
const scale = {};
let responsiveness = null;
let projection = null;
let previews = null;
let frames = null;
const blocking = [];
try {
  await build({
    root: ROOT,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      // A profile says names that can be read.
      minify: !profiled,
      rollupOptions: { input: [join(ROOT, 'test/bench/index.html'), join(ROOT, 'index.html')] },
    },
  });
  const server = await preview({
    root: ROOT,
    logLevel: 'warn',
    build: { outDir },
    preview: { port: await freePort(), strictPort: true, open: false },
  });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    await page.goto(`${server.resolvedUrls.local[0]}test/bench/index.html`);
    await page.waitForFunction(() => 'bench' in window);
    const all = await page.evaluate(() => window.bench.rows);
    for (const row of args.length > 0 ? all.filter((id) => args.includes(id)) : all) {
      process.stderr.write(`measuring ${row} ...\n`);
      const timeout = new Promise((done) =>
        setTimeout(() => done({ kind: 'failed', row, message: 'took too long' }), ROW_TIMEOUT_MS).unref(),
      );
      results.push(await Promise.race([page.evaluate((id) => window.bench.measure(id), row), timeout]));
    }
    if (args.length === 0 || args.includes('projection')) {
      process.stderr.write('measuring projection ...\n');
      projection = await measureProjection(page);
    }
    for (const row of SCALE_ROWS.filter((id) => args.length === 0 || args.includes(id))) {
      process.stderr.write(`measuring ${row} ...\n`);
      scale[row] = await measureScale(page, row);
    }
    await page.close();
    if (args.length === 0 || args.includes('previews')) {
      process.stderr.write('measuring previews ...\n');
      previews = await measurePreviews(browser, server.resolvedUrls.local[0]);
    }
    if (args.length === 0 || args.includes('page')) {
      process.stderr.write('measuring the page while it trains ...\n');
      responsiveness = await measureResponsiveness(browser, server.resolvedUrls.local[0]);
    }
    if (args.length === 0 || args.includes('frames')) {
      process.stderr.write('measuring frames ...\n');
      frames = await measureFrames(browser, server.resolvedUrls.local[0]);
    }
    if (args.length === 0 || args.includes('blocking')) {
      const named = BLOCKING_SIZES.filter((size) => args.includes(size));
      for (const size of named.length > 0 ? named : BLOCKING_SIZES) {
        process.stderr.write(`measuring the page with a large graph: ${size} ...\n`);
        blocking.push(...(await measureBlocking(browser, server.resolvedUrls.local[0], { size, profiled })));
      }
    }
  } finally {
    await browser.close();
    await new Promise((done) => server.httpServer.close(done));
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}

const measured = results.filter((result) => result.kind === 'measured').map((result) => result.measured);
const epochOf = (row) => measured.find((each) => each.row === row)?.epochMs;
const ratio = (a, b) => (a && b ? (a / b).toFixed(2) : '-');
console.table(
  measured.map((each) => ({
    row: each.row,
    graph: each.graph,
    'ms / epoch': each.epochMs.toFixed(2),
    'evaluation ms': each.evaluationMs?.toFixed(2) ?? '-',
    'kernels / epoch': each.launches,
    'of A': ratio(each.epochMs, epochOf('ops')),
    'times faster than B': ratio(epochOf('dense'), each.epochMs),
    note: each.note,
  })),
);
for (const { row, message } of results.filter((result) => result.kind === 'failed'))
  console.error(`bench: ${row} could not be measured: ${message}`);
const timesFaster = epochOf('dense') / epochOf('wasm');
if (Number.isFinite(timesFaster)) {
  console.log(
    `sparse is ${timesFaster.toFixed(0)} times faster than dense on wasm; ${LEAST_TIMES_FASTER} is asked for`,
  );
  if (timesFaster < LEAST_TIMES_FASTER) process.exitCode = 1;
}
const synthetic = measured.find((each) => each.graph !== 'Cora');
if (synthetic) console.log(`bench: Cora's files are not served; measured on ${synthetic.graph} of its size`);
if (responsiveness) {
  const {
    graph,
    epochs,
    seconds,
    longestTaskMs,
    longestTasksMs,
    load,
    mostCpuMs,
    graphRedraws,
    embeddingRedraws,
  } = responsiveness;
  console.log(
    `the page, ${epochs} epochs of ${graph} as fast as it can: ${seconds.toFixed(1)} s, graph drawn ${graphRedraws} and ` +
      `embedding ${embeddingRedraws} times; longest main-thread task ${longestTaskMs.toFixed(0)} ms (${LONGEST_TASK_MS} is the ` +
      `limit; ${longestTasksMs.map((ms) => ms.toFixed(0)).join(', ')} in ${longestTasksMs.length} runs at a load average of ` +
      `${load.toFixed(1)}), of a task's time at most ${mostCpuMs.toFixed(0)} ms computing`,
  );
}
if (projection) tellProjection(projection);
if (previews) tellPreviews(previews);
if (frames) tellFrames(frames);
for (const [row, each] of Object.entries(scale)) tellScale(row, each);
if (blocking.length > 0) tellBlocking(blocking);
const json = JSON.stringify(
  { measured, responsiveness, projection, previews, frames, blocking, scale },
  null,
  2,
);
console.log(json);
if (jsonFile) writeFileSync(jsonFile, json);
if (results.some((result) => result.kind === 'failed')) process.exitCode = 1;
