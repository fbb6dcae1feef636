/**
 * Watching a network think, end to end: a node is selected, its layers are walked through, time is run backwards, an
 * edge is taken away and put back, two runs are compared; and whoever clicks too fast leaves nothing behind.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { numbersOf } from '../../src/ui/views/inspector/computation/numbersOf';
import { clickFast, remains } from './fastClicks';
import { closeAll, isStill, visit, type Visit } from './playground';

const hasCora = existsSync(resolve(import.meta.dirname, '../../dist/datasets/planetoid/ind.cora.graph'));

interface Case {
  readonly data: 'karate' | 'cora';
  readonly model: 'gcn' | 'gat' | 'sage' | 'node2vec';
  readonly epochs: number;
  /** Of the picture that must come back; UMAP of Cora takes its time, so that one model stands for all. */
  readonly method: 'umap' | 'pca';
  readonly node: number;
  /** One that the set has, at the node. */
  readonly edge: readonly [number, number];
}

const KARATE = { data: 'karate', epochs: 40, method: 'umap', node: 8, edge: [8, 33] } as const;
const CORA = { data: 'cora', epochs: 6, method: 'pca', node: 0, edge: [0, 633] } as const;
const CASES: readonly Case[] = [
  { ...KARATE, model: 'gcn' },
  { ...KARATE, model: 'gat' },
  { ...KARATE, model: 'sage' },
  { ...KARATE, model: 'node2vec', epochs: 2 },
  { ...CORA, model: 'gcn', epochs: 20, method: 'umap' },
  { ...CORA, model: 'gat' },
  { ...CORA, model: 'sage' },
  { ...CORA, model: 'node2vec', epochs: 2 },
];

let open: Visit | null = null;
const arrive = async (hash: string): Promise<Visit> => {
  open = await visit({ hash });
  await open.page.evaluate(() => window.playground.ready);
  return open;
};
afterEach(async () => {
  const complaints = open?.complaints ?? [];
  await open?.close();
  open = null;
  expect(complaints).toEqual([]);
});
afterAll(closeAll);

const inspectorOf = (page: Page) => page.getByRole('region', { name: 'Inspect' });
const timeOf = (page: Page) => page.getByRole('slider', { name: 'Epoch shown' });
const layerChoice = (page: Page, id: string) => page.locator(`label[data-layer='${id}']`);

/** Chooses a layer in the film strip, and waits for its picture. */
async function lookAt(page: Page, layer: string): Promise<void> {
  await layerChoice(page, layer).click();
  await page.waitForFunction((id) => window.playground.projection()?.layer === id, layer, {
    timeout: 30_000,
  });
}

/** What is known of the epoch that is shown: accuracy, output, the picture of the output, what the inspector says. */
async function shownNow(page: Page, method: Case['method']) {
  const numbers = await page.evaluate(async (drawnBy) => {
    const { playground } = window;
    /** Short enough to read where two differ; the very same bits give the same. */
    const digest = async (values: Float32Array) =>
      Array.from(
        new Uint8Array(await crypto.subtle.digest('SHA-256', new Float32Array(values))).subarray(0, 8),
      ).join();
    const last = playground.layers().at(-1)!.id;
    const { epoch, positions } = await playground.project(last, { method: drawnBy });
    const { values } = await playground.embedding(last);
    const run = playground.runs().at(-1)!;
    return {
      epoch,
      output: await digest(values),
      positions: await digest(positions),
      standing: [run.epoch, run.accuracy],
    };
  }, method);
  await page.waitForFunction(() => window.playground.counters().messagesInFlight === 0);
  return { ...numbers, inspector: await inspectorOf(page).textContent() };
}

/** The row of a node at a layer, as it stands in the whole matrix, and as the trace of it ends. */
async function bothRows(page: Page, layer: string, node: number) {
  const { row, output, epoch } = await page.evaluate(
    async ([id, of]) => {
      const { playground } = window;
      const { columns, values } = await playground.embedding(id);
      const { epoch: at, trace } = await playground.trace(of, id);
      return {
        row: [...values.subarray(of * columns, (of + 1) * columns)],
        output: [...trace.output],
        epoch: at,
      };
    },
    [layer, node] as const,
  );
  return { row, output: Float32Array.from(output), epoch };
}

