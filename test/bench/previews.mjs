/**
 * What following training costs: a long run of Cora as fast as it can, once with the picture of the hidden layer
 * renewed all the while and once with that of the input, which training does not move. Runs take turns, so that a
 * machine that slows down slows both.
 */

/** Asked for by the project. */
export const PICTURES_PER_SECOND = 2;
export const SLOWDOWN = 0.4;
const EPOCHS = 3000;
const ROUNDS = 2;

/** Seconds of one run, and pictures that were drawn in it. */
async function runOnce(browser, url, layer) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${url}#data=cora&epochs=${EPOCHS}&layer=${layer}`);
    return await page.evaluate(async () => {
      const { playground } = window;
      await playground.ready.catch(() => playground.load('synthetic'));
      await new Promise((done) => setTimeout(done, 4000));
      const times = [];
      const stop = playground.on('projection', ({ settled }) => settled || times.push(performance.now()));
      const began = performance.now();
      await playground.train();
      const seconds = (performance.now() - began) / 1000;
      stop();
      const gaps = times.map((at, i) => at - (times[i - 1] ?? began));
      return { seconds, pictures: times.length, longestGapMs: Math.max(0, ...gaps) };
    });
  } finally {
    await page.close();
  }
}

const best = (runs) => runs.toSorted((a, b) => a.seconds - b.seconds)[0];

/**
 * @param {import('playwright').Browser} browser
 * @param {string} url of the playground
 */
export async function measurePreviews(browser, url) {
  const [still, followed] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    still.push(await runOnce(browser, url, 'x'));
    followed.push(await runOnce(browser, url, 'h1'));
  }
  const { seconds, pictures, longestGapMs } = best(followed);
  const perSecond = pictures / seconds;
  const slowdown = seconds / best(still).seconds - 1;
  const ok = perSecond >= PICTURES_PER_SECOND && slowdown <= SLOWDOWN;
  return {
    epochs: EPOCHS,
    seconds,
    stillSeconds: best(still).seconds,
    perSecond,
    longestGapMs,
    slowdown,
    ok,
  };
}

export function tellPreviews({ epochs, seconds, stillSeconds, perSecond, longestGapMs, slowdown, ok }) {
  console.log(
    `previews in a run of ${epochs} epochs: ${perSecond.toFixed(1)} a second (${PICTURES_PER_SECOND} are asked for; ` +
      `longest gap ${longestGapMs.toFixed(0)} ms), ${seconds.toFixed(1)} s against ${stillSeconds.toFixed(1)} s without: ` +
      `${(100 * slowdown).toFixed(0)} % slower (${100 * SLOWDOWN} % is allowed)`,
  );
  if (!ok) process.exitCode = 1;
}
