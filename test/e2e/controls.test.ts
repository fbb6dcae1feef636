import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAYERS } from '../../src/data/run/layers/layers';
import { METHODS } from '../../src/data/run/methods/methods';
import type { Param } from '../../src/data/run/params';
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

/** The loss after five steps of what the controls say, and what has been made of the nodes. */
const outcome = (page: Page) =>
  page.evaluate(async () => {
    const { playground } = window;
    await playground.reset();
    const { loss } = await playground.train({ epochs: 5 });
    const embeddings = await Promise.all(
      playground.layers().flatMap(({ id, kind }) => (kind === 'input' ? [] : playground.embedding(id))),
    );
    return [loss, ...embeddings.map(({ columns, values }) => `${columns}: ${values.join()}`)].join('; ');
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
const slide = (name: string, key: 'ArrowRight' | 'ArrowLeft' | 'End') => (page: Page) =>
  page.getByRole('slider', { name, exact: true }).first().press(key);
const choose = (name: string, option: string) => (page: Page) =>
  page.getByRole('combobox', { name, exact: true }).selectOption(option);

/** Settings that every kind of layer has; each has a test by its name. */
const CONTROLLED_ABOVE = [
  'width',
  'activation',
  'bias',
  'norm',
  'residual',
  'learningRate',
  'weightDecay',
  'dropout',
];
/** Says something only where training goes by batches; it has a test by its name. */
const IN_BATCHES = 'fanOut';

/** Another value than the default, by the control that is drawn from the descriptor. */
async function move(page: Page, param: Param): Promise<unknown> {
  const name = param.label;
  switch (param.kind) {
    case 'integer':
      // Half of it divides what the default divides.
      return type(name, String(param.default > 1 ? param.default / 2 : 2))(page);
    case 'own':
      return slide(name, 'End')(page);
    case 'real':
      return slide(name, param.default === param.max ? 'ArrowLeft' : 'ArrowRight')(page);
    case 'choice': {
      const other = param.options.find((option) => option !== param.default)!;
      return page.getByRole('combobox', { name }).first().selectOption(other);
    }
    case 'boolean':
      return page.getByRole('checkbox', { name }).first().click();
    default:
      return param satisfies never;
  }
}

/** What stands behind "more", on every card. */
const rare = (change: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await page
    .locator('details:not([open]) > summary')
    .evaluateAll((found) => found.forEach((each) => each instanceof HTMLElement && each.click()));
  await change(page);
};

describe('every control of the model and its training changes the loss', () => {
  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['width', type('width', '7')],
    ['activation', (page) => page.getByRole('combobox', { name: 'activation' }).first().selectOption('tanh')],
    ['bias', rare((page) => page.getByRole('checkbox', { name: 'bias' }).first().click())],
    [
      'kind of a hidden layer',
      (page) => page.getByRole('combobox', { name: 'kind of layer 1' }).selectOption('linear'),
    ],
    [
      'kind of the output layer',
      (page) => page.getByRole('combobox', { name: 'kind of layer 2' }).selectOption('linear'),
    ],
    [
      'norm by node',
      rare((page) => page.getByRole('combobox', { name: 'norm' }).first().selectOption('layer')),
    ],
    [
      'norm by channel',
      rare((page) => page.getByRole('combobox', { name: 'norm' }).first().selectOption('batch')),
    ],
    [
      'norm of the output',
      rare((page) => page.getByRole('combobox', { name: 'norm' }).last().selectOption('layer')),
    ],
    ['residual', rare((page) => page.getByRole('checkbox', { name: 'residual' }).first().click())],
    ['model', (page) => page.getByRole('combobox', { name: 'Model' }).selectOption('mlp')],
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
    ['own learning rate', rare(slide('own learning rate', 'End'))],
    ['a frozen layer', rare(slide('own learning rate', 'ArrowRight'))],
    ['own weight decay', rare(slide('own weight decay', 'End'))],
    ['own dropout', rare(slide('own dropout', 'End'))],
    ['optimiser SGD', rare(choose('optimiser', 'sgd'))],
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

  it.each<[string, string, (page: Page) => Promise<unknown>]>([
    ['decay on', 'wd=0.1', rare(choose('decay on', 'all layers'))],
    // Beside the gradient, decay takes another way.
    ['optimiser AdamW', 'wd=0.1', rare(choose('optimiser', 'adamw'))],
    ['momentum', 'opt=sgd', rare(slide('momentum', 'ArrowLeft'))],
    [
      'moving a layer',
      'layers=gcn*width.8,gcn*width.24,gcn*activation.none',
      (page) => page.getByRole('button', { name: 'Move layer 1 down' }).click(),
    ],
  ])('%s', async (_name, settings, change) => {
    const { page, complaints, close } = await visit({ hash: `#data=karate&seed=1&${settings}` });
    await page.evaluate(() => window.playground.ready);
    const before = await lossAfterFive(page);
    await change(page);
    expect(await lossAfterFive(page)).not.toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });

  const common = new Set(CONTROLLED_ABOVE);
  const own = LAYERS.flatMap(({ id, name, params }) =>
    params
      .filter(({ key }) => !common.has(key) && key !== IN_BATCHES)
      .map((param) => [`${param.label} of a ${name} layer`, id, param] as const),
  );
  it.each(own)('%s', async (_name, kind, param) => {
    const { page } = open;
    await page.evaluate((hidden) => {
      const output = { kind: 'gcn', activation: 'none' };
      return window.playground.configure({ model: { id: 'gcn', layers: [{ kind: hidden }, output] } });
    }, kind);
    const before = await lossAfterFive(page);
    await rare((each) => move(each, param))(page);
    expect(await lossAfterFive(page)).not.toBe(before);
    await page.evaluate(() => window.playground.configure({ model: 'gcn' }));
  });

  const ofMethods = METHODS.flatMap(({ id, name, params }) =>
    params.map((param) => [`${param.label} of ${name}`, id, param] as const),
  );
  /** The club is smaller than the usual batch. */
  const SMALLER: Readonly<Record<string, string>> = { batchSize: '8', dimension: '8' };
  it.each(ofMethods)('%s', async (_name, kind, param) => {
    const { page } = open;
    await page.evaluate(
      ([id, form]) => {
        const method = form ? { kind: id, form } : { kind: id };
        return window.playground.configure({ model: { id, method } });
      },
      [kind, param.key === 'alpha' ? 'spreading' : ''] as const,
    );
    const before = await outcome(page);
    const text = SMALLER[param.key];
    if (text) await type(param.label, text)(page);
    else await move(page, param);
    expect(await outcome(page)).not.toBe(before);
    await page.evaluate(() => window.playground.configure({ model: 'gcn' }));
  });

  it.each(['learning rate', 'epochs'])('%s of Node2Vec', async (name) => {
    const { page } = open;
    await page.evaluate(() => window.playground.configure({ model: 'node2vec' }));
    const wholeRun = () =>
      page.evaluate(async () => {
        await window.playground.reset();
        return (await window.playground.train()).loss;
      });
    const before = await wholeRun();
    await (name === 'epochs' ? type(name, '9') : slide(name, 'End'))(page);
    expect(await wholeRun()).not.toBe(before);
    await page.evaluate(() => window.playground.configure({ model: 'gcn' }));
  });

  it.each<[string, string, (page: Page) => Promise<unknown>]>([
    ['batch size', '', rare(choose('batch size', '32'))],
    ['fan-out', '&batch=32', type('fan-out', '1')],
  ])('%s', async (_name, settings, change) => {
    const { page, close } = await visit({ hash: `#data=synthetic&model=sage${settings}` });
    await page.evaluate(() => window.playground.ready);
    const before = await lossAfterFive(page);
    await change(page);
    const after = await lossAfterFive(page);
    await close();
    expect(after).not.toBe(before);
  });

  it('stop early and patience end a run before its last epoch', async () => {
    const { page, complaints, close } = await visit({ hash: '#data=synthetic&lr=0.1&epochs=150' });
    await page.evaluate(() => window.playground.ready);
    const end = () =>
      page.evaluate(async () => {
        await window.playground.reset();
        return (await window.playground.train()).epoch;
      });
    expect(await end()).toBe(150);
    await rare(choose('stop early', 'rising loss'))(page);
    const atRise = await end();
    expect(atRise).toBeLessThan(150);
    await choose('stop early', 'no better')(page);
    await type('patience', '1')(page);
    const atOnce = await end();
    await type('patience', '20')(page);
    const later = await end();
    expect(atOnce).toBeLessThan(atRise);
    expect(later).toBeGreaterThanOrEqual(atOnce + 19);
    expect(complaints).toEqual([]);
    await close();
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
    await rare((each) => each.getByRole('checkbox', { name: 'normalise features' }).click())(page);
    expect(await lossAfterFive(page)).not.toBe(before);
  });

  it('hides what would change nothing', async () => {
    const { page } = open;
    await page.evaluate(() => window.playground.load('karate'));
    await expect.poll(() => page.getByRole('checkbox', { name: 'normalise features' }).count()).toBe(0);
    expect(await page.getByRole('slider', { name: 'hidden dropout' }).count()).toBe(1);
    expect(await page.getByRole('combobox', { name: 'stop early' }).count()).toBe(0);
    expect(await page.getByRole('slider', { name: 'momentum' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Remove layer 1' }).click();
    await expect.poll(() => page.getByRole('slider', { name: 'hidden dropout' }).count()).toBe(0);
  });
});

describe('the model', () => {
  /** Which rows of the first hidden layer five steps of training have changed. */
  const movedNodes = (page: Page) =>
    page.evaluate(async () => {
      const { playground } = window;
      await playground.reset();
      const before = await playground.embedding('h1');
      await playground.train({ epochs: 5 });
      const after = await playground.embedding('h1');
      const nodes = Array.from({ length: before.rows }, (_, node) => node);
      const row = ({ columns, values }: typeof before, node: number) =>
        values.subarray(node * columns, (node + 1) * columns).join();
      return nodes.filter((node) => row(before, node) !== row(after, node));
    });

  it('MLP hears no neighbour: without a bias, training moves the labelled nodes alone', async () => {
    const layers = (kind: string) => `layers=${kind}*bias.false,${kind}*activation.none*bias.false`;
    const moved = await Promise.all(
      ['mlp', 'gcn'].map(async (model) => {
        const hash = `#data=karate&model=${model}&${layers(model === 'mlp' ? 'linear' : 'gcn')}`;
        const { page, close } = await visit({ hash });
        await page.evaluate(() => window.playground.ready);
        const nodes = await movedNodes(page);
        await close();
        return nodes;
      }),
    );
    expect(moved[0]).toEqual([0, 33]);
    expect(moved[1]!.length).toBeGreaterThan(20);
  });

  it('that is chosen opens its own run, which play trains; the trained one is kept, and undo brings it back', async () => {
    const { page, complaints, close } = await visit({ hash: '#data=karate&model=node2vec&pace=max' });
    await page.evaluate(() => window.playground.ready);
    const named = page.getByRole('combobox', { name: 'Model' });
    const runs = () =>
      page.evaluate(() =>
        window.playground
          .runs()
          .map(({ run, epoch, open: isOpen }) => [run.model.id, run.training.epochs, epoch, isOpen]),
      );
    await page.evaluate(() => window.playground.train({ epochs: 100 }));
    await named.selectOption('gcn');
    const chosen = [
      ['node2vec', 100, 100, false],
      ['gcn', 200, 0, true],
    ];
    await expect.poll(runs).toEqual(chosen);
    expect(await page.evaluate(() => window.playground.python())).toContain('GCNConv(');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(async () => (await runs())[1]).toEqual(['gcn', 200, 200, true]);
    expect((await runs())[0]).toEqual(chosen[0]);
    expect(await named.inputValue()).toBe('gcn');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(runs).toEqual([
      ['gcn', 200, 200, false],
      ['node2vec', 100, 100, true],
    ]);
    expect(await named.inputValue()).toBe('node2vec');
    expect(complaints).toEqual([]);
    await close();
  });

  it('chosen right after a data set is of that set, and undo leads back over what was shown alone', async () => {
    const { page, complaints, close } = await visit({ hash: '#data=karate' });
    await page.evaluate(() => window.playground.ready);
    // Both before the set can have come.
    const [data, model] = await Promise.all(
      ['Data', 'Model'].map((name) => page.getByRole('combobox', { name }).elementHandle()),
    );
    await page.evaluate(
      (chosen) => {
        for (const [select, value] of chosen) {
          (select as HTMLSelectElement).value = value;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }
      },
      [
        [data!, 'synthetic'],
        [model!, 'gat'],
      ] as const,
    );
    const shownNow = () =>
      page.evaluate(() => {
        const { run } = window.playground.runs().find((each) => each.open)!;
        return [run.data.id, run.model.id];
      });
    await expect.poll(shownNow).toEqual(['synthetic', 'gat']);
    await page.evaluate(() => window.playground.undo());
    expect(await shownNow()).toEqual(['karate', 'gcn']);
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).isEnabled()).toBe(false);
    await page.evaluate(() => window.playground.redo());
    expect(await shownNow()).toEqual(['synthetic', 'gat']);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ['#data=karate&model=mlp', 'MLP'],
    ['#data=karate&layers=gcn*width.8,linear', 'GCN · edited'],
  ])('%s opens as it was sent, and stays in the address bar', async (hash, shown) => {
    const { page, complaints, close } = await visit({ hash });
    await page.evaluate(() => window.playground.ready);
    const chosen = page.getByRole('combobox', { name: 'Model' }).locator('option:checked');
    expect(await chosen.textContent()).toBe(shown);
    // The page writes the address anew with the next change, and still knows all of it.
    await type('seed', '5')(page);
    await expect.poll(() => new URL(page.url()).hash).toContain('seed=5');
    const written = new URLSearchParams(new URL(page.url()).hash.slice(1));
    for (const [key, value] of new URLSearchParams(hash.slice(1))) expect(written.get(key)).toBe(value);
    await page.getByRole('combobox', { name: 'Model' }).selectOption('gcn');
    await expect.poll(() => new URL(page.url()).hash).not.toMatch(/model|layers/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => chosen.textContent()).toBe(shown);
    expect(complaints).toEqual([]);
    await close();
  });
});
