/** What stands under the bar when a link was opened. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { DATASETS } from '../../../src/data/run/catalogue';
import type { Arrival } from '../../../src/ui/state/arrival';
import { stage, type Stage } from './stage';

let shown: Stage;
beforeEach(async () => {
  await page.viewport(1280, 800);
  shown = stage();
});
afterEach(() => shown.leave());

const strip = page.getByRole('region', { name: 'Opened link' });
const button = (name: string) => strip.getByRole('button', { name, exact: true });
const arrive = (change: Partial<Arrival>) =>
  shown.change({
    arrival: {
      kind: 'training',
      sentence: 'Karate Club with a two-layer GCN.',
      epoch: 140,
      because: null,
      sent: null,
      agreement: null,
      ...change,
    },
  });
const lock = () => shown.change({ view: { ...shown.store.getState().view, locked: ['seed'] } });

it('is not there without a link', async () => {
  await expect.element(page.getByRole('heading', { name: 'GNN Playground' })).toBeVisible();
  await expect.element(strip).not.toBeInTheDocument();
});

it('shows how far the way is, and can be skipped', async () => {
  arrive({});
  await expect.element(strip.getByText('Karate Club with a two-layer GCN.')).toBeVisible();
  const bar = strip.getByRole('progressbar');
  await expect.element(bar).toHaveAttribute('value', '12');
  await expect.element(bar).toHaveAttribute('max', '140');
  await button('Skip').click();
  expect(shown.asked).toEqual([['skipArrival']]);
});

it('asks, and says why', async () => {
  arrive({ kind: 'asking', because: 'It takes long.' });
  await expect.element(strip.getByText('It takes long.')).toBeVisible();
  await button('Train to epoch 140').click();
  await button('Stay here').click();
  expect(shown.asked).toEqual([['trainToArrival'], ['skipArrival']]);
});

it('tells how it came out until it is dismissed', async () => {
  arrive({
    kind: 'there',
    sent: { backend: 'wasm', build: 'x', loss: 0.5, test: null, predictions: { step: 1, classes: [0] } },
    agreement: {
      isSameBackend: true,
      isSameBuild: true,
      backendHere: 'wasm',
      lossHere: 0.5,
      testHere: null,
      metric: 'accuracy',
      compared: 1,
      alike: 1,
    },
  });
  await expect.element(strip.getByText('Same numbers as sent: loss 0.5000.')).toBeVisible();
  await button('Dismiss').click();
  expect(shown.asked).toEqual([['dismissArrival']]);
});

it('offers a copy as long as controls are locked, also to who has left the way', async () => {
  arrive({ kind: 'left' });
  await expect.element(strip).not.toBeInTheDocument();
  lock();
  await button('Make a copy to change everything').click();
  expect(shown.asked).toEqual([]);
  await expect.element(page.getByText(/The lesson itself stays as it was made/)).toBeVisible();
  await button('Make the copy').click();
  expect(shown.asked).toEqual([['unlock']]);
});

it('offers the download of a set that is not here', async () => {
  const descriptor = DATASETS.find(({ id }) => id === 'pubmed')!;
  arrive({ kind: 'asking' });
  shown.change({ data: { kind: 'failed', descriptor, message: 'none', labelling: null, wasAsked: false } });
  await button('Download PubMed, 8.7 MB, from kimiyoung/planetoid').click();
  expect(shown.asked).toEqual([['loadData', 'pubmed']]);
  await expect.element(page.getByRole('alert')).toHaveTextContent(/^This host has no files of PubMed/);
});

it('is two small lines on a phone where nothing is asked, all of it once it is tapped', async () => {
  await page.viewport(390, 844);
  const sentence = 'Karate Club with a two-layer GAT, seed 0, shown at epoch 70; changed 4 times on the way.';
  lock();
  for (const kind of ['training', 'there'] as const) {
    arrive({ kind, sentence });
    await expect.element(strip.getByText(sentence)).toBeVisible();
    expect(strip.element().getBoundingClientRect().height).toBeLessThanOrEqual(41);
    expect(strip.element().scrollWidth).toBeLessThanOrEqual(390);
  }
  const words = strip.getByRole('status');
  await expect.element(words).toHaveAttribute('title', sentence);
  expect(words.element().scrollHeight).toBeGreaterThan(words.element().clientHeight);
  await words.click();
  expect(words.element().scrollHeight).toBe(words.element().clientHeight);
  expect(words.element().scrollWidth).toBe(words.element().clientWidth);
});
