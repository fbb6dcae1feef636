import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { GAT_MODEL } from '../../../src/data/run/models';
import { stage, type Stage } from './stage';

let here: Stage;
beforeEach(async () => {
  await page.viewport(1440, 900);
  here = stage();
});
afterEach(() => here.leave());

const load = () =>
  here.change({
    data: {
      kind: 'loading',
      descriptor: descriptorOf('cora'),
      sentence: 'Reading the nodes',
      run: defaultRun({ id: 'cora', labelling: null }, 7, GAT_MODEL),
    },
  });
const cancel = () => page.getByRole('button', { name: 'Cancel' });

it('offers to cancel a load while another graph is shown', async () => {
  load();
  await cancel().click({ timeout: 8000 });
  expect(here.asked.map(([name]) => name)).toContain('cancelLoad');
});

it('says in the bar what was chosen of the graph that is coming', async () => {
  load();
  await expect.element(page.getByRole('combobox', { name: 'Model' })).toHaveValue('gat');
  await expect.element(page.getByRole('combobox', { name: 'Data' })).toHaveValue('cora');
});

it('offers no such thing where there is no graph to go back to', async () => {
  here.change({ graph: null });
  load();
  await expect.poll(() => document.body.textContent).toContain('Reading the nodes');
  expect(cancel().query()).toBeNull();
});
