/**
 * How long a settled picture of Cora takes: our own UMAP against umap-js alone, and how far each can be trusted. The
 * rows are the hidden layer of a GCN after 200 epochs, 2708 x 16, in a worker of the bench page.
 */

/** Asked for by the project: so many times as fast, and trustworthiness (k = 15) at most this much lower. */
export const TIMES_FASTER = 8;
export const TRUST_LOST = 0.01;

/** @param {import('playwright').Page} page the bench page */
export async function measureProjection(page) {
  const measured = await page.evaluate(() => window.bench.project());
  const { ours, library } = measured;
  const times = library.ms / ours.ms;
  const lost = library.trustworthiness - ours.trustworthiness;
  return { ...measured, times, lost, ok: times >= TIMES_FASTER && lost <= TRUST_LOST };
}

export function tellProjection({ graph, ours, library, times, lost, parts, ok }) {
  const line = ({ ms, trustworthiness, kept }) =>
    `${ms.toFixed(0)} ms, trustworthiness ${trustworthiness.toFixed(4)}, ${(100 * kept).toFixed(1)} % of neighbours kept`;
  console.log(`projection of ${graph}'s hidden layer: ours ${line(ours)}; umap-js alone ${line(library)}`);
  console.log(
    `  ours is ${times.toFixed(1)} times as fast (${TIMES_FASTER} is asked for), trustworthiness lower by ` +
      `${lost.toFixed(4)} (${TRUST_LOST} is allowed); neighbours ${parts.neighbours.toFixed(0)} ms, fuzzy set ` +
      `${parts.fuzzySet.toFixed(0)} ms, optimisation ${parts.optimisation.toFixed(0)} ms; umap-js on our neighbours ` +
      `${parts.libraryOnOurs.toFixed(0)} ms`,
  );
  if (!ok) process.exitCode = 1;
}
