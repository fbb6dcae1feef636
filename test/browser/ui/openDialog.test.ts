import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TableFacts } from '../../../src/data/formats/rawGraph';
import type { Estimate, ImportAnswers, Preview } from '../../../src/data/import/answers';
import type { ImportState } from '../../../src/ui/state/importing';
import { stage, type Stage } from './stage';

let shown: Stage | null = null;
afterEach(() => {
  shown?.leave();
  shown = null;
});

const MARKUP = '<script>document.title = "run"</script>';

const answers: ImportAnswers = {
  name: 'Airports',
  directions: 'undirected',
  weight: 'flights',
  repeated: 'sum',
  selfLoops: 'remove',
  type: null,
  label: 'region',
  names: null,
  features: {
    kind: 'columns',
    columns: [
      { name: 'altitude', as: 'number' },
      { name: 'notes', as: 'text' },
    ],
  },
  split: { kind: 'shares', train: 0.6, val: 0.2 },
  seed: 0,
  places: 'new',
  sample: null,
};
const preview: Preview = {
  format: 'Edge list',
  files: ['edges.csv', 'nodes.csv'],
  bytes: 182_330,
  counts: { nodes: 7976, edges: 30_501, selfLoops: 3, duplicates: 12, components: 4, isolated: 1 },
  directed: null,
  reciprocal: 0.1,
  nodeColumns: [
    { name: 'region', suggests: 'category', distinct: 3, missing: 2, examples: ['Europe', 'Asia', MARKUP] },
    { name: 'altitude', suggests: 'number', distinct: 240, missing: 0, examples: ['12', '433', '9'] },
    { name: 'notes', suggests: 'text', distinct: 7100, missing: 31, examples: ['a hub of the north'] },
    { name: 'country', suggests: 'category', distinct: 180, missing: 0, examples: ['France', 'Chile'] },
  ],
  edgeColumns: [{ name: 'flights', suggests: 'number', distinct: 99, missing: 0, examples: ['4'] }],
  weightColumns: ['flights'],
  matrixColumns: null,
  hasPositions: false,
  table: null,
  remarks: ['Row 12 of nodes.csv names a node that no edge has; it was kept.'],
  suggested: answers,
};
const estimate: Estimate = {
  nodes: 7976,
  edges: 30_486,
  messages: 60_972,
  features: 1201,
  entries: 40_000,
  classes: [
    { name: 'Europe', nodes: 4000 },
    { name: 'Asia', nodes: 2500 },
    { name: MARKUP, nodes: 1474 },
  ],
  types: [],
  split: { train: 4785, val: 1595, test: 1594 },
  model: 'GCN',
  runBytes: 64_000_000,
  epochMs: 34,
  warnings: ['Two nodes have no label.'],
};
const inPreview: ImportState = {
  kind: 'preview',
  what: 'edges.csv, nodes.csv',
  preview,
  answers,
  estimate,
  problem: null,
  isRereading: false,
};

async function open(
  importing: ImportState | null,
  { width = 1024, height = 768, theme = 'light' }: { width?: number; height?: number; theme?: string } = {},
): Promise<Stage> {
  await page.viewport(width, height);
  shown = stage();
  const { view } = shown.store.getState();
  shown.change({
    dialog: 'open',
    importing,
    view: { ...view, theme: theme === 'dark' ? 'dark' : 'light' },
  });
  await expect.element(page.getByRole('dialog')).toBeVisible();
  return shown;
}

async function findings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.querySelector('dialog[open]') ?? document);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

const sticksOut = (): readonly string[] =>
  [...document.querySelectorAll('dialog[open] *')]
    .filter((element) => {
      const { width, left, right } = element.getBoundingClientRect();
      return width > 1 && (left < -1 || right > window.innerWidth + 1);
    })
    .map(({ tagName, className }) => `${tagName} ${String(className)}`);

