/** The tools of the graph by pointer and by keyboard, on the whole page. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { karate } from '../../../src/data/generators/karate';
import { applyEdits } from '../../../src/data/graph/applyEdits';
import { NO_EDITS, withEdge, withLabel, type GraphEdits } from '../../../src/data/run/edits';
import { editedAt } from '../../../src/data/run/runSpec';
import { NO_FILTER } from '../../../src/ui/state/filter';
import { selected } from '../../../src/ui/state/selection';
import type { ViewSpec } from '../../../src/ui/state/viewSpec';
import { markScale, paddingFor } from '../../../src/ui/canvas/sizes';
import { radiiOf, topologyOf } from '../../../src/ui/canvas/topology';
import { stage, type Stage } from './stage';

let shown: Stage;
beforeEach(async () => {
  await page.viewport(1440, 900);
  shown = stage();
  await expect.element(page.getByRole('application').first()).toBeVisible();
  await vi.waitFor(() => expect(canvas().querySelector('canvas')).not.toBeNull());
  await frames(4);
});
afterEach(() => shown.leave());

const canvas = (): HTMLElement => document.querySelector<HTMLElement>('[role=application]')!;
const frames = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
};
const look = (change: Partial<ViewSpec>): void =>
  shown.change({ view: { ...shown.store.getState().view, ...change } });
/** What was asked of one action, newest last. */
const asked = (name: string): readonly unknown[] =>
  shown.asked.flatMap(([each, value]) => (each === name ? [value] : []));
const edits = (): unknown => asked('editGraph').at(-1);

