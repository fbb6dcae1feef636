import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS } from '../browser/chromium.mjs';
import { closeAll, visit, type Visit, type VisitOptions } from './playground';

const RAW = resolve(import.meta.dirname, '../../public/datasets/planetoid');
const CORA_FILES = ['x', 'tx', 'allx', 'y', 'ty', 'ally', 'graph', 'test.index'].map(
  (part) => `ind.cora.${part}`,
);
const hasCora = CORA_FILES.every((name) => existsSync(resolve(RAW, name)));
if (!hasCora && process.env.REQUIRE_CORA)
  throw new Error(
    'e2e: expected the raw files of Cora in public/datasets, found none. Run npm run datasets.',
  );
if (!hasCora) console.warn('e2e: skipping what needs Cora: neither a folder nor the network has its files.');

let open: Visit | null = null;
/** Failed requests are what some of these tests are about. */
const EXPECTED = /Failed to load resource/;
const arrive = async (options?: VisitOptions) => {
  open = await visit(options);
  await open.page.evaluate(() => window.playground.ready);
  return open;
};
afterEach(async () => {
  expect((open?.complaints ?? []).filter((complaint) => !EXPECTED.test(complaint))).toEqual([]);
  await open?.close();
  open = null;
});
afterAll(closeAll);

describe('a data set that is missing', () => {
  const withoutFiles: VisitOptions = {
    prepare: async (context) => {
      await context.route('**/datasets/**', (route) => route.abort());
      await context.route('https://**', (route) => route.abort());
    },
  };

  it('is named with the files to drop, while the graph before it stays', async () => {
    const { page } = await arrive(withoutFiles);
    const failure = await page.evaluate(() =>
      window.playground.load('cora').then(
        () => 'loaded',
        (error: Error) => error.message,
      ),
    );
    expect(failure).toContain('ind.cora.allx');
    await page.getByRole('alert').first().waitFor();
    const { epoch } = await page.evaluate(() => window.playground.train({ epochs: 5 }));
    expect(epoch).toBe(5);
    expect((await page.evaluate(() => window.playground.layers()))[0]?.numRows).toBe(34);
  });

  it.skipIf(!hasCora)('is read from files that the visitor chooses', async () => {
    const { page } = await arrive(withoutFiles);
    await page.evaluate(() => window.playground.load('cora').catch(() => {}));
    const files = CORA_FILES.map((name) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: readFileSync(resolve(RAW, name)),
    }));
    await page.locator('input[type=file]').first().setInputFiles(files);
    await page.waitForFunction(() => window.playground.layers()[0]?.numRows === 2708, null, {
      timeout: 60_000,
    });
  });
});

describe('Cora', () => {
  it.skipIf(!hasCora)(
    'is one choice away, trains from the real files and reaches 0.78 in the page',
    async () => {
      const { page } = await arrive();
      await page.getByRole('combobox', { name: 'Data' }).selectOption({ label: 'Cora' });
      await page.waitForFunction(() => window.playground.layers()[0]?.numRows === 2708, null, {
        timeout: 60_000,
      });
      const result = await page.evaluate(() => window.playground.train({ epochs: 200 }));
      expect(result.epoch).toBe(200);
      expect(result.accuracy.test).toBeGreaterThan(0.78);
      await page.waitForFunction(() => {
        const picture = window.playground.projection();
        return picture?.kind === 'points' && picture.settled && picture.epoch === 200;
      });
    },
  );
});

describe('a browser without a WebGPU adapter', () => {
  it('trains on WASM and says why', async () => {
    const { page } = await arrive({ args: CHROMIUM_ARGS.filter((flag) => !flag.includes('webgpu')) });
    const backend = await page.evaluate(() => window.playground.backend());
    expect(backend?.name).toBe('wasm');
    expect(backend?.reason).toMatch(/WebGPU/);
    await page.getByRole('button', { name: /Backend/ }).click();
    await page.getByText(backend!.reason).waitFor();
    expect((await page.evaluate(() => window.playground.train({ epochs: 3 }))).epoch).toBe(3);
  });
});

