import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { closeAll, visit, type Visit, type VisitOptions } from './playground';

let open: Visit | null = null;
/** A server that forbids it, and addresses that do not answer, are what some of these tests are about. */
const EXPECTED = /CORS policy|Failed to load resource/;
const arrive = async (options?: VisitOptions) => {
  open = await visit(options);
  await open.page.evaluate(() => window.playground.ready);
  return open;
};
afterEach(async () => {
  expect((open?.complaints ?? []).filter((complaint) => !EXPECTED.test(complaint))).toEqual([]);
  await open?.close();
  open = null;
});
afterAll(closeAll);

const MARKUP = "<script>document.title = 'run'</script>";
const CLASSES = ['red', 'blue', MARKUP];
const NODES = 90;

/** Three groups with a few bridges; an edge list and its table of nodes. */
const edges = ['source,target'];
for (let node = 0; node < NODES; node++)
  for (const step of [3, 6, 12]) edges.push(`n${node},n${(node + step) % NODES}`);
edges.push('n0,n1', 'n4,n5', 'n7,n8');
const EDGES = ['friends.csv', `${edges.join('\n')}\n`] as const;
const TABLE = [
  'people.csv',
  `id,group\n${Array.from({ length: NODES }, (_, node) => `n${node},${CLASSES[node % 3]}\n`).join('')}`,
] as const;

type NamedText = readonly [name: string, text: string];

/** As the browser does where files are let go over the page. */
const drop = (page: Page, ...files: readonly NamedText[]) =>
  page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of given) dataTransfer.items.add(new File([text], name));
    for (const type of ['dragover', 'drop'])
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);

const paste = (page: Page, text: string) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

const rows = (page: Page) => page.evaluate(() => window.playground.layers()[0]?.numRows);
const whenRows = (page: Page, count: number) =>
  page.waitForFunction((wanted) => window.playground.layers()[0]?.numRows === wanted, count);
const openButton = (page: Page) => page.getByRole('button', { name: 'Open graph', exact: true });
const dialog = (page: Page) => page.getByRole('dialog', { name: /Open a graph|friends|text|csv/ });

describe("a graph of the visitor's own", () => {
  it('is dropped, looked at, taken by Enter, and trained; another one is a choice away', async () => {
    const { page } = await arrive();
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await drop(page, EDGES, TABLE);
    await openButton(page).waitFor();
    expect(await dialog(page).textContent()).toContain(MARKUP);
    expect(await rows(page)).toBe(34);
    // It inherits the policy of the page.
    expect(workers.some((address) => address.startsWith('blob:'))).toBe(true);
    await page.keyboard.press('Enter');
    await whenRows(page, NODES);
    await dialog(page).waitFor({ state: 'hidden' });
    const { accuracy } = await page.evaluate(() => window.playground.train());
    expect(accuracy.test).toBeGreaterThan(0.8);
    await page.getByText(MARKUP).filter({ visible: true }).first().waitFor();
    expect(await page.title()).toBe('GNN Playground');
    const data = page.getByRole('combobox', { name: 'Data' });
    await data.selectOption({ label: 'Karate Club · two factions' });
    await whenRows(page, 34);
    await data.selectOption({ label: 'friends' });
    await whenRows(page, NODES);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await whenRows(page, 34);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await whenRows(page, NODES);
  });

  it('that cannot be read leaves everything as it was, and says where it is wrong', async () => {
    const { page } = await arrive();
    await page.evaluate(() => window.playground.train({ epochs: 7 }));
    await drop(page, ['broken.json', '{"nodes": [{"id": 1}, {"id": 2}], "links": [{"source": 1,']);
    const alert = page.getByRole('alert').filter({ hasText: 'broken.json' });
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/expected .*, got /);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await rows(page)).toBe(34);
    const { epoch } = await page.evaluate(() => window.playground.train({ epochs: 1 }));
    expect(epoch).toBe(8);
  });

  it('can be given up in its preview', async () => {
    const { page } = await arrive();
    await drop(page, EDGES);
    await openButton(page).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await rows(page)).toBe(34);
    expect(await page.evaluate(() => window.playground.counters().messagesInFlight)).toBe(0);
  });

  it('is pasted anywhere, and trained without labels where it has none', async () => {
    const { page } = await arrive();
    await paste(page, EDGES[1]);
    await openButton(page).click();
    await whenRows(page, NODES);
    expect(await page.getByRole('combobox', { name: 'Model' }).inputValue()).toBe('node2vec');
    const { epoch } = await page.evaluate(() => window.playground.train({ epochs: 2 }));
    expect(epoch).toBe(2);
  });

  it('is opened from the console with the answers of the preview', async () => {
    const { page } = await arrive();
    const opened = await page.evaluate(
      ([edgeText, tableText]) =>
        window.playground.open([new File([edgeText], 'friends.csv'), new File([tableText], 'people.csv')], {
          name: 'named',
          features: { kind: 'positional', size: 4 },
        }),
      [EDGES[1], TABLE[1]] as const,
    );
    expect(opened).toMatchObject({ id: expect.stringMatching(/^own-[0-9a-f]{16}$/), nodes: NODES });
    expect(await page.evaluate(() => window.playground.layers()[0]?.numCols)).toBe(4);
    await page.getByRole('heading', { name: 'named' }).waitFor();
    const refused = await page.evaluate(() =>
      window.playground.open('a,b\nb,c', { text: true, label: 'none such' }).then(
        () => 'opened',
        (error: Error) => error.message,
      ),
    );
    expect(refused).toContain('none such');
    expect(await page.evaluate(() => window.playground.layers()[0]?.numRows)).toBe(NODES);
    // Three names a line are a node and its neighbours, or edges where that is said.
    const edgesAs = (table: object) =>
      page.evaluate(
        (how) =>
          window.playground
            .open('ann,bob,cem\nbob,cem,dan\ncem,dan,eve', { text: true, directions: 'directed', ...how })
            .then(({ directedEdges }) => directedEdges),
        table,
      );
    expect(await edgesAs({})).toBe(6);
    expect(await edgesAs({ table: { reading: 'edges' } })).toBe(3);
  });
});

