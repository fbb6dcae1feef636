/** How the window is shared out, measured on the real page in one visit. */
import type { Page } from 'playwright';
import { afterAll, expect, it } from 'vitest';
import { closeAll, visit } from './playground';

afterAll(closeAll);

/** Desktop windows in which the pictures have their share by default. */
const DESKTOPS = [
  [1920, 1080],
  [1440, 900],
  [1366, 768],
  [1280, 720],
] as const;

/** Others: a tablet both ways, 200 % zoom of three desktops, telephones both ways. */
const OTHERS = [
  [1024, 768],
  [768, 1024],
  [960, 540],
  [720, 450],
  [640, 360],
  [844, 390],
  [390, 844],
  [360, 740],
] as const;

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Measured {
  /** The pictures that are seen. */
  readonly pictures: readonly Rect[];
  readonly share: number;
  readonly across: number;
  readonly play: Rect;
  /** Upper edge of what stays at the lower edge of the window. */
  readonly dock: number;
}

async function measure(page: Page, width: number, height: number): Promise<Measured> {
  await page.setViewportSize({ width, height });
  // What is laid out by script is laid out in the frame after.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return page.evaluate(() => {
    const rectOf = (element: Element): Rect => {
      const rect = element.getBoundingClientRect();
      return { left: rect.left, top: rect.top, width: rect.width, height: rect.height };
    };
    const pictures = [...document.querySelectorAll('[role="application"]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map(rectOf);
    const area = pictures.reduce((sum, picture) => sum + picture.width * picture.height, 0);
    return {
      pictures,
      share: area / (window.innerWidth * window.innerHeight),
      across: document.documentElement.scrollWidth - window.innerWidth,
      dock: document.querySelector('[aria-label="Time"]')!.getBoundingClientRect().top,
      play: rectOf(document.querySelector('[aria-label="Training"] [title$="(space)"]')!),
    };
  });
}

/** What of a rectangle of the page is not its ground, from the first such pixel to the last: shares of its width and height. */
async function drawn(page: Page, { left, top, width, height }: Rect): Promise<readonly [number, number]> {
  // Within the ring that a focused canvas may have.
  const clip = { x: left + 4, y: top + 4, width: width - 8, height: height - 8 };
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const {
      data: pixels,
      width: columns,
      height: rows,
    } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const [x, y] = [
      [columns, 0],
      [rows, 0],
    ] as [[number, number], [number, number]];
    for (let i = 0; i < columns * rows; i++) {
      if ([0, 1, 2].every((k) => Math.abs(pixels[4 * i + k]! - pixels[k]!) < 12)) continue;
      const [column, row] = [i % columns, Math.floor(i / columns)];
      x[0] = Math.min(x[0], column);
      x[1] = Math.max(x[1], column);
      y[0] = Math.min(y[0], row);
      y[1] = Math.max(y[1], row);
    }
    return [(x[1] - x[0]) / columns, (y[1] - y[0]) / rows] as const;
  }, png);
}

it('belongs to the pictures at twelve sizes, and play stays where it is', async () => {
  const { page, complaints, close } = await visit();
  await page.evaluate(() => window.playground.ready);
  await page.getByRole('radio', { name: /^Z/ }).check({ force: true });
  await page.waitForFunction(() => window.playground.projection()?.kind === 'points');
  const places: number[] = [];
  for (const [width, height] of DESKTOPS) {
    const { pictures, share, across, play } = await measure(page, width, height);
    expect(across, `${width} x ${height}`).toBeLessThanOrEqual(0);
    expect(pictures).toHaveLength(2);
    expect(share, `${width} x ${height}`).toBeGreaterThanOrEqual(0.55);
    places.push(play.left, height - play.top);
  }
  // The drawing fills its canvas in one direction.
  for (const [width, height] of [...DESKTOPS, OTHERS[6]]) {
    const { pictures } = await measure(page, width, height);
    for (const picture of pictures) {
      const [across, down] = await drawn(page, picture);
      expect(Math.max(across, down), `${width} x ${height}`).toBeGreaterThanOrEqual(0.8);
    }
  }
  for (const [width, height] of OTHERS) {
    const { pictures, across } = await measure(page, width, height);
    expect(across, `${width} x ${height}`).toBeLessThanOrEqual(0);
    const least = width < 500 ? 300 : 280;
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) {
      expect(picture.width, `${width} x ${height}`).toBeGreaterThanOrEqual(320);
      expect(picture.height, `${width} x ${height}`).toBeGreaterThanOrEqual(least);
    }
  }
  // From the left and from below.
  expect(new Set(places.filter((_, i) => i % 2 === 0)).size).toBe(1);
  expect(new Set(places.filter((_, i) => i % 2 === 1)).size).toBe(1);

  // Panels that are opened by hand leave them 40 %.
  for (const [width, height] of DESKTOPS) {
    await measure(page, width, height);
    for (const panel of ['inspector', 'charts', 'build panel']) {
      const show = page.getByRole('button', { name: `Show the ${panel}` });
      if ((await show.count()) > 0) await show.click();
      await page.getByRole('button', { name: `Hide the ${panel}` }).waitFor();
      const { share } = await measure(page, width, height);
      expect(share, `${width} x ${height}, ${panel}`).toBeGreaterThanOrEqual(0.4);
    }
  }
  expect(complaints).toEqual([]);
  await close();
});