describe.each(CASES)('$model on $data', ({ data, model, epochs, method, node, edge }) => {
  it.skipIf(data === 'cora' && !hasCora)(
    'explains a node, goes back in time and returns, takes an edit back, and stands beside another run',
    async () => {
      const { page, picture } = await arrive(`#data=${data}&model=${model}&select=${node}`);
      const inspector = inspectorOf(page);
      const halfway = Math.ceil(epochs / 2);
      const train = (count: number) =>
        page.evaluate(async (more) => {
          await window.playground.train({ epochs: more });
          return [...(await window.playground.embedding('z')).values];
        }, count);
      const atHalf = await train(halfway);
      const trained = await train(epochs - halfway);

      // Step through the layers: what the inspector ends with is the embedding's own row.
      const layers = await page.evaluate(() => window.playground.layers());
      for (const { id, kind, label } of layers) {
        await lookAt(page, id);
        if (kind === 'input' || model === 'node2vec') continue;
        const { row, output, epoch } = await bothRows(page, id, node);
        expect(epoch).toBe(epochs);
        expect(row.some((value) => value !== 0)).toBe(true);
        row.forEach((value, channel) => expect(output[channel]).toBeCloseTo(value, 4));
        const steps = inspector.getByRole('group', { name: 'Step of the computation' });
        await inspector.getByRole('heading', { name: `How ${label.replaceAll(/[^A-Z]/g, '')}` }).waitFor();
        await steps.locator('label').last().click();
        const strip = inspector.getByRole('list', { name: 'Numbers of this step' }).locator('canvas').last();
        const written = numbersOf(output);
        await expect.poll(async () => (await strip.textContent())?.endsWith(`: ${written}`)).toBe(true);
      }
      if (model === 'node2vec') {
        const kinds = inspector.getByRole('list', { name: 'Kinds of steps' });
        const texts = await kinds.getByRole('listitem').getByText(/ %$/).allTextContents();
        expect(texts).toHaveLength(3);
        const shares = texts.map((text) => Number.parseFloat(text));
        // Each is rounded.
        expect(Math.abs(shares.reduce((sum, share) => sum + share, -100))).toBeLessThanOrEqual(1.5);
      }
      if (data === 'karate' && model === 'gat') {
        await lookAt(page, 'h1');
        await inspector.getByRole('heading').first().scrollIntoViewIfNeeded();
        await isStill(page);
        await picture('karate-gat-node');
      }

      if (data === 'cora' && model === 'gcn') {
        await lookAt(page, 'h1');
        await isStill(page);
        await picture('cora-film-strip');
      }

      // Back to epoch 0 and forward again, by the slider.
      const before = await shownNow(page, method);
      expect(before.standing[0]).toBe(epochs);
      await timeOf(page).press('Home');
      await page.waitForFunction(() => window.playground.runs().at(-1)!.epoch === 0);
      const start = await shownNow(page, method);
      expect(start.epoch).toBe(0);
      expect(start.output).not.toEqual(before.output);
      expect(start.positions).not.toEqual(before.positions);
      if (data === 'karate' && model === 'gcn') {
        await isStill(page);
        await picture('karate-gone-back');
      }
      await timeOf(page).press('End');
      await page.waitForFunction((end) => window.playground.runs().at(-1)!.epoch === end, epochs);
      expect(await shownNow(page, method)).toEqual(before);
      // The very same weights as on the way there.
      const replayed = await page.evaluate(async (epoch) => {
        await window.playground.seek(epoch);
        return [...(await window.playground.embedding('z')).values];
      }, halfway);
      expect(replayed).toEqual(atHalf);
      expect(replayed).not.toEqual(trained);
      await timeOf(page).press('End');
      await page.waitForFunction((end) => window.playground.runs().at(-1)!.epoch === end, epochs);

      // An edge is taken away and put back.
      const { edges } = await page.evaluate((removeEdge) => window.playground.edit({ removeEdge }), edge);
      expect(edges).toBe(data === 'karate' ? 77 : 5277);
      const without = await page.evaluate(async () => [...(await window.playground.embedding('z')).values]);
      if (model !== 'node2vec') expect(without).not.toEqual(trained);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => shownNow(page, method), { timeout: 30_000 }).toEqual(before);

      // Beside another seed.
      await page.evaluate(async (count) => {
        await window.playground.configure({ seed: 1 });
        await window.playground.train({ epochs: count });
      }, epochs);
      const { compared, numbers } = await page.evaluate(async (drawnBy) => {
        const runs = window.playground.runs().map(({ number }) => number);
        const { moved, settings, positions } = await window.playground.compare(runs[0]!, runs[1]!, {
          layer: 'z',
          method: drawnBy,
        });
        return {
          numbers: runs,
          compared: { moved: [...moved], settings, same: positions[0].join() === positions[1].join() },
        };
      }, method);
      expect(numbers).toHaveLength(2);
      expect(compared.same).toBe(false);
      expect(compared.settings).toContainEqual({ name: 'seed', first: '0', second: '1' });
      const sheet = page.getByRole('dialog', { name: 'Two runs side by side' });
      for (const side of ['First run', 'Second run'])
        await sheet.getByRole('region', { name: side }).locator('canvas').first().waitFor();
      const listed = await sheet.getByRole('listitem').getByRole('button').allTextContents();
      const most = compared.moved.indexOf(Math.max(...compared.moved));
      expect(listed[0]).toContain(`node ${most}`);
      expect(listed[0]).toContain(`${Math.round(100 * compared.moved[most]!)} %`);
      if (data === 'karate' && model === 'gcn') await picture('karate-two-runs');
      await page.keyboard.press('Escape');
      await expect.poll(() => sheet.count()).toBe(0);
    },
  );
});

describe('fast clicks and views that change in the middle of animations', () => {
  it.each(['#data=karate&model=gat', '#data=karate&model=node2vec', '#data=cora'])(
    'leave nothing behind: %s',
    async (hash) => {
      if (hash === '#data=cora' && !hasCora) return;
      const { page } = await arrive(`${hash}&select=1`);
      // The layer of moving lines is made with the first of them, the plot of pairs when it is first opened; both stay.
      await page.getByRole('button', { name: 'Graph distance against embedding distance' }).click();
      await page.waitForFunction(() => window.playground.counters().messagesInFlight === 0);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      const rest = { openSheets: 0, notices: 0, messagesInFlight: 0, isWalking: false, isDrawing: false };
      await expect.poll(() => remains(page), { timeout: 40_000 }).toMatchObject(rest);
      const before = await remains(page);
      const { pressed, of } = await clickFast(page);
      expect(pressed).toBe(of);
      await page.evaluate(() => window.playground.pause());
      await expect.poll(() => remains(page), { timeout: 40_000 }).toEqual(before);
      // And it still does what it did.
      const { epoch } = await page.evaluate(() => window.playground.train({ epochs: 1 }));
      expect(epoch).toBeGreaterThan(0);
      await expect.poll(() => remains(page), { timeout: 40_000 }).toEqual(before);
    },
  );
});
