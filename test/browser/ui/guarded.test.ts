import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CONTROLS, type ControlId } from '../../../src/ui/state/controls';
import type { ViewSpec } from '../../../src/ui/state/viewSpec';
import { stage, type Stage } from './stage';

let shown: Stage | null = null;
afterEach(() => {
  shown?.leave();
  shown = null;
});

async function open(view: Partial<ViewSpec>, width = 1440, height = 900): Promise<Stage> {
  await page.viewport(width, height);
  shown = stage();
  look(view);
  await expect.element(page.getByRole('heading', { name: 'GNN Playground' })).toBeInTheDocument();
  return shown;
}

const look = (view: Partial<ViewSpec>): void =>
  shown?.change({ view: { ...shown.store.getState().view, ...view } });

const all = (selector: string): readonly Element[] => [...document.querySelectorAll(selector)];

const labelled = (scope: string, label: string): readonly Element[] =>
  all(`${scope} label`)
    .filter((element) => element.textContent === label)
    .flatMap((element) => (element instanceof HTMLLabelElement && element.control ? [element.control] : []))
    // The name of a field that is a term of the field is a button of its own.
    .concat([
      ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
        `${scope} :is(input, select)[aria-label="${label}"]`,
      ),
    ]);

const named = (text: string): readonly Element[] =>
  all('button').filter((element) => element.textContent === text);

const titled = (title: string): readonly Element[] =>
  all('section h2 button').filter((element) => element.textContent === title);

interface Group {
  /** Parts of the page that belong to it, each by what finds it. */
  readonly parts: readonly (() => readonly Element[])[];
  /** What has to be looked at for them to be there. */
  readonly view?: Partial<ViewSpec>;
}

const GROUPS: Readonly<Record<ControlId, Group>> = {
  data: { parts: [() => labelled('header', 'Data'), () => titled('Data')] },
  task: {
    parts: [
      () => labelled('header', 'Task'),
      () => labelled('[aria-label="Build"]', 'Task'),
      () => titled('Task'),
    ],
  },
  model: {
    parts: [
      () => labelled('header', 'Model'),
      () => labelled('[aria-label="Build"]', 'Model'),
      () => titled('Model'),
      () => all('[aria-label="Remove layer 1"]'),
    ],
  },
  training: { parts: [() => titled('Training')] },
  seed: { parts: [() => labelled('header', 'seed'), () => labelled('[aria-label="Build"]', 'seed')] },
  pace: { parts: [() => labelled('[aria-label="Time"]', 'Pace')] },
  edit: {
    parts: [
      () => all('input[aria-label^="Connect nodes"]'),
      () => all('input[aria-label^="Add nodes"]'),
      () => all('[aria-label="Label by hand"] input'),
      () => all('[aria-label="Connect to"]'),
    ],
    view: { selection: [3] },
  },
  colours: { parts: [() => labelled('main', 'colour'), () => labelled('main', 'messages')] },
  projection: {
    parts: [
      () => labelled('main', 'method'),
      () => all('fieldset[aria-label="Layer"] input'),
      () => all('button[aria-label="Play through the layers"]'),
    ],
  },
  inspector: { parts: [() => all('[aria-label="Inspect"] h2')], view: { selection: [3] } },
  time: { parts: [() => all('input#time'), () => named('Play back from here')] },
  charts: { parts: [() => all('[aria-label="Charts"] select')] },
  runs: { parts: [() => all('[aria-label="Runs"] input')] },
  out: {
    parts: [() => all('[aria-label="Save as CSV"]'), () => all('[aria-label="Copy the table"]')],
    view: { selection: [3], table: true },
  },
};

const isInert = (element: Element): boolean =>
  element.closest('[inert]') !== null || (element instanceof HTMLInputElement && element.disabled);

describe.each(CONTROLS.map(({ id }) => id))('the group %s', (control) => {
  const { parts, view = {} } = GROUPS[control];

  it('is free where nobody says otherwise, inert where it is locked, and away where it is hidden', async () => {
    await open(view);
    await expect.poll(() => parts.map((find) => find().length > 0)).toEqual(parts.map(() => true));
    expect(parts.flatMap((find) => find()).filter(isInert)).toEqual([]);

    look({ locked: [control] });
    await expect
      .poll(() => parts.map((find) => find().length > 0 && find().every(isInert)))
      .toEqual(parts.map(() => true));
    // Said to whoever wonders why.
    expect(all('[title="Locked by whoever sent this link"]').length).toBeGreaterThan(0);

    look({ locked: [], hidden: [control] });
    await expect.poll(() => parts.flatMap((find) => find())).toEqual([]);
  });
});

