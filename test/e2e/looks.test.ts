import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeAll, isStill, visit } from './playground';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const hasCora = existsSync(resolve(import.meta.dirname, '../../dist/datasets/planetoid/ind.cora.graph'));

const SIZES = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const;

afterAll(closeAll);

describe.each(['light', 'dark'] as const)('the page in the %s theme', (theme) => {
  it.each(SIZES)('fits %i x %i, and axe finds nothing serious', async (width, height) => {
    const { page, picture, complaints, close } = await visit({
      width,
      height,
      theme,
      hash: '#data=karate&select=0',
    });
    await page.evaluate(async () => {
      await window.playground.ready;
      await window.playground.train();
    });
    await page.waitForFunction(() => {
      const shown = window.playground.projection();
      return shown?.kind === 'points' && shown.settled && shown.epoch === 200;
    });
    await isStill(page);
    await picture(`karate-${width}x${height}-${theme}`);
    const overflow = await page.evaluate(() => ({
      across: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      down: document.documentElement.scrollHeight - document.documentElement.clientHeight,
    }));
    expect(overflow).toEqual({ across: 0, down: 0 });
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(serious).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.skipIf(!hasCora)('shows Cora', async () => {
    const { page, picture, complaints, close } = await visit({ theme, hash: '#data=cora' });
    await page.evaluate(async () => {
      await window.playground.ready;
      await window.playground.train();
    });
    await page.waitForFunction(
      () => {
        const shown = window.playground.projection();
        return shown?.kind === 'points' && shown.settled && shown.epoch === 200;
      },
      null,
      { timeout: 90_000 },
    );
    await isStill(page);
    await picture(`cora-1440x900-${theme}`);
    expect(complaints).toEqual([]);
    await close();
  });
});
