/**
 * A long visit leaves nothing behind: memory and tensors come back to where they were, and so do workers, nodes and
 * WebGL contexts. A short form of it is in the gate; `npm run soak` makes thirty switches and tells what it measured.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { closeAll, visit } from './playground';
import { countLostContexts, lostContexts } from './soak/contexts';
import { inspect } from './soak/inspector';
import { grown, measure, tableOf } from './soak/measure';
import { comeHome, goTo, linger, openDialogs, route, rushTo, tensorsOfHome } from './soak/visitor';

const isFull = process.env.SOAK === 'full';
const SWITCHES = isFull ? 30 : 8;
const hasCora = existsSync(resolve(import.meta.dirname, '../../dist/datasets/planetoid/ind.cora.graph'));

afterAll(closeAll);

it(
  `a visit of ${SWITCHES} switches leaves nothing behind`,
  { timeout: 60_000 + SWITCHES * 20_000 },
  async () => {
    const { page, complaints, close } = await visit({ prepare: countLostContexts });
    const inspector = await inspect(page);
    await page.evaluate(() => window.playground.ready);
    // Whatever is fetched or compiled when it is wanted first is there before anything is measured.
    for (const goal of route(4, hasCora)) await goTo(page, goal);
    await rushTo(page, ['karate', 'gcn']);
    await linger(page);
    await openDialogs(page);
    await comeHome(page);
    const start = await measure(page, inspector);
    expect(start.workers.map(({ kind }) => kind).sort()).toEqual(['compute', 'projection']);
    expect(start.tensors.tensors).toBeGreaterThan(0);
    expect(start.page.contexts).toBeGreaterThan(0);
    expect(start.runs).toEqual([20]);

    for (const [turn, goal] of route(SWITCHES, hasCora).entries()) {
      await (turn % 2 === 0 ? goTo : rushTo)(page, goal);
      if (turn % 10 === 6) await openDialogs(page);
    }
    // One worker has seen every model, an edit, a replay: it holds the tensors of the last one.
    await page.evaluate(() => window.playground.load('karate'));
    await linger(page);
    expect(await tensorsOfHome(page)).toEqual(start.tensors);
    await comeHome(page);
    const end = await measure(page, inspector);

    if (isFull) process.stdout.write(`\n${tableOf(start, end)}\n`);
    expect.soft(grown(start, end)).toEqual([]);
    expect.soft(end.tensors).toEqual(start.tensors);
    expect.soft(end.runs).toEqual(start.runs);
    expect.soft(end.keyframes).toBe(start.keyframes);
    expect.soft(end.workers.map(({ kind }) => kind).sort()).toEqual(['compute', 'projection']);
    expect.soft(end.page.contexts).toBe(start.page.contexts);
    expect.soft(await lostContexts(page)).toBe(0);
    expect.soft(complaints).toEqual([]);
    await close();
  },
);