const RADII = radiiOf(topologyOf(34, karate(null).edgeIndex));
/** Nodes stand on a circle: node i at the angle of i radians, x to the right, y up. */
const placeOf = (node: number): { x: number; y: number } => {
  const { left, top, width, height } = canvas().getBoundingClientRect();
  const padding = paddingFor(RADII, markScale({ width, height }));
  const side = Math.min(width, height) - 2 * padding;
  return {
    x: left + width / 2 + (side / 2) * Math.cos(node),
    y: top + height / 2 - (side / 2) * Math.sin(node),
  };
};
const send = (type: string, at: { x: number; y: number }, pointerType = 'mouse', more = {}): void => {
  const target = type === 'pointerdown' ? canvas().querySelector('canvas:last-of-type')! : window;
  target.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      pointerId: 7,
      isPrimary: true,
      button: 0,
      clientX: at.x,
      clientY: at.y,
      pointerType,
      ...more,
    }),
  );
};
const drag = (from: { x: number; y: number }, to: { x: number; y: number }, pointerType?: string): void => {
  send('pointerdown', from, pointerType);
  send('pointermove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, pointerType);
  send('pointermove', to, pointerType);
  send('pointerup', to, pointerType);
};
const line = (): string => document.querySelector('section svg path[class*=pulled]')?.getAttribute('d') ?? '';
const middle = (a: number, b: number) => {
  const [from, to] = [placeOf(a), placeOf(b)];
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
};

describe('by pointer', () => {
  it('joins two nodes by a drag from one to the other, with a mouse and with a finger', async () => {
    look({ tool: 'connect' });
    await frames(2);
    // 4 and 9 are no friends.
    drag(placeOf(4), placeOf(9));
    expect(edits()).toEqual(withEdge(NO_EDITS, 4, 9));
    drag(placeOf(9), { x: placeOf(4).x + 12, y: placeOf(4).y }, 'touch');
    expect(asked('editGraph')).toHaveLength(2);
    expect(edits()).toEqual(withEdge(NO_EDITS, 4, 9));
  });

  it('draws the line while it is pulled, and none afterwards', async () => {
    look({ tool: 'connect' });
    await frames(2);
    send('pointerdown', placeOf(4));
    send('pointermove', middle(4, 9));
    expect(line()).toMatch(/^M.*L/);
    send('pointercancel', middle(4, 9));
    expect(line()).toBe('');
    expect(edits()).toBeUndefined();
  });

  it('joins nothing on empty ground, nor a node with itself, and selects an edge that is there already', async () => {
    look({ tool: 'connect' });
    await frames(2);
    drag(placeOf(4), middle(4, 21));
    drag(placeOf(4), { x: placeOf(4).x + 6, y: placeOf(4).y });
    expect(edits()).toBeUndefined();
    drag(placeOf(1), placeOf(0));
    expect(edits()).toBeUndefined();
    expect(shown.store.getState().view.edge).toEqual([0, 1]);
  });

  it('selects the edge that is clicked; Delete takes it away', async () => {
    look({ tool: 'connect' });
    await frames(2);
    // Beside node 11, whose only friend is 0: no other edge comes near.
    const [from, to] = [placeOf(11), placeOf(0)];
    const near = { x: from.x + 0.07 * (to.x - from.x), y: from.y + 0.07 * (to.y - from.y) };
    send('pointerdown', near);
    send('pointerup', near);
    await vi.waitFor(() => expect(shown.store.getState().view.edge).toEqual([0, 11]));
    await userEvent.keyboard('{Delete}');
    expect(edits()).toMatchObject({ removedEdges: [[0, 11]] });
  });

  it('names the selected edge over the picture, with a button for those who have no keys', async () => {
    look({ edge: [0, 11] });
    await expect.element(page.getByText(/Edge 0.* – 11/)).toBeVisible();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    expect(edits()).toMatchObject({ removedEdges: [[0, 11]] });
    expect(shown.store.getState().view.edge).toBeNull();
  });

  it('adds a node where the ground is clicked, and a joined one at the end of a drag', async () => {
    look({ tool: 'add' });
    await frames(2);
    const { left, top, width, height } = canvas().getBoundingClientRect();
    const centre = { x: left + width / 2, y: top + height / 2 };
    send('pointerdown', centre);
    send('pointerup', centre);
    const { addedNodes } = edits() as GraphEdits;
    expect(addedNodes).toHaveLength(1);
    expect(Math.hypot(addedNodes[0]!.x, addedNodes[0]!.y)).toBeLessThan(0.1);
    drag(placeOf(4), centre);
    expect(edits()).toMatchObject({ addedNodes: [{}], addedEdges: [[4, 34]] });
  });

  it('takes a pinch for a pinch, and moves with the move tool', async () => {
    look({ tool: 'add' });
    await frames(2);
    const { left, top, width, height } = canvas().getBoundingClientRect();
    const centre = { x: left + width / 2, y: top + height / 2 };
    send('pointerdown', centre, 'touch');
    send('pointerdown', placeOf(4), 'touch', { pointerId: 8, isPrimary: false });
    send('pointerup', centre, 'touch');
    look({ tool: 'move' });
    await frames(2);
    drag(placeOf(4), placeOf(9));
    expect(edits()).toBeUndefined();
  });
});

describe('by keyboard', () => {
  it('gives the selected nodes a class, takes it away, and deletes them', async () => {
    look({ selection: [4, 9] });
    await userEvent.keyboard('2');
    expect(edits()).toEqual(withLabel(withLabel(NO_EDITS, 4, 1), 9, 1));
    await userEvent.keyboard('9');
    expect(asked('editGraph')).toHaveLength(1);
    look({ selection: [0] });
    await userEvent.keyboard('0');
    expect(edits()).toEqual(withLabel(NO_EDITS, 0, null));
    await userEvent.keyboard('{Backspace}');
    expect(edits()).toMatchObject({ removedNodes: [0] });
  });

  it('finds a node: a slash opens the search, arrows and Enter choose', async () => {
    await userEvent.keyboard('/');
    await expect.element(page.getByRole('searchbox', { name: 'Search nodes' })).toHaveFocus();
    await userEvent.keyboard('officer{Enter}');
    const { y } = shown.store.getState().graph!.data.labelling;
    expect(asked('select').at(-1)).toEqual([...y.keys()].filter((node) => y[node] === 1));
    await userEvent.keyboard('/3{ArrowDown}{Enter}');
    expect(asked('select').at(-1)).toEqual([30]);
    // The keys mean the page again.
    await userEvent.keyboard('t');
    expect(shown.store.getState().view.table).toBe(true);
  });

  it('edits the edges of a node without a pointer', async () => {
    look({ selection: [8] });
    await page.getByText('Edit it').click();
    await page.getByRole('searchbox', { name: 'Connect to' }).fill('12');
    await userEvent.keyboard('{Enter}');
    expect(edits()).toEqual(withEdge(NO_EDITS, 8, 12));
    await page.getByRole('button', { name: 'Delete the edge to Node 30' }).click();
    expect(edits()).toMatchObject({ removedEdges: [[8, 30]] });
    await page.getByRole('button', { name: 'Add a neighbour' }).click();
    expect(edits()).toMatchObject({ addedNodes: [{}], addedEdges: [[8, 34]] });
  });
});

describe('labels by hand', () => {
  it('are radio buttons, and the page says how many labels the model learns from', async () => {
    look({ selection: [0] });
    await expect.element(page.getByRole('radio', { name: 'Mr. Hi' })).toBeChecked();
    await page.getByRole('radio', { name: 'no label' }).click({ force: true });
    expect(edits()).toEqual(withLabel(NO_EDITS, 0, null));
    await expect.element(page.getByText('The model learns from 2 labels.')).toBeVisible();
  });

  it('are counted in the data card, taken back there, and trained on again', async () => {
    const edited = withLabel(withLabel(NO_EDITS, 0, null), 5, 1);
    const { graph, run } = shown.store.getState();
    shown.change({
      graph: { ...graph!, data: applyEdits(graph!.base, edited), edits: edited },
      run: editedAt(run, 12, edited),
    });
    await expect
      .element(page.getByText('Edited: 2 labels by hand. The model learns from 2 labels.'))
      .toBeVisible();
    await page.getByRole('button', { name: 'Train again' }).click();
    expect(asked('trainAgain')).toHaveLength(1);
    await page.getByRole('button', { name: 'Discard all edits' }).click();
    expect(edits()).toEqual(NO_EDITS);
  });
});

describe('the filter', () => {
  it('says how many match, and selects them', async () => {
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('spinbutton', { name: 'degree from' }).fill('10');
    await userEvent.keyboard('{Enter}');
    expect(shown.store.getState().view.filter).toEqual({ ...NO_FILTER, minDegree: 10 });
    await expect.element(page.getByText('4 of 34 nodes match')).toBeVisible();
    await page.getByRole('button', { name: 'Select what matches' }).click();
    expect(asked('select').at(-1)).toEqual([0, 2, 32, 33]);
    await page.getByRole('button', { name: 'No filter' }).click();
    expect(shown.store.getState().view.filter).toEqual(NO_FILTER);
  });
});

describe('the filter by a column of the file', () => {
  beforeEach(async () => {
    const { graph } = shown.store.getState();
    const ages = Array.from({ length: 34 }, (_, i) => 20 + i);
    const file = { nodeIds: ages.map(String), nodeColumns: [{ name: 'age', values: ages }], edgeColumns: [] };
    shown.change({ graph: { ...graph!, data: { ...graph!.data, file } } });
    await page.getByRole('button', { name: 'Filter' }).click();
  });

  it('counts at every key, and holds once typing is finished', async () => {
    await page.getByRole('textbox', { name: 'is' }).click();
    await userEvent.keyboard('..25');
    await expect.element(page.getByText('6 of 34 nodes match')).toBeVisible();
    expect(shown.store.getState().view.filter).toEqual(NO_FILTER);
    await page.getByRole('button', { name: 'Select what matches' }).click();
    expect(shown.store.getState().view.filter.column).toEqual({ column: 'age', wanted: '..25' });
    expect(asked('select').at(-1)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('says what it cannot read, with examples', async () => {
    await page.getByRole('textbox', { name: 'is' }).fill('young');
    await expect.element(page.getByRole('alert')).toHaveTextContent('20..40');
  });

  it('names its fields in a narrow head too, has the focus, and keeps keys from the page', async () => {
    const degree = page.getByRole('spinbutton', { name: 'degree to' }).element();
    const label = document.querySelector<HTMLElement>(`label[for="${degree.id}"]`)!;
    await page.viewport(1024, 768);
    expect(label.getBoundingClientRect().width).toBeGreaterThan(20);
    expect(document.activeElement).toBe(page.getByRole('spinbutton', { name: 'degree from' }).element());
    const before = shown.asked.length;
    page.getByRole('checkbox').first().element().focus();
    await userEvent.keyboard('rlst.');
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('r l.');
    expect(shown.asked.slice(before)).toEqual([]);
    expect(shown.store.getState().view.table).toBe(false);
  });
});

describe('the table', () => {
  it('lists the selection, sorts by a press on a heading, and selects a node by its row', async () => {
    look({ selection: [0, 8, 33], table: true });
    const names = () => [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent);
    await expect.element(page.getByRole('heading', { name: '3 nodes selected' })).toBeVisible();
    await page.getByRole('columnheader', { name: 'degree' }).getByRole('button').click();
    expect(names().map((name) => Number.parseInt(name ?? ''))).toEqual([33, 0, 8]);
    await page.getByRole('columnheader', { name: 'degree' }).getByRole('button').click();
    expect(names().map((name) => Number.parseInt(name ?? ''))).toEqual([8, 0, 33]);
    await page.getByRole('rowheader', { name: '8' }).getByRole('button').click();
    expect(asked('select').at(-1)).toEqual([8]);
  });

  it('has only the rows in the page that are seen', async () => {
    const { graph } = shown.store.getState();
    let many = NO_EDITS;
    many = {
      ...many,
      addedNodes: Array.from({ length: 2000 }, (_, i) => ({ x: Math.cos(i), y: Math.sin(i) })),
    };
    const data = applyEdits(graph!.base, many);
    const positions = new Float32Array(2 * data.numNodes);
    shown.change({ graph: { ...graph!, data, positions } });
    look({ table: true });
    await expect.element(page.getByRole('heading', { name: '2,034 nodes in the graph' })).toBeVisible();
    const rows = () => document.querySelectorAll('tbody tr:not([aria-hidden])').length;
    expect(rows()).toBeLessThan(60);
    const box = document.querySelector('section[aria-label=Rows]')!;
    box.scrollTop = box.scrollHeight;
    await expect.poll(() => document.querySelector('tbody')?.textContent).toContain('new 2033');
    expect(rows()).toBeLessThan(60);
  });

  it('covers a phone, in whichever tab it is opened', async () => {
    await page.viewport(390, 844);
    look({ selection: selected([], [0, 8]), table: true, tab: 'inspect' });
    const sheet = page.getByRole('region', { name: 'Table of nodes' });
    await expect.element(sheet).toBeVisible();
    const { width, height } = sheet.element().getBoundingClientRect();
    expect([width, height]).toEqual([390, 844]);
    await page.getByRole('button', { name: 'Close the table' }).click();
    expect(shown.store.getState().view.table).toBe(false);
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme axe finds nothing serious', (theme) => {
  const findings = async () => {
    const { violations } = await axe.run(document, {
      rules: { 'document-title': { enabled: false }, 'html-has-lang': { enabled: false } },
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  };

  it('with the table, a node to edit and the filter open', async () => {
    look({ theme, selection: [8], table: true });
    await page.getByText('Edit it').click();
    await page.getByRole('button', { name: 'Filter' }).click();
    expect(await findings()).toEqual([]);
  });

  it('with the search open', async () => {
    look({ theme, selection: [1, 2, 3] });
    await userEvent.keyboard('/1');
    await expect.element(page.getByText('8 found. Enter takes Node 1.')).toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });
});
