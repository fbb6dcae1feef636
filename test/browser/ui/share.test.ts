import { encode } from 'uqr';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import axe from 'axe-core';
import { parseAddress } from '../../../src/ui/state/address/parse';
import type { AppState } from '../../../src/ui/state/appState';
import { darkModules, QUIET_ZONE } from '../../../src/ui/views/share/qrPath';
import { stage, type Stage } from './stage';

const LINK = page.getByRole('textbox', { name: 'Link', exact: true });
const guard = (group: string, choice: string) =>
  page.getByRole('group', { name: group, exact: true }).getByLabelText(choice, { exact: true });

let shown: Stage | null = null;
afterEach(() => {
  shown?.leave();
  shown = null;
});

async function share(change: Partial<AppState> = {}, width = 1440, height = 900): Promise<Stage> {
  await page.viewport(width, height);
  shown = stage();
  shown.change(change);
  await page.getByRole('heading', { name: 'GNN Playground' }).query();
  shown.change({ dialog: 'share' });
  await expect.element(page.getByRole('tab', { name: 'Link' })).toBeVisible();
  await expect.element(LINK).toBeVisible();
  return shown;
}

const field = (): string => {
  const element = LINK.element();
  return element instanceof HTMLTextAreaElement ? element.value : '';
};
const scene = () => parseAddress(new URL(field()).hash).scene;
const qrPath = (): string | null | undefined =>
  document.querySelector('dialog svg path[fill="#000000"]')?.getAttribute('d');

describe('the link', () => {
  it('opens as the scene on the page, and says how long it is', async () => {
    await share();
    expect(scene().run.seed).toBe(7);
    expect(scene().epoch).toBe(12);
    await expect.element(page.getByText(`${field().length.toLocaleString('en')} characters`)).toBeVisible();
  });

  it('holds what is ticked', async () => {
    await share({ view: { ...stageView(), selection: [3] } });
    expect(scene().view.selection).toEqual([3]);
    expect(scene().results).not.toBeNull();
    await page.getByLabelText('results to compare with').click();
    expect(scene().results).toBeNull();
    await page.getByLabelText('the view: camera, selection, colours').click();
    expect(scene().view.selection).toEqual([]);
    await page.getByLabelText('the run up to epoch 12').click();
    expect(scene().epoch).toBe(0);
  });

  it('locks and hides what the table says, and leaves the page of the sender as it is', async () => {
    const { store } = await share();
    const before = store.getState().view;
    await guard('model and its layers', 'locked').click();
    await guard('seed', 'hidden').click();
    expect(scene().view.locked).toEqual(['model']);
    expect(scene().view.hidden).toEqual(['seed']);
    await guard('seed', 'locked').click();
    expect(scene().view.hidden).toEqual([]);
    expect(store.getState().view).toBe(before);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    expect(scene().view.locked).toEqual([]);
  });

  it('keeps what was chosen for the next time', async () => {
    const { change } = await share();
    await guard('pace', 'hidden').click();
    change({ dialog: null });
    await expect.poll(() => document.querySelector('dialog:modal')).toBeNull();
    change({ dialog: 'share' });
    await expect.element(guard('pace', 'hidden')).toBeChecked();
  });

  it('has a QR code of the very link, small and large', async () => {
    await share();
    const { data } = encode(field(), { ecc: 'L', boostEcc: true, border: QUIET_ZONE });
    expect(qrPath()).toBe(darkModules(data));
    await page.getByRole('button', { name: 'Show large' }).click();
    const large = page.getByRole('dialog', { name: 'QR code' });
    await expect.element(large).toBeVisible();
    expect(large.element().querySelector('path')?.getAttribute('d')).toBe(darkModules(data));
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.querySelectorAll('dialog:modal').length).toBe(1);
  });

  it('has none where it is too long for one, and says why', async () => {
    const { store, change } = await share();
    change({ dialog: null });
    await expect.poll(() => document.querySelector('dialog:modal')).toBeNull();
    const { run } = store.getState();
    // Digits that do not repeat, so that they do not pack.
    const timeline = Array.from({ length: 400 }, (_, epoch) => ({
      epoch,
      change: { learningRate: Math.sin(epoch + 1) ** 2 },
    }));
    change({ run: { ...run, timeline }, dialog: 'share' });
    await expect.element(page.getByText(/^A QR code holds links of up to 1,000 bytes/)).toBeVisible();
    expect(qrPath()).toBeUndefined();
    await expect.element(page.getByText(/Chat programs may cut a link/)).toBeVisible();
  });
});

