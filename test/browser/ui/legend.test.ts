/** The legend below the canvases, and what floats above it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { applyEdits } from '../../../src/data/graph/applyEdits';
import { NO_EDITS } from '../../../src/data/run/edits';
import { stage, type Stage } from './stage';

let shown: Stage;
beforeEach(async () => {
  await page.viewport(1280, 800);
  shown = stage();
});
afterEach(() => shown.leave());

const legend = page.getByRole('list', { name: 'Legend', exact: true });
const more = page.getByRole('button', { name: /^and \d+ more$/ });

function useClasses(numClasses: number): void {
  const { view } = shown.store.getState();
  const graph = shown.store.getState().graph!;
  const classNames = Array.from({ length: numClasses }, (_, i) => `class ${i}`);
  const y = graph.data.labelling.y.map((_, node) => node % numClasses);
  const data = { ...graph.data, labelling: { ...graph.data.labelling, classNames, y } };
  shown.change({ graph: { ...graph, data, base: data }, view: { ...view, colourBy: 'class' } });
}

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

it('shows one row of many classes and the others at the press of a button, and the rest of it in any case', async () => {
  await expect.element(legend).toBeVisible();
  expect(more.query()).toBeNull();
  useClasses(60);
  await expect.element(more).toBeVisible();
  expect(boxOf(legend.element()).height).toBeLessThanOrEqual(24);
  // The button takes its room of the row, in which there is then less.
  const isInRow = (entry: Element): boolean => boxOf(entry).bottom <= boxOf(legend.element()).bottom + 1;
  await vi.waitFor(() => expect(legend.getByRole('button').elements().every(isInRow)).toBe(true));
  const seen = legend.getByRole('button').elements();
  expect(seen.length).toBeGreaterThan(3);
  expect(more.element().textContent).toBe(`and ${60 - seen.length} more`);

  const bottom = boxOf(legend.element()).bottom;
  for (const entry of seen) expect(boxOf(entry).bottom).toBeLessThanOrEqual(bottom + 1);
  const panel = boxOf(legend.element().parentElement!.parentElement!);
  for (const name of [/labelled/, /^messages/]) {
    const rest = boxOf(page.getByLabelText(name).or(page.getByRole('button', { name })).first().element());
    expect(rest.bottom).toBeLessThanOrEqual(panel.bottom);
  }

  await more.click();
  const others = page.getByRole('list', { name: 'More of the legend' });
  expect(others.getByRole('button').elements()).toHaveLength(60 - seen.length);
  // Karate has 34 nodes: the first classes have one each.
  await others.getByRole('button', { name: 'class 33' }).click({ timeout: 3000 });
  expect(shown.asked.at(-1)).toEqual(['select', [33]]);
});

it('counts and selects no deleted nodes', async () => {
  const kind = (name: RegExp) => legend.getByRole('button', { name });
  const { graph, view } = shown.store.getState();
  shown.change({ view: { ...view, colourBy: 'class' } });
  await expect.element(kind(/Mr\. Hi/)).toHaveTextContent(/17$/);
  const edits = { ...NO_EDITS, removedNodes: [1, 2, 32] };
  shown.change({ graph: { ...graph!, data: applyEdits(graph!.base, edits), edits } });
  await expect.element(kind(/Mr\. Hi/)).toHaveTextContent(/15$/);
  await expect.element(kind(/Officer/)).toHaveTextContent(/16$/);
  // Without a class, they are no entry of their own.
  expect(legend.getByRole('button').elements()).toHaveLength(2);
  shown.change({ view: { ...view, colourBy: 'prediction' } });
  await expect.element(kind(/Mr\. Hi/)).toHaveTextContent(/15$/);
  await kind(/Mr\. Hi/).click();
  const [what, nodes] = shown.asked.at(-1)!;
  expect([what, (nodes as number[]).filter((node) => edits.removedNodes.includes(node))]).toEqual([
    'select',
    [],
  ]);
});

it('has more of them where there is more room', async () => {
  useClasses(60);
  await expect.element(more).toBeVisible();
  const before = more.element().textContent;
  await page.viewport(1800, 800);
  await vi.waitFor(() => expect(more.element().textContent).not.toBe(before));
});

/** After so many frames. */
const frames = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

it('says how many more there are right after the last of the row, and counts them once for a width', async () => {
  useClasses(60);
  await expect.element(more).toBeVisible();
  let numChanges = 0;
  const observer = new MutationObserver((changes) => (numChanges += changes.length));
  observer.observe(legend.element().parentElement!, { subtree: true, attributes: true, characterData: true });
  for (let width = 1800; width >= 900; width -= 90) {
    await page.viewport(width, 800);
    await frames(6);
    const seen = legend.getByRole('button').elements();
    expect(seen.length, `${width}`).toBeGreaterThan(0);
    const apart = boxOf(more.element()).left - boxOf(seen.at(-1)!).right;
    expect(Math.abs(apart), `${width}`).toBeLessThanOrEqual(12);
    numChanges = 0;
    await frames(6);
    expect(numChanges, `${width}`).toBe(0);
  }
  observer.disconnect();
});

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const)
  it(`and the pictures have no notice over them at ${width} by ${height}, and notices do not stack`, async () => {
    await page.viewport(width, height);
    shown.change({
      notices: [
        { id: 1, tone: 'info', text: 'The graph was kept.', about: 'page' },
        { id: 2, tone: 'warning', text: 'The device was lost.', about: 'page' },
        { id: 3, tone: 'info', text: 'The run stopped early.', about: 'page' },
      ],
    });
    const notices = page.getByRole('region', { name: 'Notices' });
    await expect.element(notices.getByText('The device was lost.')).toBeVisible();
    expect(notices.getByRole('paragraph').elements()).toHaveLength(1);
    const { bottom } = boxOf(notices.element());
    for (const picture of page.getByRole('application').elements())
      expect(boxOf(picture).top).toBeGreaterThanOrEqual(bottom);
    expect(boxOf(legend.element()).top).toBeGreaterThanOrEqual(bottom);
  });