/** Windows in which the time lies over nothing of a picture, with a line of the page's own above them too. */
const UNCOVERED = [
  [1280, 720],
  [1024, 768],
  [960, 540],
  [844, 390],
  [390, 844],
  [360, 740],
] as const;

it('leaves no picture under the time, with a notice, an opened link or neither', async () => {
  for (const hash of ['', '#data=karate&model=nonsense', '#data=karate&model=gat&seed=3&lock=seed']) {
    const { page, close } = await visit({ hash });
    await page.evaluate(() => window.playground.ready);
    const lines = page.locator('[aria-label="Notices"] p, [aria-label="Opened link"] output');
    expect(await lines.count()).toBe(hash === '' ? 0 : 1);
    for (const [width, height] of UNCOVERED) {
      const { pictures, dock } = await measure(page, width, height);
      expect(pictures.length).toBeGreaterThan(0);
      for (const { top, height: high } of pictures)
        expect(top + high, `${hash} ${width} x ${height}`).toBeLessThanOrEqual(dock + 1);
      // Nothing of it is cut off.
      for (const line of await lines.all())
        expect(
          await line.evaluate((element) => [
            element.scrollWidth - element.clientWidth,
            element.scrollHeight - element.clientHeight,
          ]),
          `${hash} ${width} x ${height}`,
        ).toEqual([0, 0]);
    }
    await close();
  }
});

it('fits the window of a phone on its side, and what is told of layers covers no picture there', async () => {
  const { page, close } = await visit();
  await page.evaluate(() => window.playground.ready);
  const { pictures } = await measure(page, 844, 390);
  expect(pictures).toHaveLength(2);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(390);
  // Nor is anything of a foot cut off.
  for (const name of ['Graph', 'Embedding'])
    for (const part of await page
      .getByRole('region', { name, exact: true })
      .locator('button, input, select')
      .all())
      if (await part.isVisible()) {
        const { y, height } = (await part.boundingBox())!;
        expect(y + height, (await part.getAttribute('aria-label')) ?? '').toBeLessThanOrEqual(390);
      }
  await page.getByRole('button', { name: 'Play through the layers' }).click();
  const told = page.getByRole('region', { name: 'Layer by layer' });
  await told.getByText(/begins/).waitFor();
  const top = (await told.boundingBox())!.y;
  for (const picture of (await measure(page, 844, 390)).pictures)
    expect(picture.top + picture.height).toBeLessThanOrEqual(top + 1);
  await close();
});

it('has no head in which what is shown is cut off, and no sheet far from its button or over the picture', async () => {
  const { page, close } = await visit({ hash: '#data=karate&select=3' });
  await page.evaluate(() => window.playground.ready);
  await page.waitForFunction(() => window.playground.projection()?.kind === 'points');
  const status = page.getByRole('region', { name: 'Embedding' }).locator('output[title]');
  await expect.poll(() => status.textContent()).toMatch(/^settled, epoch/);
  for (const [width, height] of [...DESKTOPS, [1024, 768] as const]) {
    await measure(page, width, height);
    const cut = await status.evaluate((element) => [
      element.scrollWidth - element.clientWidth,
      element.scrollHeight - element.clientHeight,
    ]);
    expect(Math.max(...cut), `${width} x ${height}`).toBeLessThanOrEqual(1);
    for (const [name, canvas] of [
      ['Filter', /as a graph/],
      ['Search', /as a graph/],
      ['Nearest in the full space', /what the chosen layer/],
    ] as const) {
      const button = page.getByRole('button', { name, exact: true });
      await button.click();
      const [at, picture] = await Promise.all(
        [button, page.getByRole('application', { name: canvas })].map((part) => part.boundingBox()),
      );
      // It finds its place in the moment after it has opened.
      await expect
        .poll(async () => {
          const sheet = (await page.getByRole('dialog', { name, exact: true }).boundingBox())!;
          const apart = Math.max(sheet.x - at!.x - at!.width, at!.x - sheet.x - sheet.width);
          const right = Math.min(sheet.x + sheet.width, picture!.x + picture!.width);
          return apart <= 120 && right <= Math.max(sheet.x, picture!.x);
        })
        .toBe(true);
      await page.keyboard.press('Escape');
    }
  }
  await close();
});