const STATES: readonly (readonly [string, ImportState | null])[] = [
  ['the ways in', null],
  ['an address', { kind: 'asking', what: 'https://host.example/graph.gexf', host: 'host.example' }],
  ['reading', { kind: 'reading', what: 'a.csv', sentence: 'Reading a.csv as edge list' }],
  ['the preview', inPreview],
  ['a failure', { kind: 'failed', what: 'a.csv', message: 'a.csv, line 3: expected 2 cells, got 5.' }],
];

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  it.each(STATES)('axe finds nothing serious in %s, wide or narrow', async (_name, importing) => {
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await open(importing, { theme, width, height });
      expect(await findings()).toEqual([]);
      expect(sticksOut()).toEqual([]);
      shown?.leave();
      shown = null;
    }
  });
});

it('takes the preview as it is by Enter, and leaves it by Escape', async () => {
  const { asked } = await open(inPreview);
  await expect.element(page.getByRole('button', { name: 'Open graph', exact: true })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Escape}');
  expect(asked.map(([name]) => name)).toEqual(['acceptImport', 'cancelImport']);
});

it('takes what was typed in a field before it opens the graph by Enter', async () => {
  const { asked } = await open(inPreview);
  await userEvent.fill(page.getByRole('spinbutton', { name: 'Train, %' }), '40');
  await userEvent.keyboard('{Enter}');
  expect(asked.map(([name]) => name)).toEqual(['setImportAnswers', 'acceptImport']);
  expect(asked[0]).toEqual(['setImportAnswers', { split: { kind: 'shares', train: 0.4, val: 0.2 } }]);
});

it('shows what the file says as text, never as markup', async () => {
  await open(inPreview);
  await expect.element(page.getByText(MARKUP, { exact: true })).toBeVisible();
  expect(document.querySelector('dialog script')).toBeNull();
  expect(document.title).not.toBe('run');
});

it('another label is no longer a feature, and every answer can be changed', async () => {
  const { asked } = await open(inPreview);
  await page.getByRole('combobox', { name: 'Column of the classes' }).selectOptions('column:altitude');
  await page.getByRole('combobox', { name: 'Use of country' }).selectOptions('category');
  await page.getByRole('combobox', { name: 'Of each node' }).selectOptions('positional');
  await page.getByRole('combobox', { name: 'Drawn by' }).selectOptions('perClass');
  await page.getByRole('radio', { name: 'in their own direction' }).click({ force: true });
  await page.getByRole('checkbox', { name: /Take a part/ }).click();
  expect(asked.map(([, change]) => change)).toEqual([
    { label: 'altitude', features: { kind: 'columns', columns: [{ name: 'notes', as: 'text' }] } },
    {
      features: {
        kind: 'columns',
        columns: [
          { name: 'altitude', as: 'number' },
          { name: 'notes', as: 'text' },
          { name: 'country', as: 'category' },
        ],
      },
    },
    { features: { kind: 'positional', size: 8 } },
    { split: { kind: 'perClass', train: 20, val: 500, test: 1000 } },
    { directions: 'directed' },
    { sample: 5000 },
  ]);
});

it('asks how rows are read, which columns are the ends, the type and the weight, and what repeated edges do', async () => {
  const table: TableFacts = {
    taken: { reading: 'edges', header: true, source: 'Employee', target: 'Reports to', nodes: 'id' },
    readings: ['edges', 'triples', 'adjacency'],
    columns: ['Employee', 'Reports to', 'Department'],
    joins: ['id', 'order'],
  };
  const { asked } = await open({
    ...inPreview,
    preview: {
      ...preview,
      table,
      edgeColumns: [
        ...preview.edgeColumns,
        { name: 'kind', suggests: 'category', distinct: 2, missing: 0, examples: ['x'] },
      ],
    },
    answers: { ...answers, type: 'kind' },
    estimate: { ...estimate, types: [{ name: 'cargo', edges: 30_000 }] },
  });
  await expect.element(page.getByRole('list', { name: 'Types' })).toHaveTextContent('cargo');
  await page.getByRole('combobox', { name: 'Read as' }).selectOptions('triples');
  await page.getByRole('combobox', { name: 'Edges to' }).selectOptions('column:Department');
  await page.getByRole('checkbox', { name: 'First row is a header' }).click();
  await page.getByRole('radio', { name: 'in node order' }).click({ force: true });
  await page.getByRole('combobox', { name: 'Repeated edges' }).selectOptions('one');
  await page.getByRole('combobox', { name: 'Weight' }).selectOptions('none');
  await page.getByRole('combobox', { name: 'Type' }).selectOptions('none');
  expect(asked).toEqual([
    ['setImportTable', { reading: 'triples' }],
    ['setImportTable', { target: 'Department' }],
    ['setImportTable', { header: false }],
    ['setImportTable', { nodes: 'order' }],
    ['setImportAnswers', { repeated: 'one' }],
    ['setImportAnswers', { weight: null, repeated: 'one' }],
    ['setImportAnswers', { type: null }],
  ]);
});

