import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { GLOSSARY } from '../../../src/ui/texts/glossary';
import { TERM_IDS } from '../../../src/ui/texts/terms';
import { stage, type Stage } from './stage';

let shown: Stage;

async function open(width: number, height: number, change: Record<string, unknown> = {}): Promise<void> {
  await page.viewport(width, height);
  shown = stage();
  shown.change({ view: { ...shown.store.getState().view, ...change } });
  await expect.element(page.getByRole('heading', { name: 'GNN Playground' })).toBeInTheDocument();
}

const sheet = () => document.querySelector<HTMLElement>('section:popover-open');
const term = (name: string) => page.getByRole('button', { name, exact: true });

async function findings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, {
    rules: { 'document-title': { enabled: false }, 'html-has-lang': { enabled: false } },
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

afterEach(() => shown.leave());

describe('a term', () => {
  beforeEach(() => open(1440, 900));

  it('is explained by a press, which a second one ends', async () => {
    await term('learning rate').click();
    await expect.poll(() => sheet()?.textContent).toContain(GLOSSARY['learning rate'].sentence);
    expect(sheet()!.textContent).toContain('Here: How far the weights move');
    expect(sheet()!.querySelector('svg')).not.toBeNull();
    await expect.element(term('learning rate')).toHaveAttribute('aria-expanded', 'true');
    await term('learning rate').click();
    await expect.poll(sheet).toBeNull();
  });

  it('is explained by Enter, closed by Escape, and has the focus again', async () => {
    const button = term('learning rate').element() as HTMLElement;
    button.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(sheet).not.toBeNull();
    // A screen reader is taken to it.
    expect(document.activeElement).toBe(sheet());
    await userEvent.keyboard('{Escape}');
    await expect.poll(sheet).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(shown.asked.filter(([what]) => what === 'select')).toEqual([]);
  });

  it('is explained where a pointer rests, and the focus stays', async () => {
    const before = document.activeElement;
    await userEvent.hover(term('weight decay'));
    await expect.poll(() => sheet()?.textContent).toContain(GLOSSARY['weight decay'].sentence);
    expect(document.activeElement).toBe(before);
    await userEvent.hover(page.getByRole('heading', { name: 'GNN Playground' }));
    await expect.poll(sheet).toBeNull();
  });

  it('still names its field', async () => {
    await expect.element(page.getByRole('slider', { name: 'learning rate', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'More on the time' }).click();
    await expect.element(page.getByRole('spinbutton', { name: 'pause at epoch' })).toBeVisible();
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each([
    [1440, 900],
    [390, 844],
  ])('a term and the glossary are in order at %i x %i', async (width, height) => {
    await open(width, height, { theme, tab: 'build' });
    await term('dropout').or(term('input dropout')).first().click();
    await expect.poll(sheet).not.toBeNull();
    const { left, right, top, bottom } = sheet()!.getBoundingClientRect();
    expect(left >= 0 && right <= width && top >= 0 && bottom <= height).toBe(true);
    expect(await findings()).toEqual([]);

    await page.getByRole('button', { name: 'All terms' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Glossary' })).toBeVisible();
    const list = page.getByRole('dialog', { name: 'Glossary' }).element();
    expect([...list.querySelectorAll('dt')]).toHaveLength(TERM_IDS.length);
    expect([...list.querySelectorAll('dt svg')]).toHaveLength(TERM_IDS.length);
    expect(list.scrollWidth).toBeLessThanOrEqual(list.clientWidth);
    expect(await findings()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => shown.store.getState().dialog).toBeNull();
  });
});
