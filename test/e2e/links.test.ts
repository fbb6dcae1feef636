/** Links: opened in a fresh page, typed into an open one, gone back to. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeAll, visit, type Visit, type VisitOptions, openCharts } from './playground';

const open: Visit[] = [];
const arrive = async (options?: VisitOptions): Promise<Visit> => {
  const one = await visit(options);
  open.push(one);
  await one.page.evaluate(() => window.playground.ready);
  return one;
};
afterEach(async () => {
  for (const one of open.splice(0)) {
    expect(one.complaints).toEqual([]);
    await one.close();
  }
});
afterAll(closeAll);

const RAW = resolve(import.meta.dirname, '../../public/datasets/planetoid');
const CORA_FILES = ['x', 'tx', 'allx', 'y', 'ty', 'ally', 'graph', 'test.index'].map(
  (part) => `ind.cora.${part}`,
);
const hasCora = CORA_FILES.every((name) => existsSync(resolve(RAW, name)));

const strip = (page: Page) => page.getByRole('region', { name: 'Opened link' });
const lossAt = (page: Page, epoch: number) =>
  page.evaluate(async (at) => (await window.playground.seek(at)).loss, epoch);
const hashOf = (page: Page) => page.evaluate(() => location.hash);
const hashIs = (page: Page, wanted: string) => page.waitForFunction((hash) => location.hash === hash, wanted);
/** What the dialog *Share* gives, after the `#`. */
const linkOf = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  await page.keyboard.press('Escape');
  return new URL(link).hash;
};
/** The epoch that the bar shows. */
const shows = (page: Page, epoch: number) =>
  page.getByTitle('epoch of epochs').getByText(epoch.toLocaleString('en'), { exact: true }).waitFor();

describe('a link that is opened', () => {
  it('trains to its epoch, with the numbers of whoever trained there by hand', async () => {
    const { page } = await arrive({ hash: '#data=karate&model=gat&seed=3&epoch=60&select=5' });
    await strip(page)
      .getByText('Karate Club with a two-layer GAT, seed 3, shown at epoch 60; 1 node selected.')
      .waitFor();
    await shows(page, 60);
    const { page: other } = await arrive();
    const byHand = await other.evaluate(async () => {
      await window.playground.configure({ model: 'gat', seed: 3 });
      return (await window.playground.train({ epochs: 60 })).loss;
    });
    expect(await lossAt(page, 60)).toBe(byHand);
    // It stays in the address bar.
    expect(await hashOf(page)).toBe('#data=karate&model=gat&seed=3&epoch=60&select=5');
    await page.getByRole('heading', { name: /node 5/i }).waitFor();
  });

  it('passes a setting that was moved and an edit on the way, and tells that the numbers are the same', async () => {
    const { page } = await arrive();
    const loss = await page.evaluate(async () => {
      await window.playground.train({ epochs: 20 });
      await window.playground.edit({ addNode: {}, addEdge: [34, 0] });
      return (await window.playground.train({ epochs: 10 })).loss;
    });
    expect(loss).toBeGreaterThan(0);
    const rate = page.getByRole('slider', { name: 'learning rate' });
    await rate.focus();
    await page.keyboard.press('ArrowRight');
    const there = await page.evaluate(async () => (await window.playground.train({ epochs: 30 })).loss);
    const link = await linkOf(page);
    const { page: other } = await arrive({ hash: link });
    await strip(other)
      .getByText(/graph edited at epoch 20; learning rate moved at epoch 30/)
      .waitFor();
    await strip(other)
      .getByText(/^Same numbers as sent: loss \d\.\d{4}\.$/)
      .waitFor();
    expect(await lossAt(other, 60)).toBe(there);
    expect(await hashOf(other)).toBe(link);
  });

  it('tells how it came out on another backend, within 0.01 of the test accuracy', async () => {
    const { page } = await arrive({ hash: '#data=synthetic' });
    const sent = await page.evaluate(async () => {
      await window.playground.setBackend('cpu');
      return (await window.playground.train({ epochs: 12 })).accuracy.test;
    });
    const { page: other } = await arrive({ hash: await linkOf(page) });
    const told = await strip(other)
      .getByText(/^Computed on WASM here, plain JavaScript there: test accuracy/, { exact: false })
      .textContent();
    const [, here, there] = /accuracy ([\d.]+) % here, ([\d.]+) % there/.exec(told ?? '') ?? [];
    expect(Number(there)).toBeCloseTo(100 * sent!, 1);
    expect(Math.abs(Number(here) - Number(there))).toBeLessThanOrEqual(1);
    expect(told).toMatch(/\d+( of 270)? compared predictions are the same/);
  });

  it('can be left on the way, and leaves the choice to a phone', async () => {
    const { page: quick } = await arrive({ hash: '#data=karate&epoch=18', phone: true });
    await shows(quick, 18);
    const { page } = await arrive({ hash: '#data=karate&epochs=1500&epoch=1500', phone: true });
    const train = page.getByRole('button', { name: 'Train to epoch 1,500' });
    await train.waitFor();
    await shows(page, 0);
    // Asked, it goes on saying where it leads.
    expect(await hashOf(page)).toBe('#data=karate&epochs=1500&epoch=1500');
    await train.click();
    await shows(page, 1500);
    const { page: other } = await arrive({ hash: '#data=karate&epochs=1500&epoch=1500', phone: true });
    await other.getByRole('button', { name: 'Stay at the beginning' }).click();
    await strip(other).waitFor({ state: 'detached' });
    await hashIs(other, '#data=karate&epochs=1500');
    await shows(other, 0);
  });

  it('can be skipped while it trains, and stays where it is', async () => {
    const { page } = await arrive({ hash: '#data=synthetic&epochs=1500&epoch=1500' });
    await page.getByRole('progressbar', { name: 'On the way to the epoch of the link' }).waitFor();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await strip(page).waitFor({ state: 'detached' });
    const text = await page.getByTitle('epoch of epochs').textContent();
    const epoch = Number(text?.split('/')[0]?.replaceAll(',', ''));
    expect(epoch).toBeLessThan(1500);
    await hashIs(page, `#data=synthetic&epochs=1500${epoch > 0 ? `&epoch=${epoch}` : ''}`);
  });

  it('asks first where the way is long', async () => {
    const { page } = await arrive({ hash: '#data=synthetic&model=node2vec&epoch=300' });
    await strip(page)
      .getByText(/takes about \d+ minutes of computing/)
      .waitFor();
    await page.getByRole('button', { name: 'Train to epoch 300' }).waitFor();
    await shows(page, 0);
  });

  it('frees what the sender locked, on a copy that the way back leads away from', async () => {
    const { page } = await arrive({ hash: '#data=karate&seed=2&lock=model.seed' });
    await strip(page)
      .getByText(/; model and seed are locked\./)
      .waitFor();
    const lesson = page.url();
    await page.getByRole('button', { name: 'Make a copy to change everything' }).click();
    await page.getByRole('button', { name: 'Make the copy' }).click();
    await hashIs(page, '#data=karate&seed=2');
    await strip(page).getByText('Your copy: nothing is locked or hidden here.').waitFor();
    const back = strip(page).getByRole('link', { name: 'Back to the lesson' });
    expect(await back.getAttribute('href')).toBe(lesson);
    await back.click();
    await page.getByRole('button', { name: 'Make a copy to change everything' }).waitFor();
    await hashIs(page, '#data=karate&seed=2&lock=model.seed');
  });
});

