import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closeAll, visit } from './playground';

afterAll(closeAll);

const html = () => readFileSync(resolve(import.meta.dirname, '../../dist/index.html'), 'utf8');

describe('the policy of the built page', () => {
  it('stands before everything that it is about, and allows nothing inline and no eval', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(
      html().replaceAll('&#39;', "'"),
    );
    expect(policy?.[1]).toMatch(/script-src 'self' 'wasm-unsafe-eval';/);
    expect(policy?.[1]).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval')/);
    expect(html().indexOf('Content-Security-Policy')).toBeLessThan(html().indexOf('<script'));
    expect(html()).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style| on\w+="/);
  });

  it('is in force: no eval, no script from markup, no frame, no form, no other base and no plain http to elsewhere', async () => {
    const { page, close } = await visit();
    await page.evaluate(() => window.playground.ready);
    const tried = await page.evaluate(async () => {
      const refused = new Set<string>();
      Object.assign(window, { refused });
      document.addEventListener('securitypolicyviolation', (event) => refused.add(event.effectiveDirective));
      const host = document.createElement('div');
      host.innerHTML =
        '<img src="data:," onerror="window.wasRun = true"><iframe src="data:text/html,x"></iframe>' +
        '<form action="https://example.invalid/"></form>';
      document.body.append(host);
      host.querySelector('form')?.submit();
      const inline = document.createElement('script');
      inline.textContent = 'window.wasRun = true';
      document.body.append(inline);
      const base = document.createElement('base');
      base.href = 'https://example.invalid/';
      document.head.append(base);
      // Later: what is called from here is a debugger's, and may do more.
      const evaluated = await new Promise((done) =>
        setTimeout(() => {
          try {
            done(Function('return 1')());
          } catch (error) {
            done(error instanceof Error ? error.name : error);
          }
        }),
      );
      const fetched = await fetch('http://example.invalid/').catch((error: Error) => error.name);
      return { evaluated, fetched: String(fetched), address: document.baseURI === location.href };
    });
    expect(tried).toEqual({ evaluated: 'EvalError', fetched: 'TypeError', address: true });
    await expect
      .poll(() =>
        page.evaluate(() => [...(window as unknown as { refused: Set<string> }).refused].toSorted()),
      )
      .toEqual([
        'base-uri',
        'connect-src',
        'form-action',
        'frame-src',
        'script-src',
        'script-src-attr',
        'script-src-elem',
      ]);
    expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
    await close();
  });
});

describe('what the page asks the network for', () => {
  it('is of its own host alone, with Karate and with Cora', async () => {
    const asked: string[] = [];
    const { page, complaints, close } = await visit({
      prepare: async (context) => {
        context.on('request', (request) => asked.push(request.url()));
      },
    });
    await page.evaluate(async () => {
      await window.playground.ready;
      await window.playground.train({ epochs: 5 });
      await window.playground.load('cora');
    });
    const own = new URL(page.url()).host;
    const foreign = asked.filter(
      (url) => !url.startsWith('blob:') && !url.startsWith('data:') && new URL(url).host !== own,
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