describe('an address', () => {
  const FOREIGN = 'https://graphs.example/friends.csv';
  const serving = (headers: Record<string, string>): VisitOptions => ({
    prepare: async (context) => {
      await context.route(FOREIGN, (route) =>
        route.fulfill({ body: EDGES[1], contentType: 'text/csv', headers }),
      );
    },
  });

  it('that came with a link is shown first, and fetched when the visitor says so', async () => {
    const { page, context } = await arrive({
      ...serving({ 'access-control-allow-origin': '*' }),
      hash: `?data=${encodeURIComponent(FOREIGN)}`,
    });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await page.getByText('graphs.example', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(asked.filter((address) => address === FOREIGN)).toEqual([]);
    await page.keyboard.press('Enter');
    await openButton(page).waitFor();
    await page.keyboard.press('Enter');
    await whenRows(page, NODES);
  });

  it('whose host passes on to another one is asked about once more before that one hears of it', async () => {
    const ELSEWHERE = 'https://elsewhere.example/friends.csv';
    const { page, context } = await arrive({
      prepare: async (to) => {
        await to.route(FOREIGN, (route) =>
          route.fulfill({
            status: 302,
            headers: { location: ELSEWHERE, 'access-control-allow-origin': '*' },
          }),
        );
      },
      hash: `?data=${encodeURIComponent(FOREIGN)}`,
    });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const askedOf = (address: string) => asked.filter((each) => each === address).length;
    await page.getByRole('button', { name: 'Fetch it' }).click();
    const follow = page.getByRole('button', { name: 'Follow' });
    await follow.waitFor();
    expect([askedOf(FOREIGN), askedOf(ELSEWHERE)]).toEqual([1, 0]);
    await follow.click();
    // Nobody is there in this test, and the page asks once more to find out why: how often is not what is meant here.
    await expect.poll(() => askedOf(ELSEWHERE)).toBeGreaterThan(0);
    await page.getByRole('alert').filter({ hasText: 'graphs.example' }).waitFor();
  });

  it('whose server keeps other pages out is explained', async () => {
    const { page } = await arrive(serving({ 'access-control-allow-origin': 'https://elsewhere.example' }));
    await page.getByRole('combobox', { name: 'Data' }).selectOption({ label: 'Open a file…' });
    await page.getByRole('textbox', { name: /address/ }).fill(FOREIGN);
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert').filter({ hasText: 'graphs.example' });
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(
      /does not allow pages of other origins.*\(CORS\).*drop it here/,
    );
  });
});
