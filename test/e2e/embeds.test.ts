/** What another's page can hold of ours: several embeds at once. */
import type { Frame } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
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
