import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { EXPORTS, isFileOf } from '../../src/data/export/kinds';
import { DEFAULT_TASK } from '../../src/data/run/tasks/tasks';
import { readSafetensors } from '../../src/data/formats/safetensors/read';
import { closeAll, visit } from './playground';

afterAll(closeAll);

describe('files of what the page shows', () => {
  it('are all there from the console, each with something in it', async () => {
    const { page, complaints, close } = await visit();
    const kinds = EXPORTS.map(({ id }) => id).filter((id) => isFileOf(id, { task: DEFAULT_TASK }));
    const sizes = await page.evaluate(async (wanted) => {
      await window.playground.ready;
      await window.playground.train({ epochs: 20 });
      await window.playground.project('h1');
      const found: [string, number, string][] = [];
      for (const kind of wanted) {
        const blob = await window.playground.exportAs(kind);
        found.push([kind, blob.size, blob.type]);
      }
      return found;
    }, kinds);
    expect(sizes.map(([kind]) => kind)).toEqual(kinds);
    for (const [kind, size, type] of sizes) {
      expect(size, kind).toBeGreaterThan(150);
      expect(type, kind).not.toBe('');
    }
    const refused = await page.evaluate(() =>
      // @ts-expect-error no such kind
      window.playground.exportAs('embedding.xls').catch((error: Error) => error.message),
    );
    expect(refused).toMatch(/expected one of embedding\.csv, .*got 'embedding\.xls'/);
    expect(complaints).toEqual([]);
    await close();
  });

  it('hold the numbers of this run: embedding and weights', async () => {
    const { page, close } = await visit();
    const { csv, values, weights } = await page.evaluate(async () => {
      await window.playground.ready;
      await window.playground.train({ epochs: 20 });
      const blob = await window.playground.exportAs('weights.safetensors');
      return {
        csv: await (await window.playground.exportAs('embedding.csv')).text(),
        values: [...(await window.playground.embedding('h1')).values],
        weights: [...new Uint8Array(await blob.arrayBuffer())],
      };
    });
    const numbers = csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .flatMap((line) =>
        line
          .split(',')
          .slice(2)
          .map((text) => Math.fround(Number(text))),
      );
    expect(numbers).toEqual(values);
    const { tensors } = readSafetensors(Uint8Array.from(weights));
    // 34 members, 16 hidden units and 2 factions, without bias.
    expect(tensors.reduce((sum, tensor) => sum + tensor.values.length, 0)).toBe(34 * 16 + 16 * 2);
    await close();
  });

  it('are saved from the dialog, under a name that says what they are', async () => {
    const { page, complaints, close } = await visit();
    await page.evaluate(async () => {
      await window.playground.ready;
      await window.playground.train({ epochs: 10 });
    });
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('tab', { name: 'Files' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save Graph, GEXF' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('karate-club-gcn-epoch-10-graph.gexf');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('<viz:position');
    expect(text.match(/<edge /g)).toHaveLength(78);
    await page.getByRole('tab', { name: 'Python' }).click();
    const [script] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save script and files' }).click(),
    ]);
    expect(script.suggestedFilename()).toBe('gcn_karate_club.zip');
    expect(await page.getByRole('textbox', { name: 'The script' }).inputValue()).toContain('GCNConv');
    expect(complaints).toEqual([]);
    await close();
  });
});