/** Whether the text of an element is cut off, or lies beyond the window. */
const isCut = (element: Element): boolean =>
  element.scrollWidth > element.clientWidth + 1 ||
  element.scrollHeight > element.clientHeight + 1 ||
  element.getBoundingClientRect().right > window.innerWidth;

it('says all of what a picture is to be read with, and keeps the chosen layer of many in sight', async () => {
  const deep = Array.from({ length: 7 }, () => 'gcn*width.16').join(',');
  const { page, close } = await visit({ hash: `#data=cora&model=gcn&layers=${deep},gcn` });
  await page.evaluate(() => window.playground.ready);
  const embedding = page.getByRole('region', { name: 'Embedding' });
  const status = embedding.locator('output[title]');
  await expect.poll(() => status.textContent()).toMatch(/^settled, .*identical vectors/);
  const chosen = embedding.getByRole('radio', { name: /^Z/ });
  await measure(page, 1440, 900);
  await chosen.check({ force: true });
  for (const [width, height] of DESKTOPS) {
    await measure(page, width, height);
    const [frame, strip] = await Promise.all(
      [chosen, embedding.getByRole('group', { name: 'Layer' })].map((part) => part.boundingBox()),
    );
    expect(frame!.x + frame!.width, `${width} x ${height}`).toBeLessThanOrEqual(strip!.x + strip!.width);
  }
  await embedding.getByRole('radio', { name: /^X/ }).check({ force: true });
  await expect.poll(() => status.textContent()).toMatch(/^settled, .*identical vectors/);
  for (const [width, height] of DESKTOPS) {
    await measure(page, width, height);
    expect(await status.evaluate(isCut), `${width} x ${height}`).toBe(false);
  }
  await close();
});

it('tells of two runs what each has reached, however narrow its heading', async () => {
  const { page, close } = await visit();
  await page.evaluate(async () => {
    const { playground } = window;
    await playground.ready;
    await playground.train({ epochs: 5 });
    await playground.configure({ model: 'gat' });
    await playground.train({ epochs: 5 });
    await playground.compare(1, 2);
  });
  const sheet = page.getByRole('dialog');
  await sheet.getByText('epoch 5', { exact: true }).first().waitFor();
  for (const [width, height] of [...DESKTOPS, ...OTHERS]) {
    await page.setViewportSize({ width, height });
    for (const part of await sheet.locator('h3 > b, h3 > small').all())
      expect(
        await part.evaluate((element) => {
          const [own, heading] = [element, element.closest('div, section, article')!].map((each) =>
            each.getBoundingClientRect(),
          );
          return own!.right <= heading!.right;
        }),
        `${width} x ${height}`,
      ).toBe(true);
  }
  await close();
});

it('has what is said of a selected edge beside the picture, whose size stays', async () => {
  const { page, close } = await visit({ hash: '#data=karate&edge=0.1' });
  await page.evaluate(() => window.playground.ready);
  const bin = page.getByTitle('Delete this edge (Del)');
  for (const [width, height] of [...DESKTOPS, ...OTHERS]) {
    const { pictures } = await measure(page, width, height);
    const { x, y } = (await bin.boundingBox())!;
    for (const { left, top, width: wide, height: high } of pictures)
      expect(x > left && x < left + wide && y > top && y < top + high, `${width} x ${height}`).toBe(false);
  }
  const [before] = (await measure(page, 1440, 900)).pictures;
  await page.getByRole('button', { name: 'Deselect the edge' }).click();
  await bin.waitFor({ state: 'detached' });
  expect((await measure(page, 1440, 900)).pictures[0]).toEqual(before);
  await close();
});

it('has room in its bar for one more choice', async () => {
  const { page, close } = await visit();
  await page.evaluate(() => window.playground.ready);
  // A second choice of a model, as wide as that.
  await page
    .locator('header > div > span:has(select)')
    .last()
    .evaluate((choice) => {
      choice.after(choice.cloneNode(true));
    });
  for (const [width, height] of [...DESKTOPS, ...OTHERS].filter(([wide]) => wide >= 900)) {
    const { across } = await measure(page, width, height);
    expect(across, `${width} x ${height}`).toBeLessThanOrEqual(0);
    const cut = await page
      .locator('header')
      .first()
      .evaluate((bar) => {
        const children = [...bar.querySelectorAll('button, select, input')].map((part) =>
          part.getBoundingClientRect(),
        );
        const shown = children.filter(({ width: wide }) => wide > 0).toSorted((a, b) => a.left - b.left);
        const overlaps = shown.some((rect, i) => i > 0 && rect.left < shown[i - 1]!.right - 1);
        return overlaps || bar.scrollWidth > bar.clientWidth;
      });
    expect(cut, `${width} x ${height}`).toBe(false);
  }
  await close();
});
