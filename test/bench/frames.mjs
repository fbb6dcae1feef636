/**
 * How smoothly the page moves with everything that moves switched on: a node selected, its receptive field lit, its
 * messages flowing, the layers played through; and then the same node while the network trains as fast as it can.
 * Frames are told by the browser: the time from one animation frame to the next.
 */

/** Asked for on a machine with a GPU; a software renderer goes in steps instead and must only keep answering. */
const LEAST_FPS = { karate: 60, cora: 30 };
/** A display of 60 Hz delivers a little fewer than 60 in a second that is cut anywhere. */
const TOLERANCE = 0.95;
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;
/** Of each graph, a node with neighbours. */
const NODE = { karate: 0, cora: 1358 };
const REST_MS = 2000;
const PLAY_MS = 4000;
const TRAIN_EPOCHS = { karate: 3000, cora: 800 };

/** Runs in the page: frames and long tasks from now until `end` has come to pass. */
const SAMPLER = `window.sampleFrames = async (end) => {
  const [intervals, tasks] = [[], []];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ entryTypes: ['longtask'] });
  let last = null;
  let frame = requestAnimationFrame(function next(now) {
    if (last !== null) intervals.push(now - last);
    last = now;
    frame = requestAnimationFrame(next);
  });
  const { redraws: before } = playground.counters();
  const began = performance.now();
  await end();
  const seconds = (performance.now() - began) / 1000;
  cancelAnimationFrame(frame);
  observer.disconnect();
  const { redraws: after } = playground.counters();
  const drawn = Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]]));
  intervals.sort((a, b) => a - b);
  const at = (share) => intervals[Math.min(intervals.length - 1, Math.floor(share * intervals.length))] ?? null;
  return {
    seconds,
    fps: intervals.length / seconds,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    // Tasks of less than 50 ms are not told.
    longestTaskMs: Math.max(0, ...tasks),
    drawn,
  };
};`;

async function measureGraph(browser, url, graph) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${url}#data=${graph}&select=${NODE[graph]}&layer=h1`);
    await page.evaluate(async () => {
      await playground.ready;
      await playground.train({ epochs: 30 });
    });
    await page.addScriptTag({ content: SAMPLER });
    await page.waitForTimeout(REST_MS);
    await page.click('button[aria-label="Play through the layers"]');
    const playing = await page.evaluate(
      (ms) => window.sampleFrames(() => new Promise((done) => setTimeout(done, ms))),
      PLAY_MS,
    );
    const training = await page.evaluate(
      (epochs) => window.sampleFrames(() => playground.train({ epochs })),
      TRAIN_EPOCHS[graph],
    );
    return { graph, playing, training };
  } finally {
    await page.close();
  }
}

/** The name of what draws. */
async function adapterOf(browser) {
  const page = await browser.newPage();
  try {
    return await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl');
      const info = gl?.getExtension('WEBGL_debug_renderer_info');
      return gl ? String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)) : 'no WebGL';
    });
  } finally {
    await page.close();
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} url of the playground
 */
export async function measureFrames(browser, url) {
  const adapter = await adapterOf(browser);
  const graphs = [];
  for (const graph of ['karate', 'cora'])
    try {
      graphs.push(await measureGraph(browser, url, graph));
    } catch (error) {
      graphs.push({ graph, failed: String(error.message).split('\n')[0] });
    }
  return { adapter, isSoftware: SOFTWARE.test(adapter), graphs };
}

export function tellFrames({ adapter, isSoftware, graphs }) {
  console.log(`frames, drawn by ${adapter}${isSoftware ? ' (software: motion goes in steps)' : ''}`);
  for (const { graph, failed, ...phases } of graphs) {
    if (failed) {
      console.error(`bench: frames of ${graph} could not be measured: ${failed}`);
      process.exitCode = 1;
      continue;
    }
    for (const [phase, { fps, medianMs, p95Ms, longestTaskMs, drawn }] of Object.entries(phases)) {
      const perSecond = `${fps.toFixed(0)} frames a second`;
      const asked = isSoftware ? '' : ` (${LEAST_FPS[graph]} are asked for)`;
      console.log(
        `  ${graph}, ${phase}: ${perSecond}${asked}, median ${medianMs.toFixed(1)} ms, 95th percentile ` +
          `${p95Ms.toFixed(1)} ms; longest task ${longestTaskMs < 50 ? 'below 50' : longestTaskMs.toFixed(0)} ms; drawn ` +
          Object.entries(drawn)
            .map(([name, times]) => `${name} ${times}`)
            .join(', '),
      );
      if (!isSoftware && phase === 'playing' && fps < TOLERANCE * LEAST_FPS[graph]) process.exitCode = 1;
    }
  }
}
