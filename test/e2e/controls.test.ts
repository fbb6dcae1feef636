import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAll, visit, type Visit } from './playground';

let open: Visit;
beforeAll(async () => {
  open = await visit({ hash: '#data=karate&seed=1' });
  await open.page.evaluate(() => window.playground.ready);
});
afterAll(async () => {
  expect(open.complaints).toEqual([]);
  await open.close();
  await closeAll();
});

/** The loss after five steps of what the controls say. */
const lossAfterFive = (page: Page) =>
  page.evaluate(async () => {
    await window.playground.reset();
    return (await window.playground.train({ epochs: 5 })).loss;
  });

const type = (name: string | RegExp, text: string) => async (page: Page) => {
  const field = page.getByRole('spinbutton', { name }).first();
  await field.fill(text);
  await field.press('Enter');
};
const slide = (name: string, key: 'ArrowRight' | 'ArrowLeft') => (page: Page) =>
  page.getByRole('slider', { name }).press(key);

describe('every control of the model and its training changes the loss', () => {
  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['width', type('width', '7')],
    ['activation', (page) => page.getByRole('combobox', { name: 'activation' }).first().selectOption('tanh')],
    ['bias', (page) => page.getByRole('checkbox', { name: 'bias' }).first().click()],
    [
      '+ layer',
      (page) =>
        page
          .getByRole('button', { name: /layer$/i })
          .first()
          .click(),
    ],
    ['remove layer', (page) => page.getByRole('button', { name: 'Remove layer 1' }).click()],
    ['learning rate', slide('learning rate', 'ArrowRight')],
    ['weight decay', slide('weight decay', 'ArrowRight')],
    ['input dropout', slide('input dropout', 'ArrowRight')],
    ['hidden dropout', slide('hidden dropout', 'ArrowRight')],
    ['seed', type(/seed/i, '2')],
  ])('%s', async (_name, change) => {
    const { page } = open;
    const before = await lossAfterFive(page);
    await change(page);
    expect(await lossAfterFive(page)).not.toBe(before);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await lossAfterFive(page)).toBe(before);
  });

  it('epochs sets the length of the run', async () => {
    const { page } = open;
    await page.evaluate(() => window.playground.reset());
    await type('epochs', '12')(page);
    expect((await page.evaluate(() => window.playground.train())).epoch).toBe(12);
    await page.getByRole('button', { name: 'Undo' }).click();
  });

  it('the labelling sets the classes', async () => {
    const { page } = open;
    await page.getByRole('combobox', { name: 'Data' }).selectOption('karate/modularity');
    await page.waitForFunction(() => window.playground.layers().at(-1)?.numCols === 4);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => window.playground.layers().at(-1)?.numCols === 2);
  });

  it('normalise features, on a set that has features to normalise', async () => {
    const { page } = open;
    await page.evaluate(() => window.playground.load('synthetic'));
    const before = await lossAfterFive(page);
    await page.getByRole('checkbox', { name: 'normalise features' }).click();
    expect(await lossAfterFive(page)).not.toBe(before);
  });

  it('hides what would change nothing', async () => {
    const { page } = open;
    await page.evaluate(() => window.playground.load('karate'));
    await expect.poll(() => page.getByRole('checkbox', { name: 'normalise features' }).count()).toBe(0);
    expect(await page.getByRole('slider', { name: 'hidden dropout' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Remove layer 1' }).click();
    await expect.poll(() => page.getByRole('slider', { name: 'hidden dropout' }).count()).toBe(0);
  });
});
