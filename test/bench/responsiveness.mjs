/**
 * How long the main thread is kept from answering a visitor while Cora trains as fast as it can: the longest task
 * that the browser's own longtask observer reports (it reports those above 50 ms), with both canvases drawn.
 */

/** Above this, a page is felt to hang. */
export const LONGEST_TASK_MS = 100;
const EPOCHS = 2000;

/**
 * @param {import('playwright').Browser} browser
 * @param {string} url of the playground
 */
export async function measureResponsiveness(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${url}#data=cora`);
    return await page.evaluate(async (epochs) => {
      await window.playground.ready;
      const { nodes } = await window.playground.load('cora').catch(() => window.playground.load('synthetic'));
      // Loading is not what is measured here.
      await new Promise((done) => setTimeout(done, 1000));
      const tasks = [];
      const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
      observer.observe({ entryTypes: ['longtask'] });
      const before = window.playground.counters().redraws;
      const began = performance.now();
      await window.playground.train({ epochs });
      const seconds = (performance.now() - began) / 1000;
      await new Promise((done) => setTimeout(done, 200));
      observer.disconnect();
      const { redraws } = window.playground.counters();
      return {
        nodes,
        epochs,
        seconds,
        tasksAbove50ms: tasks.length,
        longestTaskMs: Math.max(0, ...tasks.map(({ duration }) => duration)),
        redraws: { graph: redraws.graph - before.graph, embedding: redraws.embedding - before.embedding },
      };
    }, EPOCHS);
  } finally {
    await page.close();
  }
}
