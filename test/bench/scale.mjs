/**
 * What grows, each in a fresh worker of the bench page: `growth` (epochs against edges), `large` (a graph of the size of
 * ogbn-arxiv in mini-batches), `node2vec` (walks and epochs on Cora).
 */

export const SCALE_ROWS = ['growth', 'large', 'node2vec'];

const EDGES = [10_000, 30_000, 100_000, 300_000, 1_000_000, 2_000_000];
/** Asked for by the project. */
const STRAIGHT = { from: 100_000, least: 0.9, most: 1.15 };
const LARGE_BYTES = 2e9;
const NODE2VEC_MS = { walks: 300, epoch: 2000 };

/** Of the least squares line through the logarithms. */
function slopeOf(points, time) {
  const logs = points.map((point) => [Math.log(point.edges), Math.log(point[time])]);
  const mean = (k) => logs.reduce((sum, log) => sum + log[k], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return covariance / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}

const ask = (page, question) => page.evaluate((asked) => window.bench.scale(asked), question);

async function measureGrowth(page) {
  const lines = [];
  for (const model of ['gcn', 'sage']) {
    const points = [];
    for (const edges of EDGES) points.push(await ask(page, { what: 'growth', model, edges }));
    // Drawn twice or between a node and itself, a few edges of a size are missing.
    const long = points.filter(({ edges }) => edges > 0.99 * STRAIGHT.from);
    const slope = slopeOf(long, 'fastestMs');
    const ok = slope >= STRAIGHT.least && slope <= STRAIGHT.most;
    lines.push({ model, points, slope, slopeOfMedians: slopeOf(long, 'epochMs'), ok });
  }
  return { lines, ok: lines.every(({ ok }) => ok) };
}

/**
 * @param {import('playwright').Page} page the bench page
 * @param {string} row
 */
export async function measureScale(page, row) {
  if (row === 'growth') return measureGrowth(page);
  const measured = await ask(page, { what: row });
  const ok =
    row === 'large'
      ? measured.heldBytes < LARGE_BYTES
      : measured.walksMs < NODE2VEC_MS.walks && measured.epochMs <= NODE2VEC_MS.epoch;
  return { ...measured, ok };
}

const mega = (bytes) => (bytes === null ? 'not told' : `${(bytes / 1e6).toFixed(0)} MB`);

const TELL = {
  growth: ({ lines }) => {
    for (const { model, points, slope, slopeOfMedians } of lines) {
      console.log(
        `growth of ${model}, whole graph, wasm (hidden 16, 32 dense features, 10 directed edges to a node):`,
      );
      console.table(
        points.map(({ edges, nodes, epochMs, fastestMs, launches }) => ({
          'directed edges': edges,
          nodes,
          'ms / epoch': epochMs.toFixed(2),
          'fastest ms': fastestMs.toFixed(2),
          'ns / edge': ((1e6 * fastestMs) / edges).toFixed(0),
          'kernels / epoch': launches,
        })),
      );
      console.log(
        `  log-log slope from ${STRAIGHT.from} edges on: ${slope.toFixed(3)} by the fastest samples ` +
          `(${STRAIGHT.least} to ${STRAIGHT.most} is asked for), ${slopeOfMedians.toFixed(3)} by the medians`,
      );
    }
  },
  large: ({ held, heldAfterOne, losses, ...row }) => {
    console.log(
      `${row.graph} (${row.edges} directed), 128 dense features, GraphSAGE 64, fan-out 10 / 5, batch 1024, wasm: ` +
        `${row.epochMs.toFixed(0)} ms / epoch of ${row.stepsPerEpoch} steps, ${row.stepMs.toFixed(1)} ms / step, ` +
        `${row.launchesPerEpoch} kernels / epoch; evaluation of all nodes ${row.evaluationMs.toFixed(0)} ms`,
    );
    console.log(
      `  held: wasm heap ${mega(held.wasmHeap)} (after one epoch ${mega(heldAfterOne.wasmHeap)}), of which tensors ` +
        `${mega(held.tensors)}; the graph's arrays ${mega(held.graph)}; JavaScript ${mega(held.jsHeap)}; together ` +
        `${mega(row.heldBytes)} (${mega(LARGE_BYTES)} is the limit); losses ${losses.map((loss) => loss.toFixed(3)).join(', ')}, ` +
        `test accuracy ${row.testAccuracy.toFixed(3)}`,
    );
  },
  node2vec: ({ graph, walksMs, secondOrderWalksMs, epochMs, pairs }) =>
    console.log(
      `Node2Vec on ${graph} (128 dimensions, 10 walks of 20, context 10, 1 negative): walks of all nodes ` +
        `${walksMs.toFixed(0)} ms, second-order ${secondOrderWalksMs.toFixed(0)} ms (${NODE2VEC_MS.walks} is the limit); ` +
        `an epoch of ${(pairs / 1e6).toFixed(1)} million pairs ${epochMs.toFixed(0)} ms (${NODE2VEC_MS.epoch} is the limit)`,
    ),
};

export function tellScale(row, measured) {
  TELL[row](measured);
  if (!measured.ok) process.exitCode = 1;
}
