import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { explainRun } from '../../../src/compute/trace/explainRun';
import { bindLayer } from '../../../src/compute/nn/layers';
import { parameterCount, parametersOf } from '../../../src/compute/nn/parameters';
import { asLastLayer } from '../../../src/data/run/layers/lastLayer';
import type { Message } from '../../../src/data/run/trace';
import type { Lit } from '../../../src/ui/state/appState';
import { byShare } from '../../../src/ui/views/inspector/computation/messageOrder';
import { roundsOf } from '../../../src/ui/views/inspector/computation/subject';
import { noise } from '../../compute/specs/support';
import { stage, type Stage } from './stage';

const NODE = 8;

/** The trace of the run's first layer on drawn weights, as the engine gives it. */
function explain(shown: Stage, node: number, seed: number) {
  const { graph, run } = shown.store.getState();
  const { data } = graph!;
  const layers = run.model.layers.map((layer, i) => (i === 1 ? asLastLayer(layer, 2) : layer));
  const size = parameterCount(parametersOf(layers.map(bindLayer), data.numNodes));
  const explainer = explainRun(run, data, noise(size, seed));
  return { epoch: 12, trace: explainer.trace(0, node), parameters: explainer.parameters(0) };
}

let shown: Stage;
let messages: readonly Message[];
beforeEach(async () => {
  await page.viewport(1440, 1200);
  shown = stage();
  const explanation = explain(shown, NODE, 3);
  messages = byShare(roundsOf(explanation.trace)[0]!);
  shown.change({
    view: { ...shown.store.getState().view, selection: [NODE], layer: 'h1' },
    explained: { explanation, message: null },
  });
  await expect.element(page.getByRole('heading', { name: `Node ${NODE}` })).toBeVisible();
});
afterEach(() => shown.leave());

const refresh = (seed: number) =>
  shown.change({ explained: { explanation: explain(shown, NODE, seed), message: null } });

const lights = (): readonly (Lit | null)[] =>
  shown.asked.filter(([what]) => what === 'light').map(([, lit]) => lit as Lit | null);