describe('a link that is wrong', () => {
  it.each([
    ['#s=1.garbage', /^This link is damaged or was cut short, so the page opened with Karate Club\./],
    ['#data=nonsense&epoch=20', /'nonsense' does not fit data, which takes one of karate/],
  ])('%s is told, and nothing as if it had opened', async (hash, told) => {
    const { page } = await arrive({ hash });
    await page.getByText(told).waitFor();
    expect(await strip(page).count()).toBe(0);
    await shows(page, 0);
  });

  it.each([
    [
      '{"removedNodes":[99999]}',
      /99999 does not fit edits, removedNodes, which takes a node from 0 to 33; it was left out/,
    ],
    ['{"labels":[[0,9]]}', /9 does not fit edits, labels, which takes a class from 0 to 1; it was left out/],
    [
      '{"removedEdges":[[0,33]]}',
      /\[0, 33\] does not fit edits, removedEdges, which takes an edge of the graph; it was left out/,
    ],
  ])('with edits %s that do not fit its graph opens without them, and trains', async (edits, told) => {
    const { page } = await arrive({ hash: `#data=karate&edits=${edits}` });
    await page.getByText(told).waitFor();
    expect(await page.evaluate(async () => (await window.playground.train({ epochs: 2 })).epoch)).toBe(2);
  });

  it('counts the nodes that are there, and names a key as it was written', async () => {
    const { page } = await arrive({ hash: '#data=karate&select=3.999&lr=abc' });
    // One sentence at a time, what went wrong before what was opened.
    const seen: string[] = [];
    for (let i = 0; i < 2; i++) {
      const notice = page.getByRole('region', { name: 'Notices' });
      seen.push((await notice.textContent()) ?? '');
      expect(await strip(page).count()).toBe(0);
      await notice.getByRole('button', { name: 'Dismiss' }).click();
    }
    expect(seen.join()).toMatch(/node 999 that is not in this graph of 34 nodes/);
    expect(seen.join()).toMatch(
      /'abc' does not fit lr, which takes a number from 0\.00001 to 1; it was left out\./,
    );
    await strip(page)
      .getByText(/; 1 node selected\.$/)
      .waitFor();
  });
});

