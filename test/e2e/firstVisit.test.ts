import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeAll, visit, type Visit, type VisitOptions } from './playground';

declare global {
  interface Window {
    report(): { seen: number[]; inFlight: number; frames: number; graph: number; embedding: number };
  }
}

let open: Visit | null = null;
const arrive = async (options?: VisitOptions) => {
  open = await visit(options);
  await open.page.evaluate(() => window.playground.ready);
  return open;
};
afterEach(async () => {
  expect(open?.complaints ?? []).toEqual([]);
  await open?.close();
  open = null;
});
afterAll(closeAll);

describe('a first visit', () => {
  it('opens on Karate Club; play trains it, and both pictures follow', async () => {
    const { page } = await arrive();
    expect(await page.title()).toContain('GNN Playground');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForFunction(() => window.playground.projection()?.epoch === 200, null, {
      timeout: 60_000,
    });
    const { epoch, accuracy } = await page.evaluate(() => window.playground.train());
    expect(epoch).toBe(200);
    expect(Math.round((accuracy.all ?? 0) * 34)).toBeGreaterThanOrEqual(33);
    await page.waitForFunction(() => {
      const picture = window.playground.projection();
      return picture?.kind === 'points' && picture.settled;
    });
    expect(await page.evaluate(() => window.playground.counters().redraws.embedding)).toBeGreaterThan(20);
  });

  it('hears of every epoch by itself at the default pace, redraws at most once a frame, few messages in flight', async () => {
    const { page } = await arrive();
    await page.evaluate(() => {
      const { playground } = window;
      const before = playground.counters().redraws;
      const seen: number[] = [];
      let inFlight = 0;
      let frames = 0;
      const count = () => {
        frames++;
        requestAnimationFrame(count);
      };
      count();
      playground.on('epoch', ({ epoch }) => {
        seen.push(epoch);
        inFlight = Math.max(inFlight, playground.counters().messagesInFlight);
      });
      const report = () => {
        const { redraws } = playground.counters();
        return {
          seen,
          inFlight,
          frames,
          graph: redraws.graph - before.graph,
          embedding: redraws.embedding - before.embedding,
        };
      };
      Object.assign(window, { report });
    });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForFunction(() => window.playground.projection()?.epoch === 200, null, {
      timeout: 60_000,
    });
    const { seen, inFlight, frames, graph, embedding } = await page.evaluate(() => window.report());
    expect(seen).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    expect(inFlight).toBeLessThanOrEqual(3);
    // The graph changes only when a prediction does; the embedding moves all the time.
    expect(graph).toBeGreaterThan(0);
    expect(graph).toBeLessThanOrEqual(200);
    expect(embedding).toBeGreaterThan(20);
    expect(embedding).toBeLessThanOrEqual(frames);
  });

  it('is driven by the keyboard', async () => {
    const { page } = await arrive();
    const progress = page.getByRole('slider', { name: 'Epoch shown' });
    await page.keyboard.press('.');
    await page.waitForFunction(() => window.playground.projection()?.epoch === 1);
    expect(await progress.inputValue()).toBe('1');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await page.keyboard.press('r');
    await expect.poll(() => progress.inputValue()).toBe('0');
  });

  it('is at the graph five Tabs after the bar begins, walks it by arrows, and says where it is', async () => {
    const { page } = await arrive();
    await page.getByRole('combobox', { name: 'Data' }).focus();
    const graph = page.getByRole('application').first();
    const isThere = () => graph.evaluate((element) => element === document.activeElement);
    let tabs = 0;
    while (tabs < 5 && !(await isThere())) {
      await page.keyboard.press('Tab');
      tabs += 1;
    }
    expect(await isThere()).toBe(true);
    const said = page.getByRole('status').filter({ hasText: /\d neighbours?/ });
    await page.keyboard.press('ArrowRight');
    const first = await said.first().textContent();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => said.first().textContent()).not.toBe(first);
    expect(await said.first().textContent()).toMatch(
      /^(node \d+|\d+ · \w+), true .+, predicted .+, \d+ neighbours?, neighbour of (node \d+|\d+ · \w+)$/,
    );
    await page.keyboard.press('Enter');
    await expect.poll(() => said.first().textContent()).toMatch(/, selected$/);
    const name = (await said.first().textContent())?.match(/\d+/)?.[0];
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#data=karate&select=${name}`);
    // The skip link is the page's first stop.
    await page.evaluate(() => document.body.focus());
    await page.reload();
    await page.evaluate(() => window.playground.ready);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await isThere()).toBe(true);
  });

  it('selects a node by a click, shows it in the inspector, and Escape clears it', async () => {
    const { page } = await arrive({ hash: '#data=karate&select=33' });
    const inspector = page.getByRole('region', { name: 'Inspect' });
    await expect.poll(() => inspector.textContent()).toContain('president');
    await page.keyboard.press('Escape');
    await expect.poll(() => inspector.textContent()).not.toContain('president');
  });

  it('reloads into the scene that was shown, also in the middle of training', async () => {
    const { page } = await arrive();
    await page.evaluate(() => window.playground.configure({ seed: 7, training: { learningRate: 0.03 } }));
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForFunction(() => location.hash.includes('seed=7'));
    await page.reload();
    await page.evaluate(() => window.playground.ready);
    const run = await page.evaluate(() => window.playground.configure({}));
    expect(run.seed).toBe(7);
    expect(run.training.learningRate).toBe(0.03);
  });

  it('asks nobody but its own host for anything', async () => {
    const asked: string[] = [];
    const { page } = await arrive({
      prepare: async (context) => void context.on('request', (request) => asked.push(request.url())),
    });
    const { host } = new URL(page.url());
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((url) => /^https?:/.test(url) && new URL(url).host !== host)).toEqual([]);
  });
});