const stageView = () => {
  const other = stage();
  const { view } = other.store.getState();
  other.leave();
  return view;
};

describe('copying', () => {
  it('selects the text and says so where the browser keeps its clipboard to itself', async () => {
    await share();
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    try {
      await page.getByRole('button', { name: 'Copy' }).click();
      await expect.element(page.getByText(/The text is selected/)).toBeVisible();
      const element = document.activeElement;
      if (!(element instanceof HTMLTextAreaElement)) throw new Error('expected the field to have the focus');
      expect(element.value.slice(element.selectionStart, element.selectionEnd)).toBe(field());
    } finally {
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    }
  });
});

describe('the dialog', () => {
  it('is opened by S and by its button, closed by Escape, and gives the focus back', async () => {
    await page.viewport(1440, 900);
    shown = stage();
    const button = page.getByRole('banner').getByRole('button', { name: 'Share' });
    await button.click();
    await expect.element(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.querySelector('dialog:modal')).toBeNull();
    expect(document.activeElement).toBe(button.element());
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await userEvent.keyboard('s');
    await expect.element(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
  });

  it('is closed by a click beside it, not by one inside or a drag that ends beside it', async () => {
    await share();
    const press = (from: Element, to: Element): void => {
      from.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      to.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    };
    const dialog = page.getByRole('dialog', { name: 'Share' }).element();
    press(LINK.element(), dialog);
    press(
      page.getByRole('tab', { name: 'Link' }).element(),
      page.getByRole('tab', { name: 'Link' }).element(),
    );
    expect(document.querySelector('dialog:modal')).not.toBeNull();
    press(dialog, dialog);
    await expect.poll(() => document.querySelector('dialog:modal')).toBeNull();
  });

  it('moves between its tabs by arrow keys', async () => {
    await share();
    await page.getByRole('tab', { name: 'Link' }).click();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('tab', { name: 'Embed' })).toHaveAttribute('aria-selected', 'true');
    expect(document.activeElement?.textContent).toBe('Embed');
    await expect.element(page.getByRole('textbox', { name: 'HTML' })).toBeVisible();
  });

  it('leaves out what the sender of a link hid, and shows what she locked without letting it be pressed', async () => {
    const { store, change } = await share();
    change({ view: { ...store.getState().view, locked: ['out'] } });
    await page.getByRole('tab', { name: 'Picture' }).click();
    const save = page.getByText('Save SVG');
    await expect.element(save).toBeVisible();
    expect(save.element().closest('[inert]')).not.toBeNull();
    change({ view: { ...store.getState().view, locked: [], hidden: ['out'] } });
    await expect.poll(() => page.getByRole('tab', { name: 'Picture' }).query()).toBeNull();
    await expect.element(page.getByRole('tab', { name: 'Link' })).toHaveAttribute('aria-selected', 'true');
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each([
    [1440, 900],
    [1024, 768],
    [390, 844],
  ])('axe finds nothing serious on any tab at %i x %i, and nothing sticks out', async (width, height) => {
    await share({ view: { ...stageView(), theme } }, width, height);
    for (const name of ['Link', 'Embed', 'Picture']) {
      await page.getByRole('tab', { name }).click();
      await expect.element(page.getByRole('tabpanel', { name })).toBeVisible();
      const { violations } = await axe.run(document.querySelector('dialog:modal')!);
      const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        found.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([]);
      const out = [...document.querySelectorAll('dialog:modal *')].filter((element) => {
        const { width: size, left, right } = element.getBoundingClientRect();
        return size > 1 && (left < -1 || right > window.innerWidth + 1);
      });
      expect(out.map(({ className }) => String(className))).toEqual([]);
    }
  });
});