it('asks whether self-loops are kept, and says what layers make of them', async () => {
  const { asked } = await open(inPreview);
  await expect.element(page.getByText('3 self-loops')).toBeVisible();
  await page.getByRole('radio', { name: 'keep', exact: true }).click({ force: true });
  expect(asked).toEqual([['setImportAnswers', { selfLoops: 'keep' }]]);
  expect(page.getByText('GAT replaces them').query()).toBeNull();
  shown?.leave();
  await open({ ...inPreview, answers: { ...answers, selfLoops: 'keep' } });
  await expect.element(page.getByText('GAT replaces them with its own')).toBeVisible();
});

it('does not ask where there are none', async () => {
  await open({ ...inPreview, preview: { ...preview, counts: { ...preview.counts, selfLoops: 0 } } });
  await expect.element(page.getByRole('radio', { name: 'in both directions' })).toBeInTheDocument();
  expect(page.getByRole('radio', { name: 'keep', exact: true }).query()).toBeNull();
});

it('cannot be opened while its file is read anew', async () => {
  await open({ ...inPreview, estimate: null, isRereading: true });
  await expect.element(page.getByRole('button', { name: 'Open graph', exact: true })).toBeDisabled();
});

it('cannot be opened while the answers do not fit, and says why', async () => {
  await open({ ...inPreview, estimate: null, problem: 'label: expected two classes, got one.' });
  await expect.element(page.getByRole('button', { name: 'Open graph', exact: true })).toBeDisabled();
  await expect.element(page.getByText('expected two classes')).toBeVisible();
});

it('reads an address, a pasted text and chosen files', async () => {
  const { asked } = await open(null);
  await userEvent.fill(page.getByRole('textbox', { name: /address/ }), 'https://host.example/a.csv');
  await userEvent.keyboard('{Enter}');
  await userEvent.fill(page.getByRole('textbox', { name: /paste/ }), 'a,b');
  await page.getByRole('button', { name: 'Read it' }).click();
  const file = new File(['a,b'], 'a.csv');
  const input = document.querySelector<HTMLInputElement>('dialog input[type=file]')!;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  expect(asked).toEqual([
    ['openUrl', 'https://host.example/a.csv'],
    ['openText', 'a,b'],
    ['openFiles', [expect.objectContaining({ name: 'a.csv' })]],
  ]);
});

it('lists the graphs that are kept, opens them and forgets them', async () => {
  const { asked, change, store } = await open(null);
  const own = { ...store.getState().data.descriptor, id: 'own-0123456789abcdef', name: 'Airports' };
  change({ ownSets: [own] });
  await page.getByRole('button', { name: 'Forget Airports' }).click();
  await page.getByRole('button', { name: 'Airports', exact: true }).click();
  expect(asked).toEqual([['forgetOwnSet', own.id], ['cancelImport'], ['loadData', own.id]]);
});

it('takes a paste anywhere but in a field', async () => {
  const { asked } = await open(null);
  const paste = (target: Element, text: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  };
  paste(document.querySelector('dialog textarea')!, 'for the field');
  paste(document.body, 'a,b\nb,c');
  paste(document.body, 'https://host.example/a.csv');
  expect(asked).toEqual([
    ['openText', 'a,b\nb,c'],
    ['offerUrl', 'https://host.example/a.csv'],
  ]);
});
