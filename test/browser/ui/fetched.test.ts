import { createElement, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LostDialog } from '../../../src/ui/app/layout/LostDialog';
import { StoreProvider } from '../../../src/ui/state/hooks';
import { Fetched } from '../../../src/ui/widgets/Fetched';
import { later, type Later } from '../../../src/ui/widgets/later';
import { stage } from './stage';

let host: HTMLDivElement;
let root: Root;
beforeEach(() => {
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  host.remove();
});

function Shown({ part }: { readonly part: Later<string> }): ReactNode {
  return Fetched({
    part,
    waiting: createElement('p', null, 'on its way'),
    children: (text) => createElement('h2', null, text),
  });
}

/** A part whose code comes, or fails to come, when the test says so. */
function partOnCall() {
  const calls: { come: (text: string) => void; fail: () => void }[] = [];
  const part = later(
    () =>
      new Promise<string>((resolve, reject) => {
        calls.push({ come: resolve, fail: () => reject(new Error('no network')) });
      }),
  );
  const element = createElement(Shown, { part });
  return { calls, part, element };
}

it('shows another part in the same place, not the one before', async () => {
  const first = partOnCall();
  const second = partOnCall();
  root.render(first.element);
  await expect.poll(() => first.calls.length).toBe(1);
  first.calls[0]!.come('first');
  await expect.element(page.getByRole('heading', { name: 'first' })).toBeVisible();
  root.render(second.element);
  await expect.element(page.getByText('on its way')).toBeVisible();
  second.calls[0]!.come('second');
  await expect.element(page.getByRole('heading', { name: 'second' })).toBeVisible();
});

it('holds the place, says when a part cannot be fetched, and asks again where it is shown again', async () => {
  const { calls, element } = partOnCall();
  root.render(element);
  await expect.element(page.getByText('on its way')).toBeVisible();
  calls[0]!.fail();
  await expect.element(page.getByRole('alert')).toHaveTextContent(/could not be fetched/);
  await expect.element(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  root.render(null);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  root.render(element);
  await expect.element(page.getByText('on its way')).toBeVisible();
  calls[1]!.come('the part');
  await expect.element(page.getByRole('heading', { name: 'the part' })).toBeVisible();
  expect(calls.length).toBe(2);
});

it('shows at once what has been fetched before', async () => {
  const { calls, part, element } = partOnCall();
  const fetched = part.fetch();
  calls[0]!.come('here already');
  await fetched;
  const seen: string[] = [];
  const observer = new MutationObserver(() => seen.push(host.textContent ?? ''));
  observer.observe(host, { childList: true, subtree: true });
  root.render(element);
  await expect.element(page.getByRole('heading', { name: 'here already' })).toBeVisible();
  observer.disconnect();
  expect(new Set(seen)).toEqual(new Set(['here already']));
});

it('closes a dialog whose code cannot be had, and says so in a notice', async () => {
  const shown = stage();
  let closed = 0;
  root.render(
    createElement(
      StoreProvider,
      { value: shown.store },
      createElement(LostDialog, { onClose: () => closed++ }),
    ),
  );
  await expect.element(page.getByText(/could not be opened: its code could not be fetched/)).toBeVisible();
  expect(closed).toBe(1);
  shown.leave();
});
