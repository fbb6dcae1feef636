import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Playground } from '../../src/ui/app/playground';
import { closeAll, visit, type Visit } from './playground';

let open: Visit;
beforeAll(async () => {
  open = await visit();
  await open.page.evaluate(() => window.playground.ready);
});
afterAll(async () => {
  expect(open.complaints).toEqual([]);
  await open.close();
  await closeAll();
});

describe('window.playground', () => {
  it('trains, with null where the set has no such split, and the same seed gives the same losses', async () => {
    const run = () =>
      open.page.evaluate(async () => {
        const losses: number[] = [];
        const stop = window.playground.on('epoch', ({ loss }) => losses.push(loss));
        await window.playground.configure({ seed: 4 });
        const result = await window.playground.train({ epochs: 30 });
        stop();
        await window.playground.step();
        return { losses, result };
      });
    const { losses, result } = await run();
    expect(result).toMatchObject({ epoch: 30, accuracy: { train: 1, val: null, test: null } });
    expect(result.accuracy.all).toBeGreaterThan(0.5);
    expect(result.msPerEpoch).toBeGreaterThan(0);
    // Epoch 0 and thirty steps; the step after `stop` was not heard.
    expect(losses).toHaveLength(31);
    expect((await run()).losses).toEqual(losses);
  });

  it('gives the embedding of each layer, as many rows as nodes', async () => {
    const shapes = await open.page.evaluate(async () => {
      const { playground } = window;
      const all = await Promise.all(playground.layers().map(({ id }) => playground.embedding(id)));
      return all.map(({ rows, columns, values }) => [
        rows,
        columns,
        values.length,
        values.some((v) => v !== 0),
      ]);
    });
    expect(shapes).toEqual([
      [34, 34, 34 * 34, true],
      [34, 16, 34 * 16, true],
      [34, 2, 34 * 2, true],
    ]);
  });

  it('takes a whole specification of a model', async () => {
    const layers = await open.page.evaluate(async () => {
      const { playground } = window;
      const hidden = { kind: 'gcn', width: 4, activation: 'tanh', bias: true } as const;
      await playground.configure({
        model: { id: 'gcn', layers: [hidden, hidden, { ...hidden, activation: 'none' }] },
      });
      return playground.layers().map(({ id, numCols }) => `${id} ${numCols}`);
    });
    expect(layers).toEqual(['x 34', 'h1 4', 'h2 4', 'z 2']);
  });

  it('pauses a run that is going, and goes back to epoch 0', async () => {
    const epochs = await open.page.evaluate(async () => {
      const { playground } = window;
      const goesOn = new Promise<void>((resolve) => {
        const stop = playground.on('epoch', ({ epoch }) => {
          if (epoch === 0) return;
          stop();
          resolve();
        });
      });
      const running = playground.train({ epochs: 100_000 });
      await goesOn;
      const paused = await playground.pause();
      const result = await running;
      await playground.reset();
      return { paused: paused.epoch, result: result.epoch, after: playground.projection() !== undefined };
    });
    expect(epochs.paused).toBeGreaterThan(0);
    expect(epochs.result).toBe(epochs.paused);
  });

  it('does what is asked at once one after the other, and tells each its own end', async () => {
    const told = await open.page.evaluate(async () => {
      const { playground } = window;
      const [first, second, third] = await Promise.all([
        playground.load('synthetic'),
        playground.load('karate', { labels: 'modularity' }),
        playground.load('karate'),
      ]);
      const [five, step, ten] = await Promise.all([
        playground.train({ epochs: 5 }),
        playground.step(),
        playground.train({ epochs: 4 }),
      ]);
      return [first.nodes, second.nodes, third.nodes, five.epoch, step.epoch, ten.epoch];
    });
    expect(told).toEqual([2708, 34, 34, 5, 6, 10]);
  });

  it('trains on when a listener throws, and lets the console hear of it', async () => {
    const { page, complaints } = open;
    const epoch = await page.evaluate(async () => {
      const stop = window.playground.on('phase', () => {
        throw new Error('thrown by a listener');
      });
      const result = await window.playground.train({ epochs: 3 });
      stop();
      return result.epoch;
    });
    expect(epoch).toBe(13);
    expect(complaints.splice(0).every((complaint) => complaint.includes('thrown by a listener'))).toBe(true);
  });

  it('shows another graph with nothing selected', async () => {
    const { page } = open;
    await page.evaluate(() => (location.hash = '#data=karate&select=33'));
    const inspector = page.getByRole('region', { name: 'Inspect' });
    await expect.poll(() => inspector.textContent()).toContain('president');
    await page.evaluate(() => window.playground.load('synthetic'));
    await expect.poll(() => inspector.textContent()).toContain('Click a node');
    await page.evaluate(() => window.playground.load('karate'));
  });

  it.each<[string, (playground: Playground) => unknown]>([
    ['backend wasm', (p) => p.setBackend('wasm')],
    ['backend cpu', (p) => p.setBackend('cpu')],
    ['backend auto', (p) => p.setBackend('auto')],
    ['data', (p) => p.load('karate')],
    ['labels', (p) => p.load('karate', { labels: 'modularity' })],
    ['model', (p) => p.configure({ model: 'gat' })],
    ['settings', (p) => p.configure({ training: { learningRate: 0.02 }, seed: 3 })],
    ['graph', (p) => p.edit({ label: { node: 5, class: 1 } })],
    ['picture', (p) => p.project('z', { method: 'pca' })],
    ['epoch', (p) => p.train({ epochs: 2 }).then(() => p.seek(1))],
    ['untrained', (p) => p.reset()],
    ['seed after seed', (p) => p.seeds([1])],
    ['pause', (p) => p.pause()],
  ])('takes what is in use already for what is asked: %s', async (_name, call) => {
    const { answers, trains, backend } = await open.page.evaluate(async (source) => {
      const again = new Function(`return (${source})`)() as (p: Playground) => Promise<unknown>;
      const heard: string[] = [];
      for (let time = 0; time < 3; time++)
        heard.push(
          await again(window.playground).then(
            () => 'done',
            (error: Error) => error.message,
          ),
        );
      const { epoch } = await window.playground.train({ epochs: 1 });
      return { answers: heard, trains: epoch > 0, backend: window.playground.backend() };
    }, call.toString());
    expect(answers).toEqual(['done', 'done', 'done']);
    expect(trains).toBe(true);
    expect(backend).not.toBeNull();
  });

  it('refuses whole what cannot be trained: graph, run and address stay, and training goes on', async () => {
    const { page } = open;
    const refusalOf = (hash: string) =>
      page.evaluate((to) => {
        location.hash = to;
      }, hash);
    await page.evaluate(async () => {
      await window.playground.open('0,1\n1,2\n2,3\n3,0\n0,2', { text: true, name: 'square' });
      await window.playground.train({ epochs: 2 });
    });
    const shown = () => page.evaluate(() => [window.playground.link(), window.playground.runs().length]);
    const before = await shown();
    // The address names the visitor's graph, and holds nothing of it.
    const address = await page.evaluate(() => window.playground.link({ graph: false }));
    await expect.poll(() => page.url()).toBe(address);
    const refused = await page.evaluate(() =>
      window.playground.configure({ model: 'gcn' }).catch((error: Error) => error.message),
    );
    expect(refused).toMatch(/expected a graph with classes for GCN, .*got square.*Choose Node2Vec/);
    const model = page.getByRole('combobox', { name: 'Model' });
    await model.selectOption('gat');
    await page.getByText('This needs a graph with classes for GAT').first().waitFor();
    expect(await model.inputValue()).toBe('node2vec');
    await refusalOf('#data=cora&model=transformer');
    await page.getByText("'transformer' does not fit model, which takes one of").first().waitFor();
    await expect.poll(shown).toEqual(before);
    await expect.poll(() => page.url()).toBe(address);
    expect((await page.evaluate(() => window.playground.train({ epochs: 1 }))).epoch).toBe(3);
    await page.evaluate(() => window.playground.load('karate'));
  });

  it.each<[string, (playground: Playground) => unknown, RegExp]>([
    ['load', (p) => p.load('nowhere'), /expected one of karate, .*got 'nowhere'/],
    [
      'load labels',
      (p) => p.load('karate', { labels: 'none' }),
      /expected one of factions, modularity, got 'none'/,
    ],
    ['train', (p) => p.train({ epochs: -1 }), /whole number from 1/],
    ['configure seed', (p) => p.configure({ seed: 1.5 }), /seed/],
    ['configure width', (p) => p.configure({ model: { id: 'gcn', layers: [] } }), /layers/],
    ['configure rate', (p) => p.configure({ training: { learningRate: -1 } }), /learningRate/],
    [
      'configure window',
      (p) => p.configure({ model: { id: 'node2vec', method: { kind: 'node2vec', context: 30 } } }),
      /at most the walk length 20, got 30/,
    ],
    [
      'configure heads',
      (p) =>
        p.configure({
          model: {
            id: 'gat',
            layers: [
              { kind: 'gat', width: 20, heads: 8 },
              { kind: 'gcn', activation: 'none' },
            ],
          },
        }),
      /a number that divides the width 20/,
    ],
    [
      'configure GIN',
      (p) => p.configure({ model: { id: 'gin', layers: [{ kind: 'gin', width: 0 }] } }),
      /width: expected a whole number from 1 to 256, got 0/,
    ],
    [
      'configure layers of a method',
      (p) => p.configure({ model: { id: 'labelPropagation', layers: [{ kind: 'gcn' }] } }),
      /expected no layers in a model 'labelPropagation', got 1/,
    ],
    [
      'configure own rate',
      (p) => p.configure({ model: { id: 'gcn', layers: [{ kind: 'gcn', learningRate: 2 }] } }),
      /layers\[0\]\.learningRate: expected a number from 0 to 1, got 2/,
    ],
    [
      'configure optimiser',
      (p) => p.configure({ training: { optimiser: 'rmsprop' as 'sgd' } }),
      /training\.optimiser: expected one of adam, adamw, sgd, got 'rmsprop'/,
    ],
    ['embedding', (p) => p.embedding('h9'), /expected one of x, /],
    ['setBackend', (p) => p.setBackend('cuda' as 'cpu'), /expected one of auto, webgpu, wasm, cpu/],
    [
      'on',
      (p) => Promise.resolve().then(() => p.on('loss' as 'epoch', () => {})),
      /expected one of epoch, phase, projection/,
    ],
  ])('says what it expected when %s is called wrongly', async (_name, call, message) => {
    const said = await open.page.evaluate(async (source) => {
      const wrong = new Function(`return (${source})`)() as (p: Playground) => Promise<unknown>;
      return wrong(window.playground).then(
        () => 'nothing',
        (error: Error) => error.message,
      );
    }, call.toString());
    expect(said).toMatch(message);
  });
});
