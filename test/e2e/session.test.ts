import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { closeAll, openCharts, visit } from './playground';

afterAll(closeAll);

/** What the browser has kept of visits, as the database holds it: the sentence of each. */
const keptSessions = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open('gnn-playground');
        request.addEventListener('error', () => reject(new Error('no database')));
        request.addEventListener('success', () => {
          const db = request.result;
          if (!db.objectStoreNames.contains('sessions')) return resolve([]);
          const all = db.transaction('sessions').objectStore('sessions').getAll();
          all.addEventListener('success', () => {
            db.close();
            resolve(all.result.map(({ sentence }: { sentence: string }) => sentence));
          });
        });
      }),
  );

/** Waits until a visit is kept as it stands. */
const isKept = (page: Page, sentence: RegExp): Promise<void> =>
  expect.poll(() => keptSessions(page)).toContainEqual(expect.stringMatching(sentence));

describe('a visit', () => {
  it('is offered again after the page was left, with its runs, exactly where it stood', async () => {
    const { page, context, complaints, close } = await visit();
    const before = await page.evaluate(async () => {
      await window.playground.ready;
      await window.playground.train({ epochs: 30 });
      await window.playground.configure({ model: 'gat', seed: 5 });
      await window.playground.train({ epochs: 25 });
      return window.playground.seek(20);
    });
    await isKept(page, /^GAT · Karate Club · seed 5, epoch 20, and 1 earlier run$/);
    const address = page.url().split('#')[0]!;
    await page.close();
    const again = await context.newPage();
    const said: string[] = [];
    again.on('pageerror', (error) => said.push(error.message));
    await again.goto(address);
    await again.evaluate(() => window.playground.ready);
    await again.getByRole('button', { name: 'Last visit' }).click();
    await again
      .getByText(/Kept from today at .*: GAT · Karate Club · seed 5, epoch 20, and 1 earlier run/)
      .waitFor();
    await again.getByRole('button', { name: 'Bring it back' }).click();
    await again.waitForFunction(() => window.playground.scene().epoch === 20);
    await openCharts(again);
    await again.getByRole('radio', { name: 'runs (2)' }).check();
    await again.getByRole('button', { name: 'GCN · seed 0 · 30 epochs', exact: true }).waitFor();
    const after = await again.evaluate(() => window.playground.seek(20));
    expect({ ...after, ms: 0 }).toEqual({ ...before, ms: 0 });
    // It goes on from there, to the epochs that it had been at.
    const end = await again.evaluate(() => window.playground.seek(25));
    expect(end.epoch).toBe(25);
    expect(complaints).toEqual([]);
    expect(said).toEqual([]);
    await close();
  });

  it('that is reloaded while it plays goes back to its epoch, without a sender and without an older offer', async () => {
    const { page, context, close } = await visit();
    await page.evaluate(async () => {
      await window.playground.ready;
      await window.playground.configure({ model: 'sage' });
      await window.playground.train({ epochs: 10 });
    });
    await isKept(page, /^GraphSAGE .* epoch 10/);
    const address = page.url().split('#')[0]!;
    await page.close();
    const again = await context.newPage();
    await again.goto(`${address}#data=karate&seed=2&pace=10`);
    await again.evaluate(() => window.playground.ready);
    await again.getByRole('button', { name: 'Play', exact: true }).click();
    await again.waitForFunction(() => /epoch=\d\d/.test(location.hash));
    const epoch = await again.evaluate(() => window.playground.scene().epoch);
    await again.reload();
    await again.evaluate(() => window.playground.ready);
    const told = Number(/epoch=(\d+)/.exec(again.url())?.[1]);
    expect(told).toBeGreaterThanOrEqual(epoch);
    await again.waitForFunction((wanted) => window.playground.scene().epoch === wanted, told);
    await again.getByRole('region', { name: 'Opened link' }).waitFor({ state: 'detached' });
    // By the time that this visit is kept once more, an older one would have been offered.
    await isKept(again, new RegExp(`^GCN · Karate Club · seed 2, epoch ${told}`));
    expect(await again.getByRole('button', { name: 'Last visit' }).count()).toBe(0);
    await close();
  });

  it('that opens a link leaves what was kept before alone', async () => {
    const { page, context, close } = await visit();
    await page.evaluate(async () => {
      await window.playground.ready;
      await window.playground.train({ epochs: 10 });
    });
    await isKept(page, /^GCN · Karate Club · seed 0, epoch 10/);
    const address = page.url().split('#')[0]!;
    await page.close();
    const linked = await context.newPage();
    await linked.goto(`${address}#data=karate&model=sage&seed=9&epoch=15`);
    await linked.waitForFunction(() => window.playground.scene().epoch === 15);
    await linked.getByRole('button', { name: 'Last visit' }).click();
    await linked.getByText(/Kept from today at .*: GCN · Karate Club · seed 0, epoch 10/).waitFor();
    await expect.poll(() => keptSessions(linked)).toHaveLength(2);
    await close();
  });

  it('is forgotten when it is asked for', async () => {
    const { page, context, close } = await visit();
    await page.evaluate(async () => {
      await window.playground.ready;
      await window.playground.train({ epochs: 10 });
    });
    await isKept(page, /epoch 10/);
    await page.evaluate(() => window.playground.forget());
    expect(await keptSessions(page)).toEqual([]);
    // What is done after that is kept neither as it goes nor when the page is left.
    await page.evaluate(() => window.playground.train({ epochs: 5 }));
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
    const address = page.url().split('#')[0]!;
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await again.evaluate(() => window.playground.ready);
    expect(await keptSessions(again)).toEqual([]);
    await close();
  });

  it('goes on where the browser keeps nothing, and says so', async () => {
    const { page, complaints, close } = await visit({
      prepare: async (context) => {
        await context.addInitScript(() => {
          IDBFactory.prototype.open = () => {
            throw new DOMException('refused', 'SecurityError');
          };
        });
      },
    });
    const { epoch } = await page.evaluate(async () => {
      await window.playground.ready;
      return window.playground.train({ epochs: 10 });
    });
    expect(epoch).toBe(10);
    await page
      .getByText(/This visit is not kept for later\. This browser refuses to keep anything/)
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
