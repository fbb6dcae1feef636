/**
 * `npm run accuracy`: trains every model over ten seeds on Cora and CiteSeer, in Chromium's worker on wasm, and prints
 * mean and standard deviation of the test accuracy beside the published value and the band. Name models to train only
 * those; `--seeds 3` trains fewer; `--json FILE` also writes the rows there. With ten seeds or more it fails when a model
 * is outside its band: bands are for means of ten.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { CHROMIUM_ARGS, findChromium } from '../browser/chromium.mjs';
import { mainTable, rulesTable } from './table.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const SEEDS_OF_BANDS = 10;

const args = process.argv.slice(2);
const option = (name) => {
  const at = args.indexOf(name);
  return at < 0 ? null : args.splice(at, 2)[1];
};
const seeds = Number(option('--seeds') ?? SEEDS_OF_BANDS);
const jsonFile = option('--json');
if (!(Number.isInteger(seeds) && seeds > 0))
  throw new Error(`accuracy: expected a number of seeds above 0, got ${seeds}.`);

const outDir = mkdtempSync(join(tmpdir(), 'accuracy-'));
const rows = [];
try {
  await build({
    root: ROOT,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      rollupOptions: { input: [join(ROOT, 'test/accuracy/index.html')] },
    },
  });
  const server = await preview({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0 },
  });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    await page.goto(`${server.resolvedUrls.local[0]}test/accuracy/index.html`);
    await page.waitForFunction(() => 'accuracy' in window);
    const { models, sets } = await page.evaluate(() => window.accuracy);
    for (const model of args.length === 0 ? models : args)
      for (const set of sets) {
        process.stderr.write(`training ${model} on ${set} ...\n`);
        rows.push(
          await page.evaluate(
            ([id, on, count]) => window.accuracy.measure(id, on, count),
            [model, set, seeds],
          ),
        );
      }
  } finally {
    await browser.close();
    await new Promise((done) => server.httpServer.close(done));
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}

console.log(
  `\nTest accuracy on the public split, or AUC of links, in %, mean ± standard deviation of ${seeds} seeds\n`,
);
console.log(mainTable(rows));
console.log('\nThe same runs by every rule of selection\n');
console.log(rulesTable(rows));
if (jsonFile) writeFileSync(jsonFile, JSON.stringify(rows, null, 2));
const outside = rows.filter(({ isInBand }) => isInBand === false);
for (const { model, set, band } of outside)
  console.error(`accuracy: ${model} on ${set} is outside its band of ${band[0]} to ${band[1]} %`);
if (outside.length > 0 && seeds >= SEEDS_OF_BANDS) process.exitCode = 1;
