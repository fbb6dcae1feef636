import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { TabId } from '../../../src/ui/state/viewSpec';
import { stage, type Stage } from './stage';

let shown: Stage | null = null;
afterEach(() => {
  shown?.leave();
  shown = null;
});

async function open(width: number, height: number, change: Record<string, unknown>): Promise<Stage> {
  await page.viewport(width, height);
  shown = stage();
  shown.change({ view: { ...shown.store.getState().view, ...change } });
  await expect.element(page.getByRole('heading', { name: 'GNN Playground' })).toBeInTheDocument();
  // What is fetched later is looked at too.
  await expect.poll(() => document.querySelector('.katex')).not.toBeNull();
  await expect.poll(() => document.querySelector('.uplot')).not.toBeNull();
  return shown;
}

async function findings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, {
    // Rules of a whole document, which the test's frame is not.
    rules: { 'document-title': { enabled: false }, 'html-has-lang': { enabled: false } },
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** What is drawn in an SVG is cut off at its edge: a root of KaTeX's is 400 em long. */
const sticksOut = (): readonly string[] =>
  [...document.querySelectorAll('header *, nav *, main section *')]
    .filter((element) => !element.parentElement?.closest('svg'))
    .filter((element) => {
      const { width, left, right } = element.getBoundingClientRect();
      const isSeen = getComputedStyle(element).visibility !== 'hidden' && width > 1;
      return isSeen && (left < -1 || right > window.innerWidth + 1);
    })
    .map(({ tagName, className }) => `${tagName} ${String(className)}`);

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each([
    [1440, 900, {}],
    [1024, 768, { selection: [8] }],
    [1440, 900, { selection: [1, 2, 3], opened: ['charts'] }],
  ])('axe finds nothing serious at %i x %i with %j', async (width, height, view) => {
    await open(width, height, { theme, ...view });
    expect(await findings()).toEqual([]);
    expect(sticksOut()).toEqual([]);
  });

  it.each<TabId>(['build', 'canvas', 'embedding', 'inspect', 'charts'])(
    'axe finds nothing serious on the narrow tab %s',
    async (tab) => {
      await open(390, 844, { theme, tab, selection: [8] });
      expect(await findings()).toEqual([]);
      expect(sticksOut()).toEqual([]);
    },
  );
});

it('shows one tab at a time on a narrow screen, and keeps play at hand on each', async () => {
  await open(390, 844, {});
  for (const [tab, role, name] of [
    ['Build', 'heading', 'Karate Club'],
    ['Inspect', 'heading', 'Inspector'],
    ['Charts', 'region', 'Runs'],
    ['Graph', 'application', 'Karate Club as a graph'],
    ['Embedding', 'application', 'Karate Club: what the chosen layer'],
  ] as const) {
    await page.getByRole('button', { name: tab, exact: true }).click();
    await expect.element(page.getByRole(role, { name, exact: role !== 'application' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  }
});

it('gives the canvases a size on every tab', async () => {
  await open(390, 844, { tab: 'build' });
  for (const region of ['Graph', 'Embedding']) {
    const section = [...document.querySelectorAll('section')].find(
      (each) => each.querySelector('h2')?.textContent === region,
    );
    expect(section?.clientHeight).toBeGreaterThan(100);
    expect(section && getComputedStyle(section).visibility).toBe('hidden');
  }
});
