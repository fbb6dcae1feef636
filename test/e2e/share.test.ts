import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { elementsOf } from '../ui/xml';
import { closeAll, visit, type Visit } from './playground';

afterAll(closeAll);

const EPOCH = 25;

async function trained(
  hash = '#data=karate&seed=5&select=3',
  prepare?: (context: BrowserContext) => Promise<void>,
) {
  const visited = await visit({ hash, ...(prepare && { prepare }) });
  await visited.page.evaluate(async (epochs) => {
    await window.playground.ready;
    await window.playground.train({ epochs });
  }, EPOCH);
  return visited;
}

const openDialog = async (page: Page): Promise<void> => {
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
  await page.getByRole('textbox', { name: 'Link', exact: true }).waitFor();
};
const linkOn = (page: Page): Promise<string> =>
  page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
const guard = (page: Page, group: string, choice: string): Promise<void> =>
  page
    .getByRole('group', { name: group, exact: true })
    .getByLabel(choice, { exact: true })
    .check({ force: true });
const lossOn = (page: Page): Promise<number> =>
  page.evaluate(async (epoch) => (await window.playground.seek(epoch)).loss, EPOCH);

/** The page that a link opens, in the same browser, as a receiver would. */
async function receiver(
  { context }: Visit,
  link: string,
  size = { width: 1440, height: 900 },
): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.goto(link);
  await page.evaluate(() => window.playground.ready);
  return page;
}

describe('a link made in the dialog Share', () => {
  it('is copied, and opens with the same numbers, what was locked inert and what was hidden away', async () => {
    const sender = await trained(undefined, (context) =>
      context.grantPermissions(['clipboard-read', 'clipboard-write']),
    );
    const { page, complaints, picture, close } = sender;
    await openDialog(page);
    await guard(page, 'model and its layers', 'locked');
    await guard(page, 'seed', 'hidden');
    await guard(page, 'training settings', 'hidden');
    const link = await linkOn(page);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    await picture('share-link');
    // The page of the sender stays as it is.
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Training', exact: true }).waitFor();

    const other = await receiver(sender, link);
    await other.getByText(`${EPOCH} / 200`).waitFor();
    expect(await lossOn(other)).toBe(await lossOn(page));
    const model = other.getByRole('banner').locator('[data-locked="model"] [inert] select');
    expect(await model.count()).toBe(1);
    await other.getByTitle('Locked by whoever sent this link').first().waitFor();
    expect(await other.getByRole('heading', { name: 'Training', exact: true }).count()).toBe(0);
    expect(await other.getByRole('banner').getByLabel('seed').count()).toBe(0);
    expect(await other.getByRole('heading', { name: /^Node 3/ }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('in a frame shows the two pictures, the play button and the way out, and nothing else', async () => {
    const sender = await trained('#data=karate&seed=5');
    const { page, complaints, close } = sender;
    await openDialog(page);
    await page.getByRole('tab', { name: 'Embed' }).click();
    const html = await page.getByRole('textbox', { name: 'HTML' }).inputValue();
    const [frame, ...others] = elementsOf(html);
    expect(frame?.name).toBe('iframe');
    expect(others).toEqual([]);
    expect(frame?.attributes).toMatchObject({ width: '600', height: '400' });

    const inside = await receiver(sender, frame!.attributes['src']!, { width: 600, height: 400 });
    await inside.getByRole('application').nth(1).waitFor();
    // Trained to the epoch of the sender.
    await inside.getByText(`${EPOCH} / 200`).waitFor();
    expect(await inside.getByRole('application').count()).toBe(2);
    const names = await inside
      .locator('button, select, input, a')
      .evaluateAll((elements) => elements.map((each) => each.getAttribute('aria-label') ?? each.textContent));
    expect(names).toEqual(['Play', 'Open in the playground']);
    await inside.getByRole('heading', { name: 'GCN · Karate Club' }).waitFor();
    const overflow = await inside.evaluate(() => [
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
      document.documentElement.scrollHeight - document.documentElement.clientHeight,
    ]);
    expect(overflow).toEqual([0, 0]);

    // In a real frame, of another origin as far as the browser is concerned.
    const host = await sender.context.newPage();
    await host.setContent(`<h1>A course</h1>${html}`);
    const play = host.frameLocator('iframe').getByRole('button', { name: 'Play' });
    await play.click();
    await host.frameLocator('iframe').getByText('200 / 200').waitFor({ timeout: 60_000 });

    const [whole] = await Promise.all([
      inside.context().waitForEvent('page'),
      inside.getByRole('link', { name: 'Open in the playground' }).click(),
    ]);
    await whole.getByRole('heading', { name: 'GNN Playground' }).waitFor();
    await whole.getByText(`${EPOCH} / 200`).waitFor();
    expect(await lossOn(whole)).toBe(await lossOn(page));
    expect(complaints).toEqual([]);
    await close();
  });
});

/** Width and height from the header of a PNG. */
const sizeOfPng = (bytes: Buffer): readonly [number, number] => [
  bytes.readUInt32BE(16),
  bytes.readUInt32BE(20),
];

async function saved(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe('what is saved from the dialog', () => {
  it('is a PNG of the size asked for, an SVG that any reader takes, and a scene', async () => {
    const { page, complaints, picture, close } = await trained();
    await openDialog(page);
    const scene = await saved(page, () => page.getByRole('button', { name: /^Save scene as/ }).click());
    expect(scene.name).toBe(`karate-club-gcn-epoch-${EPOCH}.gnnscene`);
    expect(scene.bytes.subarray(0, 8).toString()).toBe('gnnscene');

    await page.getByRole('tab', { name: 'Picture' }).click();
    const savePng = () => page.getByRole('button', { name: 'Save PNG' }).click();
    const sizes: (readonly [number, number])[] = [];
    for (const scale of ['1×', '2×', '4×']) {
      await page.getByLabel(scale, { exact: true }).check({ force: true });
      const { name, bytes } = await saved(page, savePng);
      expect(name).toBe(`karate-club-gcn-epoch-${EPOCH}-both.png`);
      sizes.push(sizeOfPng(bytes));
    }
    const [[width, height]] = sizes as [readonly [number, number]];
    expect(sizes).toEqual([
      [width, height],
      [2 * width, 2 * height],
      [4 * width, 4 * height],
    ]);
    expect(width).toBe(1440);
    await picture('share-picture');

    await page.getByLabel('graph', { exact: true }).check({ force: true });
    const svg = await saved(page, () => page.getByRole('button', { name: 'Save SVG' }).click());
    expect(svg.name).toBe(`karate-club-gcn-epoch-${EPOCH}-graph.svg`);
    const elements = elementsOf(svg.bytes.toString('utf8'));
    expect(elements[0]?.attributes['width']).toBe('720');
    expect(elements.filter(({ name }) => name === 'text').map(({ text }) => text)).toContainEqual(
      expect.stringContaining(`GCN · Karate Club · seed 5 · epoch ${EPOCH}`),
    );
    expect(complaints).toEqual([]);
    await close();
  });
});

it('selects the link where the browser has no clipboard for the page', async () => {
  const { page, complaints, close } = await visit({ hash: '#data=karate', insecure: true });
  await page.evaluate(() => window.playground.ready);
  await openDialog(page);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText(/The text is selected/).waitFor();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(await linkOn(page));
  expect(complaints).toEqual([]);
  await close();
});
