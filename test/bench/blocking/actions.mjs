/** What a visitor does with a large graph, each with the keys and the pointer; `page` is Playwright's. */

const colour = (mode) => async (page) => {
  await page.getByRole('combobox', { name: 'colour' }).selectOption(mode);
};
const exported = (kind) => async (page) => {
  await page.evaluate((id) => window.playground.exportAs(id).then(() => {}), kind);
};
const middle = async (page) => {
  const { x, y, width, height } = await page.locator('[aria-label*="as a graph"]').first().boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};
const press = (key) => async (page) => {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press(key);
};
const button = (page, name) => page.getByRole('button', { name, exact: name !== 'Filter' }).first();

/** In this order; each begins where the one before ended. */
export const ACTIONS = {
  'zoom notch': async (page) => {
    const { x, y } = await middle(page);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -120);
  },
  pan: async (page) => {
    const { x, y } = await middle(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 1; i <= 10; i++) await page.mouse.move(x + 6 * i, y + 3 * i);
    await page.mouse.up();
  },
  hover: async (page) => {
    const { x, y } = await middle(page);
    for (let i = -20; i <= 20; i++) await page.mouse.move(x + 7 * i, y + 3 * i);
    await page.mouse.move(5, 5);
  },
  'colour: correctness': colour('correctness'),
  'colour: loss': colour('loss'),
  'colour: unit': colour('unit'),
  'colour: embedding': colour('embedding'),
  'colour: class': colour('class'),
  search: async (page) => {
    await press('/')(page);
    await page.getByRole('searchbox', { name: 'Search nodes' }).pressSequentially('n177', { delay: 30 });
  },
  'select the node found': async (page) => page.keyboard.press('Enter'),
  'whole picture, nothing selected': async (page) => {
    await press('Escape')(page);
    const { x, y } = await middle(page);
    await page.mouse.dblclick(x, y);
  },
  'legend: select a class': async (page) => page.locator('[aria-label="Legend"] button').first().click(),
  'legend: let it go': async (page) => page.locator('[aria-label="Legend"] button').first().click(),
  'select labelled nodes': async (page) => page.locator('[aria-label="Rings"] button').first().click(),
  'nothing selected': press('Escape'),
  'filter: open': async (page) => button(page, 'Filter').click(),
  'filter: a class': async (page) =>
    page.locator('fieldset:has(legend:text("True class")) input').first().click(),
  'filter: degree': async (page) => {
    const field = page.getByRole('spinbutton', { name: 'degree from' });
    await field.fill('2');
    await field.press('Enter');
  },
  'filter: select what matches': async (page) => button(page, 'Select what matches').click(),
  'filter: none': async (page) => {
    await press('Escape')(page);
    await press('Escape')(page);
    await button(page, 'Filter').click();
    await button(page, 'No filter').click();
    await page.keyboard.press('Escape');
  },
  'table: open': press('t'),
  'table: by degree': async (page) => page.locator('th[data-column="degree"] button').click(),
  'table: by class': async (page) => page.locator('th[data-column="class"] button').click(),
  'table: by a column of the file': async (page) => page.locator('th[data-column="1"] button').click(),
  'table: a row': async (page) => page.locator('section[aria-label="Rows"] tbody th button').nth(3).click(),
  'table: save as CSV': async (page) => {
    const saved = page.waitForEvent('download');
    await button(page, 'Save as CSV').click();
    await saved;
  },
  'table: close': async (page) => {
    await press('t')(page);
    await press('Escape')(page);
  },
  'train an epoch': async (page) => {
    await page.evaluate(() => window.playground.train({ epochs: 1 }).then(() => {}));
  },
  'badly placed': async (page) => {
    const meter = page.getByTitle('How far to trust this picture');
    if ((await meter.count()) === 0) return 'no fidelity yet';
    await meter.click();
    await page.getByRole('checkbox', { name: /^Ring/ }).click();
  },
  'edit: add an edge': async (page) => {
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.playground.edit({ addEdge: [3, 9] }).then(() => {}));
  },
  'edit: delete a node': async (page) => {
    await page.evaluate(() => window.playground.edit({ removeNode: 5 }).then(() => {}));
  },
  undo: async (page) => {
    await page.evaluate(() => window.playground.undo());
  },
  'export PNG': exported('picture.png'),
  'export SVG': exported('picture.svg'),
  'share: the pictures': async (page) => {
    await press('s')(page);
    await page.getByRole('tab', { name: /Picture/ }).click();
  },
  'share: close': async (page) => page.keyboard.press('Escape'),
  'export predictions as CSV': exported('predictions.csv'),
  'export GraphML': exported('graph.graphml'),
};