describe('a page whose workers do not start', () => {
  const failure = async (options: VisitOptions) => {
    open = await visit(options);
    const { page } = open;
    const told = await page.evaluate(() =>
      window.playground.ready.then(
        () => 'ready',
        (error: Error) => error.message,
      ),
    );
    await page.getByRole('heading', { name: 'GNN Playground' }).waitFor();
    await page.getByRole('alert').filter({ visible: true }).first().waitFor();
    return { page, told };
  };

  it('comes up and says why, where the browser refuses them', async () => {
    const { page, told } = await failure({
      prepare: async (context) => {
        await context.addInitScript(() => {
          window.Worker = new Proxy(Worker, {
            construct: () => {
              throw new DOMException('workers are forbidden', 'SecurityError');
            },
          });
        });
      },
    });
    expect(told).toMatch(/this browser refused to start one \(workers are forbidden\)\. Reload the page/);
    await page
      .getByText(/this browser refused to start one/)
      .filter({ visible: true })
      .first()
      .waitFor();
  });

  it('comes up and says why, where their code cannot be had', async () => {
    const { page } = await failure({
      prepare: async (context) => {
        await context.route(/compute\.worker/, (route) => route.abort());
      },
    });
    await page
      .getByText(/expected the code of its worker, got none/)
      .filter({ visible: true })
      .first()
      .waitFor();
  });

  it('says in words that the code of the page itself did not arrive', async () => {
    open = await visit({
      prepare: async (context) => {
        await context.route(/assets\/index-.*\.js/, (route) => route.abort());
      },
    });
    await open.page.getByText(/could not be loaded: part of its code did not arrive/).waitFor();
  });
});

describe('a lost GPU device', () => {
  it('goes on on WASM from the last keyframe, at most 20 epochs behind, and says so', async () => {
    const { page } = await arrive({ hash: '#data=karate&pace=40' });
    expect((await page.evaluate(() => window.playground.setBackend('webgpu'))).name).toBe('webgpu');
    await page.evaluate(() => {
      const records: number[] = [];
      window.playground.on('epoch', ({ epoch }) => records.push(epoch));
      Object.assign(window, { records });
    });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    // Past a keyframe, however long that takes: this WebGPU computes on the processor, which has others to serve.
    await page.waitForFunction(
      () => (window as unknown as { records: number[] }).records.includes(25),
      null,
      {
        timeout: 150_000,
      },
    );
    await page.evaluate(() => window.playground.loseDevice());
    const told = await page.getByText(/The GPU device was lost at epoch/).textContent();
    await page.waitForFunction(() => window.playground.backend()?.name === 'wasm');
    expect(await page.evaluate(() => window.playground.backend()?.reason)).toMatch(
      /WASM: what computed before was lost/,
    );
    await page.waitForFunction(
      () => (window as unknown as { records: number[] }).records.at(-1) === 200,
      null,
      { timeout: 60_000 },
    );
    const records = await page.evaluate(() => (window as unknown as { records: number[] }).records);
    const [, lostAt, from] = /at epoch (\d+)\..* from epoch (\d+)\./.exec(told ?? '') ?? [];
    expect(Number(lostAt)).toBeGreaterThanOrEqual(25);
    expect(Number(from)).toBeGreaterThanOrEqual(20);
    expect(Number(lostAt) - Number(from)).toBeGreaterThanOrEqual(0);
    expect(Number(lostAt) - Number(from)).toBeLessThanOrEqual(20);
    // Epochs between the keyframe and the loss come once more; none is left out.
    expect(new Set(records).size).toBe(200);
    const { accuracy } = await page.evaluate(() => window.playground.train());
    expect(Math.round((accuracy.all ?? 0) * 34)).toBeGreaterThanOrEqual(33);
  }, 300_000);
});

describe('a page that came over plain http from another address', () => {
  it('trains on WASM and says what is missing', async () => {
    const { page } = await arrive({ insecure: true });
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    expect((await page.evaluate(() => window.playground.backend()))?.name).toBe('wasm');
    await page
      .getByText(/plain http/)
      .filter({ visible: true })
      .waitFor();
    const { accuracy } = await page.evaluate(() => window.playground.train({ epochs: 200 }));
    expect(Math.round((accuracy.all ?? 0) * 34)).toBeGreaterThanOrEqual(33);
  });

  it.skipIf(!hasCora)('reads Cora there too, with its checksums', async () => {
    const { page } = await arrive({ insecure: true });
    const loaded = await page.evaluate(() => window.playground.load('cora'));
    expect(loaded).toEqual({ id: 'cora', nodes: 2708, directedEdges: 10556 });
  });
});
