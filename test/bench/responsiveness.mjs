/**
 * How long the main thread is kept from answering a visitor while Cora trains as fast as it can and both canvases are
 * drawn, from the browser's own trace: the longest task, and the most processor time that any task took. They differ
 * where there is no graphics card: the browser then waits, inside a task, until the canvases are drawn in software.
 */
import { readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { mainThreadTasks } from './blocking/tasks.mjs';

/** Above this, a page is felt to hang. */
export const LONGEST_TASK_MS = 100;
const EPOCHS = 2000;
/** Other programs lengthen a task and never shorten it: of so many runs the least disturbed counts, and all are told. */
const RUNS = 3;

const tasksIn = (path) => mainThreadTasks(JSON.parse(readFileSync(path, 'utf8')).traceEvents);

async function measureOnce(browser, url) {
  const trace = join(tmpdir(), `responsiveness-${process.pid}.json`);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(url);
    const graph = await page.evaluate(async () => {
      const { playground } = window;
      await playground.ready;
      const { id } = await playground.load('cora').catch(() => playground.load('synthetic'));
      // Loading is not what is measured here.
      await new Promise((done) => setTimeout(done, 1000));
      return id;
    });
    await browser.startTracing(page, { path: trace, categories: ['toplevel', 'devtools.timeline'] });
    const run = await page.evaluate(async (epochs) => {
      const { playground } = window;
      const before = playground.counters().redraws;
      const began = performance.now();
      await playground.train({ epochs });
      const seconds = (performance.now() - began) / 1000;
      const { redraws } = playground.counters();
      return {
        seconds,
        graphRedraws: redraws.graph - before.graph,
        embeddingRedraws: redraws.embedding - before.embedding,
      };
    }, EPOCHS);
    await browser.stopTracing();
    const tasks = tasksIn(trace);
    return {
      graph,
      epochs: EPOCHS,
      ...run,
      longestTaskMs: Math.max(...tasks.map(({ wallMs }) => wallMs)),
      mostCpuMs: Math.max(...tasks.map(({ cpuMs }) => cpuMs)),
    };
  } finally {
    await page.close();
    rmSync(trace, { force: true });
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} url of the playground
 */
export async function measureResponsiveness(browser, url) {
  const runs = [];
  for (let i = 0; i < RUNS; i++) runs.push(await measureOnce(browser, url));
  const [least] = runs.toSorted((a, b) => a.longestTaskMs - b.longestTaskMs);
  // Runs themselves load the machine with about 2.
  return { ...least, longestTasksMs: runs.map(({ longestTaskMs }) => longestTaskMs), load: loadavg()[0] };
}