describe('a link in a page where something is open', () => {
  it('keeps what was open in the table of runs, and one step of undo brings the settings back', async () => {
    const { page } = await arrive({ hash: '#data=karate&seed=1' });
    const loss = await page.evaluate(async () => (await window.playground.train({ epochs: 30 })).loss);
    await hashIs(page, '#data=karate&seed=1&epoch=30');
    await page.evaluate(() => {
      location.hash = '#data=karate&model=gat&epoch=10';
    });
    await shows(page, 10);
    await strip(page)
      .getByText(/two-layer GAT, seed 0, shown at epoch 10/)
      .waitFor();
    await openCharts(page);
    await page.getByRole('radio', { name: 'runs (2)' }).check();
    await page.getByRole('button', { name: 'GCN · seed 1 · 30 epochs', exact: true }).waitFor();
    // Back at the former run, where it stood.
    await page.goBack();
    await shows(page, 30);
    expect(await lossAt(page, 30)).toBe(loss);
    await page.goForward();
    await shows(page, 10);
    await page.evaluate(() => window.playground.undo());
    expect(await page.getByRole('combobox', { name: 'Model' }).inputValue()).toBe('gcn');
  });
});

describe('back and forward', () => {
  it('lead to the former model and data set, and on again', async () => {
    const { page } = await arrive();
    await page.evaluate(() => window.playground.train({ epochs: 10 }));
    await hashIs(page, '#data=karate&epoch=10');
    await page.evaluate(() => window.playground.configure({ model: 'sage' }));
    await hashIs(page, '#data=karate&model=sage');
    await page.getByRole('combobox', { name: 'Data' }).selectOption('synthetic');
    await hashIs(page, '#data=synthetic&model=sage');
    await page.goBack();
    await page.waitForFunction(() => window.playground.layers()[0]?.numRows === 34);
    await hashIs(page, '#data=karate&model=sage');
    await page.goBack();
    await shows(page, 10);
    await hashIs(page, '#data=karate&epoch=10');
    expect(await page.getByRole('combobox', { name: 'Model' }).inputValue()).toBe('gcn');
    await page.goForward();
    await page.goForward();
    await page.waitForFunction(() => window.playground.layers()[0]?.numRows === 2708);
    await hashIs(page, '#data=synthetic&model=sage');
    // Moved through, none of them was changed.
    await page.goBack();
    await hashIs(page, '#data=karate&model=sage');
  });

  it('an address that is typed opens as it says, and what cannot be read is told', async () => {
    const { page } = await arrive({ hash: '#data=karate' });
    await page.evaluate(() => {
      location.hash = '#data=karate&seed=7&colour=split&nonsense=1';
    });
    await page.getByText(/'nonsense' means nothing here/).waitFor();
    expect(await page.getByRole('combobox', { name: 'colour' }).inputValue()).toBe('split');
    await hashIs(page, '#data=karate&seed=7&colour=split&nonsense=1');
    await page.getByRole('combobox', { name: 'colour' }).selectOption('class');
    await hashIs(page, '#data=karate&seed=7&colour=class');
  });
});

describe('a set that the host of a link lacks', () => {
  it('is offered for download, and nobody else is asked before that', async () => {
    const asked: string[] = [];
    const one = await visit({
      hash: '#data=cora&seed=2&epoch=3',
      prepare: async (context) => {
        await context.route('**/datasets/**', (route) => route.fulfill({ status: 404 }));
        await context.route(/^https:/, async (route) => {
          asked.push(route.request().url());
          const name = route.request().url().split('/').at(-1) ?? '';
          const headers = { 'access-control-allow-origin': '*' };
          if (hasCora) await route.fulfill({ path: resolve(RAW, name), headers });
          else await route.abort();
        });
      },
    });
    const { page } = one;
    await strip(page).getByText('Cora with a two-layer GCN, seed 2, shown at epoch 3.').waitFor();
    const offers = page.getByRole('button', { name: 'Download Cora, 572 KB, from kimiyoung/planetoid' });
    await offers.first().waitFor();
    expect(await offers.count()).toBe(2);
    expect(asked).toEqual([]);
    expect(await hashOf(page)).toBe('#data=cora&seed=2&epoch=3');
    await offers.first().click();
    if (hasCora) {
      // The link goes on where it could not.
      await shows(page, 3);
      expect(asked).toHaveLength(8);
    } else await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(asked[0]).toMatch(/^https:.*ind\.cora\.x$/);
    await one.close();
  });
});
