/**
 * Whether a large graph keeps the page from answering: graphs up to what an import accepts are opened through the dialog
 * and used (blocking/actions.mjs); of each action the longest task of the main thread is told, and how long the page
 * took to show an answer to the pointer.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTIONS } from './blocking/actions.mjs';
import { SIZES, writeGraph } from './blocking/graphs.mjs';
import { record } from './blocking/tasks.mjs';

export const BLOCKING_SIZES = Object.keys(SIZES);

/** Asked for by the project: nothing keeps the page from answering for longer. */
const LONGEST_TASK_MS = 200;
/** Of an import, and of what follows an action. */
const [OPEN_MS, ACT_MS, REST_MS] = [180_000, 60_000, 15_000];

/** Runs in the page: from each input to the end of the next frame in which the main thread was free, in ms. */
const ANSWERS = `window.answers = [];
for (const type of ['wheel', 'pointerdown', 'pointermove', 'keydown', 'click'])
  addEventListener(type, ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.answers.push(performance.now() - timeStamp);
    port2.postMessage(null);
  }), { capture: true, passive: true });`;

/** Nothing drawn and no message under way for half a second, or so long that it does not matter any more. */
const atRest = (page, longest) =>
  page.evaluate(async (ms) => {
    const until = performance.now() + ms;
    let [before, since] = ['', performance.now()];
    while (performance.now() < until) {
      await new Promise((done) => setTimeout(done, 50));
      const now = JSON.stringify(window.playground.counters());
      if (now !== before) [before, since] = [now, performance.now()];
      if (performance.now() - since > 500) return;
    }
  }, longest);

const within = (promise, ms) =>
  Promise.race([
    promise,
    new Promise((_, reject) =>
      setTimeout(() => reject(new Error(`took longer than ${ms / 1000} s`)), ms).unref(),
    ),
  ]);

async function measureAction(page, session, act, profiled, longest = ACT_MS) {
  await page.evaluate(() => void (window.answers.length = 0));
  const recording = await record(session, profiled);
  const began = Date.now();
  let note = '';
  try {
    note = (await within(act(page), longest)) ?? '';
  } catch (error) {
    note = String(error.message).split('\n')[0];
  }
  await atRest(page, REST_MS);
  const seconds = (Date.now() - began) / 1000;
  const tasks = await recording.stop();
  const answers = await page.evaluate(() => window.answers);
  return { tasks, seconds, note, slowestAnswerMs: answers.length > 0 ? Math.max(...answers) : null };
}

/** Through the dialog: files chosen, preview, Open graph, until its run stands. */
const opening = (paths, nodes) => ({
  'import: preview': async (page) => {
    await page.getByRole('combobox', { name: 'Data' }).selectOption({ label: 'Open a file…' });
    await page.locator('input[type=file]').setInputFiles(paths);
    await page.getByRole('button', { name: 'Open graph', exact: true }).filter({ visible: true }).waitFor();
  },
  'import: open and draw': async (page) => {
    await page.getByRole('button', { name: 'Open graph', exact: true }).filter({ visible: true }).click();
    await page.waitForFunction((rows) => window.playground.layers()[0]?.numRows === rows, nodes, {
      polling: 200,
    });
  },
});

/**
 * @param {import('playwright').Browser} browser
 * @param {string} url of the playground
 * @param {{ size: string, only?: readonly string[], profiled?: boolean, tell?: (row: object) => void }} options
 */
export async function measureBlocking(browser, url, { size, only, profiled = false, tell = () => {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'graphs-'));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(OPEN_MS);
  const rows = [];
  const add = (action, measured) => {
    rows.push({ size, action, ...measured });
    tell(rows.at(-1));
  };
  try {
    const paths = writeGraph(size, folder);
    await page.goto(url);
    await page.evaluate(() => window.playground.ready);
    await page.evaluate(ANSWERS);
    const session = await page.context().newCDPSession(page);
    for (const [action, act] of Object.entries(opening(paths, SIZES[size].nodes)))
      add(action, await measureAction(page, session, act, profiled, OPEN_MS));
    page.setDefaultTimeout(ACT_MS);
    for (const [action, act] of Object.entries(ACTIONS))
      if (!only || only.some((part) => action.includes(part)))
        add(action, await measureAction(page, session, act, profiled));
    return rows;
  } finally {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By what the task computed: the rest is waiting for other programs, and for a renderer in software. */
export const isBlocked = ({ tasks }) => tasks.some(({ cpuMs }) => cpuMs > LONGEST_TASK_MS);

export function tellBlocking(rows) {
  console.log(`the page with large graphs; ${LONGEST_TASK_MS} ms is the limit for a task of the main thread`);
  console.table(
    rows.map(({ size, action, tasks, slowestAnswerMs, seconds, note }) => ({
      size,
      action,
      'longest task ms': tasks[0]?.wallMs.toFixed(0) ?? '-',
      'most computed in one ms': Math.max(0, ...tasks.map(({ cpuMs }) => cpuMs)).toFixed(0),
      'slowest answer ms': slowestAnswerMs?.toFixed(0) ?? '-',
      seconds: seconds.toFixed(1),
      note,
    })),
  );
  for (const { size, action, tasks } of rows)
    for (const { wallMs, cpuMs, by } of tasks.filter((task) => task.by && task.wallMs > LONGEST_TASK_MS))
      console.log(
        `  ${size}, ${action}: ${wallMs.toFixed(0)} ms, ${cpuMs.toFixed(0)} computing: ${by.join('; ')}`,
      );
  if (rows.some(isBlocked)) process.exitCode = 1;
}
