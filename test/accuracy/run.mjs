/**
 * `npm run accuracy`: trains every model over ten seeds on Cora and CiteSeer in the built page, by its console API, and
 * prints mean and standard deviation of the test accuracy beside the published value. Two rules of selection: the last
 * epoch, and the epoch with the best validation accuracy. Name models to train only those; `--seeds 3` trains fewer.
 */
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { CHROMIUM_ARGS, findChromium } from '../browser/chromium.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const SETS = ['cora', 'citeseer'];

/** Test accuracy on the public split in %: Cora, CiteSeer, and who says so. */
const PUBLISHED = {
  mlp: ['55.1', '46.5', 'Kipf and Welling 2017, table 3'],
  gcn: ['81.5', '70.3', 'Kipf and Welling 2017, table 2'],
  gat: ['83.0', '72.5', 'Veličković et al. 2018, table 2'],
  sgc: ['81.0', '71.9', 'Wu et al. 2019'],
  appnp: ['83.7', '71.5', 'DGL example'],
  sage: ['79.2', '71.6', 'Wijesinghe and Wang 2022, table 1'],
  gin: ['77.6', '66.1', 'Wijesinghe and Wang 2022, table 1'],
};

const args = process.argv.slice(2);
const seedsAt = args.indexOf('--seeds');
const numSeeds = seedsAt >= 0 ? Number(args.splice(seedsAt, 2)[1]) : 10;

/** In the page: test accuracy of one run at its last and at its best validation epoch. */
async function trainOnce({ set, model, seed }) {
  const { playground } = window;
  if (window.loadedSet !== set) await playground.load(set);
  window.loadedSet = set;
  await playground.configure({ model, seed });
  let best = null;
  const stop = playground.on('epoch', ({ accuracy }) => {
    if (best === null || accuracy.val > best.val) best = accuracy;
  });
  const { accuracy } = await playground.train();
  stop();
  return { last: accuracy.test, best: best.test };
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
function spread(values) {
  const centre = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
  return `${(100 * centre).toFixed(1)} ± ${(100 * deviation).toFixed(1)}`;
}

await build({ root: ROOT, logLevel: 'warn' });
const server = await preview({ root: ROOT, configFile: false, logLevel: 'error', preview: { port: 0 } });
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
const rows = [];
try {
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls.local[0]);
  const offered = await page.evaluate(async () => {
    await window.playground.ready;
    return window.playground.models();
  });
  for (const { id } of offered.filter((model) => args.length === 0 || args.includes(model.id))) {
    const row = { model: id };
    for (const [k, set] of SETS.entries()) {
      const runs = [];
      for (let seed = 0; seed < numSeeds; seed++)
        runs.push(await page.evaluate(trainOnce, { set, model: id, seed }));
      row[`${set}, last`] = spread(runs.map(({ last }) => last));
      row[`${set}, best val`] = spread(runs.map(({ best }) => best));
      row[`${set}, published`] = PUBLISHED[id]?.[k] ?? '-';
    }
    row.source = PUBLISHED[id]?.[2] ?? '-';
    rows.push(row);
    process.stderr.write(`${JSON.stringify(row)}\n`);
  }
} finally {
  await browser.close();
  await server.close();
}
console.table(rows);