const term = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}: `) });
const rows = () => page.getByRole('region', { name: 'Messages' }).getByRole('row');

describe('the formula', () => {
  it('lights the edges that a term weighs while it is pointed at, in the formula or by name', async () => {
    await expect.poll(() => document.querySelector('[data-term=coefficient]')).not.toBeNull();
    await userEvent.hover(document.querySelector('[data-term=coefficient]')!);
    await expect.poll(() => lights().at(-1)?.edges.length).toBe(5);
    expect(
      lights()
        .at(-1)!
        .edges.every(({ target }) => target === NODE),
    ).toBe(true);
    await expect.element(page.getByText(/d̂ is 6 here/)).toBeVisible();
    await page.getByRole('heading', { name: `Node ${NODE}` }).hover();
    await expect.poll(() => lights().at(-1)).toBeNull();
    await term('edge weight').hover();
    await expect.poll(() => lights().at(-1)?.edges.length).toBe(5);
  });

  it('opens the weights as a heat map, and keeps them open when pressed', async () => {
    const map = page.getByRole('heading', { name: 'weight, 34 × 16' });
    await term('weights').hover();
    await expect.element(map).toBeVisible();
    await page.getByRole('heading', { name: `Node ${NODE}` }).hover();
    await expect.element(map).not.toBeInTheDocument();
    await term('weights').click();
    await page.getByRole('heading', { name: `Node ${NODE}` }).hover();
    await expect.element(map).toBeVisible();
    await page.getByRole('button', { name: 'Close the weights' }).click();
    await expect.element(map).not.toBeInTheDocument();
  });

  it('shows the step that a term stands for, by the keyboard too', async () => {
    await expect.element(page.getByRole('radio', { name: 'sum' })).toBeChecked();
    const activation = term('activation').element();
    if (activation instanceof HTMLElement) activation.focus();
    await expect.element(page.getByRole('radio', { name: 'activate' })).toBeChecked();
    await expect.element(page.getByText('The activation: negative numbers become 0.')).toBeVisible();
  });
});

describe('the messages', () => {
  it('are sorted by share; pointing lights edge and neighbour, pressing walks there', async () => {
    const shares = rows()
      .elements()
      .slice(1)
      .map((row) => Number(row.lastElementChild?.textContent));
    expect(shares).toEqual(messages.map(({ share }) => Number(share.toFixed(3))));
    const [first] = messages.filter(({ edge }) => edge >= 0);
    const name = page.getByRole('region', { name: 'Messages' }).getByRole('button').first();
    await name.hover();
    await expect.poll(() => lights().at(-1)?.edges).toMatchObject([{ source: first!.from, target: NODE }]);
    expect(shown.store.getState().hovered).toBe(first!.from);
    await name.click();
    expect(shown.asked.findLast(([what]) => what === 'select')).toEqual(['select', [first!.from]]);
  });

  it('have a row for the node itself, which leads nowhere', async () => {
    const itself = rows().filter({ hasText: 'itself' });
    await expect.element(itself).toBeVisible();
    expect(itself.getByRole('button').elements()).toHaveLength(0);
  });

  it('keep their order and the focus while they change under it', async () => {
    const before = rows()
      .elements()
      .map((row) => row.firstElementChild?.textContent);
    const name = page.getByRole('region', { name: 'Messages' }).getByRole('button').nth(1).element();
    if (name instanceof HTMLElement) name.focus();
    refresh(11);
    const fresh = byShare(roundsOf(explain(shown, NODE, 11).trace)[0]!);
    const { share } = fresh.find(({ from }) => name.textContent === String(from))!;
    await expect.poll(() => name.closest('tr')?.lastElementChild?.textContent).toBe(share.toFixed(3));
    expect(document.activeElement).toBe(name);
    const names = () =>
      rows()
        .elements()
        .map((row) => row.firstElementChild?.textContent);
    expect(names()).toEqual(before);
    // Other weights do give another order, which is taken up once nobody looks.
    if (name instanceof HTMLElement) name.blur();
    await expect.poll(names).not.toEqual(before);
  });
});

describe('the steps', () => {
  it('go by arrow keys', async () => {
    const sum = page.getByRole('radio', { name: 'sum' });
    const element = sum.element();
    if (element instanceof HTMLElement) element.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('radio', { name: 'activate' })).toBeChecked();
    await expect.element(page.getByText(/become 0, here \d+ of 16/)).toBeVisible();
  });

  it('draw every number, in colours that show its sign', async () => {
    const grid = page
      .getByRole('list', { name: 'Numbers of this step' })
      .element()
      .querySelectorAll('canvas');
    expect(grid).toHaveLength(messages.length + 1);
    const total = grid[grid.length - 1]!;
    expect([total.width, total.height]).toEqual([16, 1]);
    const { trace } = shown.store.getState().explained.explanation!;
    if (trace.rule !== 'sum') throw new Error('expected a sum');
    const { data } = total.getContext('2d')!.getImageData(0, 0, 16, 1);
    trace.sum.forEach((value, c) => {
      const [red, , blue] = data.slice(4 * c);
      // Brown has more red than blue, violet more blue than red.
      if (Math.abs(value) > 0.05) expect(Math.sign(red! - blue!)).toBe(Math.sign(value));
    });
  });

  it('tell the number under the pointer', async () => {
    const { trace } = shown.store.getState().explained.explanation!;
    if (trace.rule !== 'sum') throw new Error('expected a sum');
    const canvas = [...document.querySelectorAll('[aria-label="Numbers of this step"] canvas')].at(-1)!;
    await userEvent.hover(canvas, { position: { x: 2, y: 5 } });
    const text = Math.abs(trace.sum[0]!).toFixed(3);
    await expect.poll(() => canvas.parentElement?.querySelector('b')?.textContent).toContain(text);
  });
});

describe('what there is to say', () => {
  it('is there in words', async () => {
    await page.getByText('In words', { exact: true }).click();
    await expect
      .element(page.getByText(/^How node 8’s vector in H¹ was computed, after 12 epochs/))
      .toBeVisible();
    await expect
      .element(page.getByText(/^The largest share, \d+ % of the result, comes from .* \(weight 0\.\d+\)/))
      .toBeVisible();
  });

  it('is the features themselves before the first layer, with the way on', async () => {
    shown.change({ view: { ...shown.store.getState().view, layer: 'x' } });
    await expect.element(page.getByText(/^X holds the input features/)).toBeVisible();
    await page.getByRole('button', { name: /^See how/ }).click();
    const views = shown.asked.filter(([what]) => what === 'setView');
    expect(views).toEqual([['setView', { layer: 'h1' }]]);
  });

  it('is why there is nothing to show', async () => {
    shown.change({ explained: { explanation: null, message: 'explain: expected a run, got none.' } });
    await expect.element(page.getByText('explain: expected a run, got none.')).toBeVisible();
  });
});
