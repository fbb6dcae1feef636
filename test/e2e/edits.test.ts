import { afterAll, afterEach, expect, it } from 'vitest';
import type { EditChange } from '../../src/ui/app/editing';
import { closeAll, visit, type Visit, type VisitOptions } from './playground';

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

it('answers an edit on Karate at once, and undo brings the very same numbers back', async () => {
  const { page } = await arrive();
  const seen = await page.evaluate(async () => {
    const { playground } = window;
    const logits = async () => [...(await playground.embedding('z')).values];
    await playground.train();
    const trained = await logits();
    const edited = await playground.edit({ removeEdge: [8, 33] });
    const after = await logits();
    await playground.undo();
    const undone = await logits();
    await playground.redo();
    const redone = await logits();
    return { trained, edited, after, undone, redone };
  });
  expect(seen.edited).toMatchObject({ nodes: 34, edges: 77, node: null });
  // Node 8 no longer hears from 33: it leans less to that side.
  const leaning = (values: readonly number[]) => values[17]! - values[16]!;
  expect(leaning(seen.after)).toBeLessThan(leaning(seen.trained) - 0.1);
  expect(seen.undone).toEqual(seen.trained);
  expect(seen.redone).toEqual(seen.after);
});

it('predicts a new node from its neighbours, and says what it knows of it', async () => {
  const { page } = await arrive();
  const result = await page.evaluate(async () => {
    const { playground } = window;
    await playground.train();
    const { node } = await playground.edit({ addNode: {}, addEdge: [34, 33] });
    const { rows, columns, values } = await playground.embedding('z');
    return { node, rows, own: [...values].slice(columns * 34) };
  });
  expect(result).toMatchObject({ node: 34, rows: 35 });
  // The friend of the president is taken for one of his side.
  expect(result.own[1]).toBeGreaterThan(result.own[0]!);
  await expect.poll(() => page.getByText('The new node has zeros for features').count()).toBe(1);
  await expect.poll(() => page.getByText('Edited: 1 edge added, 1 node added.').count()).toBe(1);
});

it('learns from two labels given by hand: when they are swapped, the club swaps sides', async () => {
  const { page } = await arrive({ hash: '#data=karate' });
  await page.evaluate(() => window.playground.train());
  const before = await page.evaluate(async () => [...(await window.playground.embedding('z')).values]);
  const sides = (values: readonly number[]) =>
    Array.from({ length: 34 }, (_, node) => Number(values[2 * node + 1]! > values[2 * node]!));
  await page.evaluate(async () => {
    await window.playground.edit({ label: { node: 0, class: 1 } });
    await window.playground.edit({ label: { node: 33, class: 0 } });
  });
  const held = await page.evaluate(async () => [...(await window.playground.embedding('z')).values]);
  expect(held).toEqual(before);
  const card = page.getByRole('region', { name: 'Build' });
  await expect.poll(() => card.textContent()).toContain('2 labels by hand. The model learns from 2 labels.');
  await card.getByRole('button', { name: 'Train again' }).click();
  await page.waitForFunction(() => window.playground.projection()?.epoch === 200, null, { timeout: 60_000 });
  const after = await page.evaluate(async () => [...(await window.playground.embedding('z')).values]);
  const [was, is] = [sides(before), sides(after)];
  expect(is.filter((side, node) => side !== was[node]).length).toBeGreaterThan(28);
  await expect.poll(() => card.getByRole('button', { name: 'Train again' }).count()).toBe(0);
  // Undone, the labels are the set's own again.
  await card.getByRole('button', { name: 'Discard all edits' }).click();
  await expect.poll(() => card.textContent()).not.toContain('by hand');
});

it('labels, deletes and brings back what is selected by keys', async () => {
  const { page } = await arrive({ hash: '#data=karate&select=5' });
  const card = page.getByRole('region', { name: 'Build' });
  await page.keyboard.press('2');
  await expect
    .poll(() => card.textContent())
    .toContain('Edited: 1 label by hand. The model learns from 3 labels.');
  await page.keyboard.press('Delete');
  await expect.poll(() => card.textContent()).toContain('Edited: 1 node deleted.');
  await page.keyboard.press('Control+z');
  await expect.poll(() => card.textContent()).toContain('Edited: 1 label by hand.');
  await page.keyboard.press('Control+z');
  await expect.poll(() => card.textContent()).not.toContain('Edited');
  await expect
    .poll(() => page.getByRole('region', { name: 'Inspect' }).textContent())
    .toContain('Training label');
});

it('starts a method again that has no row for a new node', async () => {
  const { page } = await arrive({ hash: '#data=karate&model=node2vec' });
  const rows = await page.evaluate(async () => {
    const { playground } = window;
    await playground.train({ epochs: 1 });
    await playground.edit({ addNode: {}, addEdge: [34, 0] });
    const layer = playground.layers().at(-1)!;
    return (await playground.embedding(layer.id)).rows;
  });
  expect(rows).toBe(35);
  await expect.poll(() => page.getByText('so it starts again with the edited graph').count()).toBe(1);
});

it('saves the selection as CSV', async () => {
  const { page } = await arrive({ hash: '#data=karate&select=0.8.33' });
  await page.evaluate(() => window.playground.train());
  await page.keyboard.press('t');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('karate-club-nodes.csv');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe('node,name,class,predicted,right,confidence,degree,split');
  expect(lines[1]).toMatch(/^0,.*,Mr\. Hi,Mr\. Hi,right,0\.9\d+,16,train$/);
});

it('says what it expected when an edit does not fit', async () => {
  const { page } = await arrive();
  const say = (change: EditChange) =>
    page.evaluate(
      (wrong) =>
        window.playground.edit(wrong).then(
          () => 'nothing',
          (error: Error) => error.message,
        ),
      change,
    );
  expect(await say({ addEdge: [0, 1] })).toMatch(/expected two nodes without an edge/);
  expect(await say({ removeNode: 99 })).toMatch(/expected a node from 0 to 33, got 99/);
  expect(await say({})).toMatch(/expected any of addNode/);
});
