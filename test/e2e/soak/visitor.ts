/** A visitor who does not stay: goes from set to set and from model to model, and looks into everything on the way. */
import type { Page } from 'playwright';
import { isStill, openCharts } from '../playground';

const NODES = 240;
const GROUPS = ['north', 'east', 'south', 'west'];
/** Four rings with bridges: a graph of the visitor's own, the same one each time. */
const OWN = JSON.stringify({
  nodes: Array.from({ length: NODES }, (_, id) => ({ id, group: GROUPS[id % 4] })),
  links: Array.from({ length: NODES }, (_, source) =>
    [4, 8, 12, ...(source % 30 === 0 ? [1] : [])].map((step) => ({
      source,
      target: (source + step) % NODES,
    })),
  ).flat(),
});
const NAMES = {
  karate: 'Karate Club · two factions',
  cora: 'Cora',
  synthetic: 'Synthetic citations',
  own: 'four rings',
} as const;

export type Goal = readonly [data: keyof typeof NAMES, model: string];

const MODELS = ['gat', 'sage', 'node2vec', 'gin', 'gcn'] as const;

/** Each switch leads to another set and to another model; twenty of them until one comes again. */
export function route(switches: number, hasCora: boolean): readonly Goal[] {
  const sets = ['own', hasCora ? 'cora' : 'synthetic', 'karate', 'synthetic'] as const;
  return Array.from({ length: switches }, (_, turn) => [
    sets[turn % sets.length]!,
    MODELS[turn % MODELS.length]!,
  ]);
}

/** From the console: a few epochs, each call awaited. */
export const goTo = (page: Page, [data, model]: Goal): Promise<void> =>
  page.evaluate(
    async ([id, wanted, text, name]) => {
      const { playground } = window;
      if (id === 'own') await playground.open(text, { text: true, name });
      else await playground.load(id);
      // All its walks on a large graph take longer than all else here.
      const walks = { id: wanted, method: { kind: 'node2vec', dimension: 32, walksPerNode: 1 } };
      await playground.configure({ model: wanted === 'node2vec' ? walks : wanted });
      await playground.train({ epochs: wanted === 'node2vec' ? 1 : 10 });
    },
    [data, model, OWN, NAMES.own] as const,
  );

/** With the mouse, and without patience: what trains is left while it trains. */
export async function rushTo(page: Page, [data, model]: Goal): Promise<void> {
  const openRun = () => window.playground.runs().at(-1)?.number ?? 0;
  const before = await page.evaluate(openRun);
  await page.getByRole('combobox', { name: 'Data' }).selectOption({ label: NAMES[data] });
  await page.waitForFunction((number) => (window.playground.runs().at(-1)?.number ?? 0) !== number, before, {
    timeout: 20_000,
  });
  await page.getByRole('combobox', { name: 'Model' }).selectOption(model);
  await page.locator('fieldset[aria-label="Training"] > button[title="Play (space)"]').click();
  // Node2Vec is left in the middle of its first epoch.
  await page.waitForFunction(
    (isLong) => isLong || window.playground.scene().epoch > 0,
    model === 'node2vec',
    { timeout: 20_000 },
  );
}

/** Both dialogs, all of their pages; a file. */
export async function openDialogs(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  for (const name of ['Embed', 'Picture', 'Files', 'Python', 'Link']) {
    await dialog.getByRole('tab', { name }).click();
    await dialog.getByRole('tabpanel').locator('button, a, input, pre').first().waitFor();
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('combobox', { name: 'Data' }).selectOption({ label: 'Open a file…' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.evaluate(() => window.playground.exportAs('embedding.csv'));
}

/** Stays with the graph that is shown, so that one worker lives through it all; two runs side by side at the end. */
export async function linger(page: Page): Promise<void> {
  await page.evaluate(async (models) => {
    const { playground } = window;
    for (const model of models) {
      await playground.configure({ model });
      await playground.train({ epochs: model === 'node2vec' ? 1 : 5 });
    }
    const layer = playground.layers()[1]!.id;
    await playground.trace(3, layer);
    await playground.influence({ nodes: [3], maxHops: 2 });
    await playground.edit({ removeNode: 5 });
    await playground.undo();
    await playground.seek(2);
    await playground.configure({ seed: 7, training: { epochs: 10 } });
    await playground.train();
    await playground.seeds([1, 2]);
    const [first, second] = playground.runs().slice(-2);
    await playground.compare(first!.number, second!.number, { method: 'pca' });
  }, MODELS);
  await page.getByRole('button', { name: 'Back to the page' }).click();
}

/** The run that every measurement is taken at, on the graph that is shown. */
export const tensorsOfHome = (page: Page): Promise<{ tensors: number; bytes: number }> =>
  page.evaluate(async () => {
    const { playground } = window;
    await playground.configure({ model: 'gcn', seed: 0 });
    await playground.train({ epochs: 20 });
    await playground.project('h1');
    return playground.memory();
  });

/** That run on the club, in a worker of its own, and nothing kept of the runs before it. */
export async function comeHome(page: Page): Promise<void> {
  await page.evaluate(() => window.playground.load('karate'));
  await tensorsOfHome(page);
  await openCharts(page);
  await page.getByRole('radio', { name: /^runs/ }).check();
  const forget = page.getByRole('button', { name: 'Forget this run' });
  while ((await forget.count()) > 0) await forget.first().click();
  await page.getByRole('radio', { name: 'this run' }).check();
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
  await page.waitForFunction(() => window.playground.counters().messagesInFlight === 0);
  // What comes a moment later: small pictures, nodes on their way.
  await isStill(page);
}
