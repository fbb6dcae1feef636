/** What another's page can hold of ours: several embeds at once, and a short link to a large graph. */
import type { Frame } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import type { GraphData } from '../../src/data/graph/graphData';
import { ownSet } from '../../src/data/import/ownSet';
import { toBase64url } from '../../src/ui/state/address/base64url';
import { writePayload } from '../../src/ui/state/address/payload';
import { closeAll, visit } from './playground';

afterAll(closeAll);

/** Whether the context of each canvas lives. */
const contexts = (frame: Frame) =>
  frame.evaluate(() =>
    Array.from(
      document.querySelectorAll<HTMLCanvasElement>('canvas[data-layer=picture]'),
      (canvas) => canvas.getContext('webgl2')?.isContextLost() === false,
    ),
  );

describe('three embeds on a page', () => {
  it('have two WebGL contexts each, none of them lost; one that the browser takes away comes back', async () => {
    const { page, context, complaints, close } = await visit({ hash: '#data=karate' });
    const src = page.url().split('#')[0]!;
    const host = await context.newPage();
    const frame = `<iframe width="500" height="300" src="${src}#data=karate&embed=1"></iframe>`;
    await host.setContent(frame.repeat(3));
    const frames = await Promise.all(
      Array.from({ length: 3 }, async (_, k) => {
        const element = await host.locator('iframe').nth(k).elementHandle();
        const inside = (await element!.contentFrame())!;
        await inside.waitForFunction(() => 'playground' in window);
        await inside.evaluate(() => window.playground.ready);
        await inside.waitForFunction(() => window.playground.counters().redraws.embedding > 0);
        return inside;
      }),
    );
    for (const inside of frames) expect(await contexts(inside)).toEqual([true, true]);

    const [first] = frames;
    const lost = first!.getByText(/has taken this picture’s graphics memory away/);
    await first!.evaluate(() => {
      const gl = document
        .querySelector<HTMLCanvasElement>('canvas[data-layer=picture]')!
        .getContext('webgl2')!;
      const taken = gl.getExtension('WEBGL_lose_context')!;
      Object.assign(window, { giveBack: () => taken.restoreContext() });
      taken.loseContext();
    });
    await lost.waitFor();
    const before = await first!.evaluate(() => window.playground.counters().redraws.graph);
    await first!.evaluate(() => (window as unknown as { giveBack: () => void }).giveBack());
    await lost.waitFor({ state: 'detached' });
    await first!.waitForFunction((drawn) => window.playground.counters().redraws.graph > drawn, before);
    for (const inside of frames) expect(await contexts(inside)).toEqual([true, true]);
    expect(complaints).toEqual([]);
    await close();
  });
});

/** A link of fewer than 3000 characters, to a graph without edges. */
function linkTo(numNodes: number, places: readonly (readonly [string, unknown])[]): string {
  const graph: GraphData = {
    name: 'rows',
    numNodes,
    edgeIndex: { source: new Int32Array(), target: new Int32Array() },
    edgeWeight: null,
    features: { kind: 'identity', numCols: numNodes },
    labelling: {
      id: 'none',
      name: 'no labels',
      classNames: [],
      y: new Int32Array(numNodes).fill(-1),
      split: { train: new Int32Array(), val: null, test: null },
    },
    nodeNames: null,
    positions: null,
  };
  const { descriptor, packed } = ownSet(graph, 'a test');
  const said = new Map<string, unknown>([['data', descriptor.id], ['model', 'factorisation'], ...places]);
  return `#s=1.${toBase64url(writePayload({ places: said, graph: packed }))}`;
}

describe('a link with a large graph', () => {
  it.each([
    ['the page', []],
    ['an embed', [['view.embed', true] as const]],
  ])('asks before it is unpacked, can be cancelled meanwhile, and opens, in %s', async (_name, places) => {
    const { page, complaints, close } = await visit({ hash: linkTo(500_000, places) });
    await page.evaluate(() => window.playground.ready);
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/The link holds a graph of 500,000 nodes/).waitFor();
    const cancelled = await page.evaluate(async () => {
      const button = (name: string) =>
        Array.from(document.querySelectorAll('dialog[open] button')).find(
          ({ textContent }) => textContent === name,
        ) as HTMLButtonElement;
      button('Open it').click();
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const told = document.querySelector('dialog[open]')?.textContent;
      button('Cancel').click();
      return told;
    });
    expect(cancelled).toMatch(/(Reading|Unpacking) .*The link/);
    await dialog.waitFor({ state: 'detached' });
    const { epoch } = await page.evaluate(() => window.playground.train({ epochs: 3 }));
    expect(epoch).toBe(3);
    expect(await page.evaluate(() => window.playground.layers()[0]?.numRows)).toBe(34);

    const hash = linkTo(20_000, places);
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await dialog.getByRole('button', { name: 'Open it' }).click();
    await page.waitForFunction(() => window.playground.layers()[0]?.numRows === 20_000);
    expect(complaints).toEqual([]);
    await close();
  });
});