it('looks like what cannot be changed, and has a lock that says why', async () => {
  await open({ selection: [3], opened: ['build', 'charts'] });
  const faded = (): readonly string[] =>
    all('[data-locked] [inert] :is(button, select, input)').map((element) => {
      // A label fades with what it holds.
      const { opacity, filter } = getComputedStyle(element.closest('label:has(input)') ?? element);
      return `${opacity} ${filter}`;
    });
  expect(faded()).toEqual([]);
  for (const { id } of CONTROLS.filter((control) => control.id !== 'out')) {
    look({ locked: [id] });
    await expect.poll(() => all(`[data-locked="${id}"]`).length).toBeGreaterThan(0);
    expect(new Set(faded()), id).toEqual(new Set(faded().length > 0 ? ['0.5 grayscale(1)'] : []));
    for (const part of all(`[data-locked="${id}"]`)) {
      const lock = part.querySelector(':scope > button')!;
      expect(lock.checkVisibility() || !part.checkVisibility(), id).toBe(true);
    }
  }
});

it('tells a hidden seed nowhere on the page', async () => {
  const { store, change } = await open({ opened: ['build', 'charts', 'inspect'], selection: [3] });
  const { run } = store.getState();
  change({ run: { ...run, seed: 987_654 } });
  const told = (): boolean =>
    document.documentElement.outerHTML.includes('987654') ||
    document.body.innerText.includes('987,654') ||
    all('input').some((input) => (input as HTMLInputElement).value === '987654');
  await expect.poll(told).toBe(true);
  look({ hidden: ['seed'] });
  await expect.poll(told).toBe(false);
  for (const width of [1440, 390]) {
    await page.viewport(width, 900);
    for (const projector of [false, true]) {
      look({ projector });
      await expect.poll(told).toBe(false);
    }
  }
});

it('leaves the rest of the page free', async () => {
  await open({ locked: ['model'], selection: [3] });
  const others = CONTROLS.filter(({ id }) => id !== 'model' && id !== 'out').flatMap(
    ({ id }) => GROUPS[id].parts,
  );
  await expect.poll(() => others.flatMap((find) => find()).filter(isInert)).toEqual([]);
});

describe('keys of what is locked or hidden', () => {
  const press = async (keys: string): Promise<void> => {
    document.body.focus();
    await userEvent.keyboard(keys);
  };

  it.each(['locked', 'hidden'] as const)('do nothing where it is %s', async (guard) => {
    const { asked } = await open({ selection: [3] });
    await press('l1t{Delete}');
    expect(asked.map(([name]) => name)).toEqual(['playLayers', 'editGraph', 'setView', 'editGraph']);
    asked.length = 0;
    look({ [guard]: ['projection', 'edit', 'inspector'], table: false });
    await press('l1t{Delete}');
    expect(asked).toEqual([]);
    await press(' ');
    expect(asked).toEqual([['toggle']]);
  });
});

describe('panels of which all is hidden', () => {
  it('fold away with their handles, and give their room to the pictures', async () => {
    await open({ opened: ['inspect'] });
    const graph = () => document.querySelector('[aria-label^="Karate Club as a graph"]')!.clientWidth;
    const before = graph();
    look({ hidden: ['data', 'model', 'training', 'inspector', 'time', 'charts', 'runs'] });
    await expect.poll(() => all('button[aria-label^="Hide the"]')).toEqual([]);
    expect(graph()).toBeGreaterThan(before + 200);
    for (const name of ['Build', 'Inspect', 'Charts'])
      expect(getComputedStyle(document.querySelector(`[aria-label="${name}"]`)!).display).toBe('none');
  });

  it('have no tab on a narrow screen, which shows the pictures instead', async () => {
    await open({ tab: 'inspect', hidden: ['inspector', 'time', 'charts', 'runs'] }, 390, 844);
    await expect
      .poll(() => all('nav[aria-label="Parts of the page"] button').map((element) => element.textContent))
      .toEqual(['Build', 'Graph', 'Embedding']);
    await expect.element(page.getByRole('application', { name: 'Karate Club as a graph' })).toBeVisible();
  });

  it('show a set that could not be had all the same, with what helps', async () => {
    const { store, change } = await open({ hidden: ['data'] });
    expect(titled('Data')).toEqual([]);
    const { descriptor } = store.getState().data;
    change({ data: { kind: 'failed', descriptor, message: 'No network.', labelling: null, wasAsked: true } });
    await expect.element(page.getByText('No network.')).toBeVisible();
  });
});

it('does not edit the graph with a tool that the sender had in hand', async () => {
  const { asked } = await open({ tool: 'add', locked: ['edit'] });
  const canvas = page.getByLabelText(/^Karate Club as a graph/);
  await canvas.click({ position: { x: 30, y: 30 } });
  expect(asked.filter(([name]) => name === 'editGraph')).toEqual([]);
  look({ locked: [] });
  await canvas.click({ position: { x: 30, y: 30 } });
  await expect.poll(() => asked.filter(([name]) => name === 'editGraph').length).toBe(1);
});
