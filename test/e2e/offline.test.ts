import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closeAll, serve, visit, type Visit } from './playground';

afterAll(closeAll);

const DIST = resolve(import.meta.dirname, '../../dist');

/** Resolves once the service worker has kept the page and answers for it. */
async function kept({ page }: Visit): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

const end = (server: Awaited<ReturnType<typeof serve>>['server']): Promise<void> =>
  new Promise((done) => {
    server.httpServer.close(() => done());
    if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
  });

describe('without a network', () => {
  it('opens and trains what was opened before, once the page was visited', async () => {
    const { server, address } = await serve();
    const visitor = await visit({ address, offline: true });
    const { page, close } = visitor;
    await page.evaluate(() => window.playground.ready);
    await kept(visitor);
    // In the very first visit, which no service worker answers for yet.
    await page.evaluate(async () => {
      await window.playground.load('cora');
    });
    await end(server);
    const lost: string[] = [];
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      // What the page that is left had still asked for.
      if (why !== 'net::ERR_ABORTED') lost.push(`${request.url()}: ${why}`);
    });
    await page.reload();
    await page.waitForFunction(() => 'playground' in window).catch(() => {});
    expect({ lost, complaints: visitor.complaints }).toEqual({ lost: [], complaints: [] });
    const { epoch, backend, test } = await page.evaluate(async () => {
      await window.playground.ready;
      await window.playground.load('cora');
      const result = await window.playground.train({ epochs: 3 });
      return { epoch: result.epoch, backend: window.playground.backend()?.name, test: result.accuracy.test };
    });
    expect(epoch).toBe(3);
    expect(backend).toMatch(/wasm|webgpu/);
    expect(test).toBeGreaterThan(0);
    await close();
  });

  it('loads a set once its files are right again, where a network had answered with a page of its own', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'playground-'));
    cpSync(DIST, copy, { recursive: true });
    const { server, address } = await serve(copy);
    const visitor = await visit({
      address,
      offline: true,
      // The public source cannot be had.
      prepare: async (context) => {
        await context.route('https://**', (route) => route.abort());
      },
    });
    const { page, close } = visitor;
    await page.evaluate(() => window.playground.ready);
    await kept(visitor);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const load = () =>
      page.evaluate(() =>
        window.playground.load('cora').then(
          ({ nodes }) => `${nodes} nodes`,
          (error: Error) => error.message,
        ),
      );
    const folder = join(copy, 'datasets/planetoid');
    for (const name of readdirSync(folder))
      writeFileSync(join(folder, name), '<!doctype html><title>Please sign in</title>');
    expect(await load()).toMatch(/served with the page: ind\.cora\.\w+ is not the file it should be/);
    cpSync(join(DIST, 'datasets'), join(copy, 'datasets'), { recursive: true });
    expect(await load()).toBe('2708 nodes');
    // The page keeps what it has checked, and asks nobody for it again.
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.evaluate(() => window.playground.load('karate'));
    expect(await load()).toBe('2708 nodes');
    expect(asked.filter((url) => url.includes('/datasets/'))).toEqual([]);
    // All of that is forgotten when it is asked for: files of sets, the page itself, and the worker that serves it.
    const stored = () =>
      page.evaluate(async () => ({
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        databases: (await indexedDB.databases()).map(({ name }) => name),
        ofTab: sessionStorage.length,
      }));
    const before = await stored();
    expect(before.caches).toContain('gnn-playground-datasets');
    expect(before.caches.some((name) => name.includes('precache'))).toBe(true);
    expect(before.workers).toBe(1);
    await page.evaluate(() => window.playground.forget());
    expect(await stored()).toEqual({ caches: [], workers: 0, databases: [], ofTab: 0 });
    await close();
    await end(server);
    rmSync(copy, { recursive: true });
  });

  it('offers a newer page, and goes on with the old one until it is taken', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'playground-'));
    cpSync(DIST, copy, { recursive: true });
    const { server, address } = await serve(copy);
    const visitor = await visit({ address, offline: true });
    const { page, close } = visitor;
    await page.evaluate(() => window.playground.ready);
    await kept(visitor);
    await page.reload();
    await page.evaluate(() => window.playground.ready);
    // Another build: the same page with another title, and a service worker that knows of it.
    const html = readFileSync(join(copy, 'index.html'), 'utf8');
    writeFileSync(join(copy, 'index.html'), html.replace('<title>', '<title>Newer '));
    const worker = readFileSync(join(copy, 'sw.js'), 'utf8');
    const renewed = worker.replace(/(url:"index\.html",revision:")/, '$1new');
    expect(renewed).not.toBe(worker);
    writeFileSync(join(copy, 'sw.js'), renewed);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
    });
    // A service worker is started and installed for it, which takes a busy machine its time.
    const newer = page.getByRole('button', { name: 'New version' });
    await newer.waitFor();
    const { epoch } = await page.evaluate(() => window.playground.train({ epochs: 2 }));
    expect(epoch).toBe(2);
    // It waits, and is not forced: this page, its run and its service worker are those of before.
    expect(await page.title()).toBe('GNN Playground');
    expect(
      await page.evaluate(async () => {
        const { waiting, active } = await navigator.serviceWorker.ready;
        return { waits: waiting !== null, isServed: navigator.serviceWorker.controller === active };
      }),
    ).toEqual({ waits: true, isServed: true });
    await newer.click();
    await page.getByText('A newer version of this page is there.').waitFor();
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.waitForFunction(() => document.title.startsWith('Newer') && 'playground' in window);
    await page.evaluate(() => window.playground.ready);
    // One whose service worker cannot take over comes all the same, from the network.
    await kept(visitor);
    writeFileSync(join(copy, 'index.html'), html.replace('<title>', '<title>Newest '));
    const deaf = renewed
      .replace(/(url:"index\.html",revision:")/, '$1est')
      .replaceAll('SKIP_WAITING', 'NOT_HEARD');
    expect(deaf).toContain('NOT_HEARD');
    writeFileSync(join(copy, 'sw.js'), deaf);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
    });
    await newer.click();
    await page.getByText('A newer version of this page is there.').waitFor();
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.waitForFunction(() => document.title.startsWith('Newest'));
    await close();
    await end(server);
    rmSync(copy, { recursive: true });
  });
});
